import { expect, test } from 'vitest';
import type { Colours } from '../../../web/src/lib/chart/colours.ts';
import { barConfig, lineConfig } from '../../../web/src/lib/chart/months.ts';

const colours: Colours = {
  ink: 'ink',
  soft: 'soft',
  line: 'line',
  paper: 'paper',
  accent: 'accent',
  accentSoft: 'accentSoft',
  good: 'good',
  bad: 'bad',
  warn: 'warn',
  steps: ['1', '2', '3', '4', '5'],
  font: 'sans',
  still: false,
  printed: false,
};
const axis = { labels: ['Sep', 'Oct', 'Nov'], at: 1 };

test('a line ends at the chosen month with its value, and goes on faintly', () => {
  const { data, options } = lineConfig(axis, { name: 'Live', values: [1, 1200, 1300] }, colours);

  expect(data.datasets.map((set) => set.data)).toEqual([
    [1, 1200, null],
    [null, 1200, 1300],
  ]);
  expect(data.datasets.map(({ borderColor }) => borderColor)).toEqual(['accent', 'line']);
  expect(options?.plugins?.mark).toMatchObject({ text: '1,200', index: 1 });
});

test('bars are dark as far as they are confirmed, and light above', () => {
  const parts = [
    { name: 'Approved', values: [4, 5, 6] },
    { name: 'Waiting', values: [0, 2, 3] },
  ] as const;
  const { data, options } = barConfig(axis, parts, colours);

  expect(data.datasets).toMatchObject([
    { label: 'Approved', data: [4, 5, 6], backgroundColor: ['accent', 'accent', 'line'] },
    { label: 'Waiting', data: [0, 2, 3], backgroundColor: ['accentSoft', 'accentSoft', 'paper'] },
  ]);
  expect(options?.plugins?.mark?.text).toBe('7');
});

test('what is not in is hatched above the chosen month alone, and a missing month is a gap with a mark', () => {
  const parts = [
    { name: 'Approved', values: [4, 5, 6] },
    { name: 'Waiting', values: [null, 2, 3] },
  ] as const;
  const { data, options } = barConfig(axis, parts, colours, { lacking: 3, gaps: [0] });

  expect(data.datasets.map((set) => set.data)).toEqual([
    [4, 5, 6],
    [null, 2, 3],
    [null, 3, null],
  ]);
  expect(options?.plugins?.gaps?.at).toEqual([0]);
  expect(options?.plugins?.mark?.text).toBe('7');
});

test('an axis counts in whole consultations', () => {
  const { options } = lineConfig(axis, { name: 'Live', values: [0, 1, 1] }, colours);

  expect(options?.scales?.['y']?.ticks).toMatchObject({ precision: 0 });
});

test('shares go up to a hundred', () => {
  const { options } = barConfig(
    axis,
    [
      { name: 'On time', values: [90, 80, 0] },
      { name: 'Late', values: [5, 8, 0] },
    ],
    colours,
    { inPercent: true },
  );

  expect(options?.scales?.['y']?.max).toBe(100);
  expect(options?.plugins?.mark?.text).toBe('88%');
});

test('nothing moves for those who want no motion, nor on paper', () => {
  const still = (more: Partial<Colours>) =>
    lineConfig(axis, { name: 'Live', values: [1, 2, 3] }, { ...colours, ...more }).options?.animation;

  expect(still({ still: true })).toBe(false);
  expect(still({ printed: true })).toBe(false);
  expect(still({})).not.toBe(false);
});
