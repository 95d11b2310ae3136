import { monthsBetween } from '../../../functions/domain/calendar.ts';
import { expect, test } from 'vitest';
import { ProgressSums, type ProgressCube } from '../../../functions/domain/progress.ts';
import type { Release } from '../../../functions/domain/release/release.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { bulletinOf, explainAddress } from '../../../web/src/routes/(in)/releases/[releaseId]/bulletin.ts';
import {
  growthPicture,
  middleOf,
  picture,
} from '../../../web/src/routes/(in)/releases/[releaseId]/growth.ts';
import { sinceThen } from '../../../web/src/routes/(in)/releases/[releaseId]/since.ts';
import { nextRelease, openIn } from '../../../web/src/routes/(in)/releases/making.ts';

const pack = packFor('UA');
const cube: ProgressCube = {
  months: ['2024-10', '2024-11'],
  rows: ['UA-46', 'UA-51', 'UA'],
  figures: {
    facilitiesLive: [3, 1, 0, 2, 0, 0],
    teleconsultations: [5, 5, 0, 7, 0, 0],
    'facilitiesWith.aiCt': [0, 1, 0, 0, 0, 0],
    reportsExpected: [3, 1, 0, 2, 0, 0],
    reportsReceived: [3, 1, 0, 4, 1, 0],
    reportsAwaitingReview: [0, 0, 0, 2, 0, 0],
    solutionsOperating: [0, 0, 6, 0, 0, 0],
  },
};
const release: Release = {
  releaseId: '2024-11.1-kfmwqz',
  month: '2024-11',
  version: 1,
  madeOn: '2024-12-03',
  at: '2024-12-03T10:00:00Z',
  by: { accountId: 'manager', name: 'Olena' },
  open: { ofMonth: 1, expected: 6, before: 0 },
  figures: {},
  content: [],
};
const law = { milestoneId: 'law', names: { en: 'Law' }, on: '2024-10', version: 1 };
const strategy = { milestoneId: 'strategy', names: { en: 'Strategy' }, on: '2023', version: 1 };
const bulletin = bulletinOf({ release, cube, milestones: [strategy, law] }, pack, true);

test('a bulletin states the figures of its month, by their names', () => {
  expect(bulletin.live).toMatchObject({ figure: 'facilitiesLive', value: 6, change: 2 });
  expect(bulletin.given).toMatchObject({ value: 17, inMonth: 7 });
  expect(bulletin.uses.map(({ capability, value }) => [capability.code, value])).toEqual([['aiCt', 1]]);
  expect(bulletin.operating.value).toBe(6);
  expect(bulletin.trained.value).toBe(0);
  expect(bulletin.regions).toEqual([
    { region: 'UA-46', value: 5 },
    { region: 'UA-51', value: 1 },
  ]);
  expect(explainAddress(bulletin, 'facilitiesLive', 'UA-46')).toContain(
    'figure=facilitiesLive&month=2024-11',
  );
  expect(explainAddress(bulletin, 'teleconsultations')).toContain('figure=approved.teleconsultations&');
  expect(explainAddress({ ...bulletin, isOpened: false }, 'facilitiesLive')).toBeUndefined();
});

test('its growth ends at the month, and only milestones whose month is known are marked', () => {
  const { end, marks } = growthPicture(bulletin, ({ names }) => names.en ?? '');

  expect(end).toEqual({ x: picture.width - picture.right, y: picture.top });
  expect(marks.map(({ milestone, x }) => [milestone.milestoneId, x])).toEqual([['law', picture.left]]);
});

test('words over an event stay within the picture, in the longest language too', () => {
  const law = 'Закон про телемедицину';

  for (const x of [picture.left, 125, picture.width - picture.right]) {
    const middle = middleOf(x, law);
    const half = law.length * 3;
    expect(middle - half).toBeGreaterThanOrEqual(0);
    expect(middle + half).toBeLessThanOrEqual(picture.width);
  }
  expect(middleOf(125, law)).toBe(125);
});

test('words over events that lie near each other stand above each other, and over the picture', () => {
  const growth = monthsBetween('2022-06', '2024-11').map((month) => ({ month, value: 1 }));
  const near = ['2023-08', '2023-10', '2024-11'].map((on) => ({ ...law, milestoneId: on, on }));
  const { marks, top } = growthPicture({ growth, milestones: near }, () => 'Закон');

  expect(marks.map(({ row }) => row)).toEqual([0, 1, 0]);
  expect(top).toBeGreaterThan(picture.top + 10);
});

test('of ten years, as many Januaries are told as have room, the newest among them', () => {
  const growth = monthsBetween('2014-02', '2024-11').map((month) => ({ month, value: 1 }));
  const { januaries } = growthPicture({ growth, milestones: [] }, () => '');

  expect(januaries.map(({ month }) => month)).toEqual(['2015-01', '2018-01', '2021-01', '2024-01']);
});

test('what was corrected since stands beside what was cited, the largest move first', () => {
  const { facilitiesLive = [], ...others } = cube.figures;
  const now = { ...cube, figures: { ...others, facilitiesLive: facilitiesLive.with(0, 1).with(4, 1) } };

  expect(sinceThen('2024-11', cube, cube, pack)).toEqual([]);
  expect(sinceThen('2024-11', cube, now, pack)).toMatchObject([
    {
      figure: { name: 'facilitiesLive' },
      cited: 6,
      now: 5,
      where: [
        { row: 'UA-46', month: '2024-10', cited: 3, now: 1 },
        { row: 'UA-51', month: '2024-11', cited: 0, now: 1 },
      ],
    },
  ]);
});

test('the next release is of the last month that is over, and one more of it where there are some', () => {
  expect(nextRelease([], '2024-11')).toEqual({ month: '2024-11', basedOn: 0 });
  expect(nextRelease([{ month: '2024-10', version: 3 }], '2024-11').basedOn).toBe(0);
  const two = [1, 2].map((version) => ({ month: '2024-11', version }));
  expect(nextRelease(two, '2024-11').basedOn).toBe(2);
});

test('what is open is told by region: what is not in, and what waits', () => {
  expect(openIn(new ProgressSums(cube, pack), '2024-11', pack)).toEqual([
    { region: 'UA-46', expected: 5, missing: 1, waiting: 2 },
  ]);
});
