import { expect, test } from 'vitest';
import { placedWords } from '../../../web/src/lib/chart/band.ts';

const area = { left: 40, right: 600 };
const rowOf = (words: Parameters<typeof placedWords>[0]) => placedWords(words, area).map(({ at }) => at);

test('words at the ends of lines go below others that are in their way, and only below those', () => {
  const likely = { x: 500, y: 100, width: 90 };

  expect(rowOf([likely, { x: 520, y: 104, width: 60 }])).toEqual([93, 109]);
  expect(rowOf([likely, { x: 380, y: 104, width: 60 }])).toEqual([93, 97]);
});

test('words stay within the chart', () => {
  const [first, last] = placedWords(
    [
      { x: 45, y: 10, width: 60 },
      { x: 640, y: 90, width: 60 },
    ],
    area,
  );

  expect(first?.right).toBe(100);
  expect(last?.right).toBe(600);
});
