import { expect, test } from 'vitest';
import { addMonths, type Month } from '../../../functions/domain/calendar.ts';
import { cubeOf, ProgressSums } from '../../../functions/domain/progress.ts';
import type { Amounts } from '../../../functions/domain/contribution.ts';
import { packFor } from '../../../functions/packs/index.ts';
import type { Target } from '../../../functions/domain/plan/target.ts';
import { marksOf } from '../../../web/src/lib/plan/milestones.ts';
import { inUnits, planSeries } from '../../../web/src/lib/plan/planSeries.ts';
import {
  chosenTarget,
  isPartShown,
  inOrder,
  regionStandings,
  standingOf,
  unreachedRows,
  unassignedOf,
  type PlanView,
} from '../../../web/src/lib/plan/standing.ts';
import { planSays } from '../../../web/src/lib/plan/words.ts';

const pack = packFor('UA');
const codes = pack.regions.map(({ code }) => code);
const [lviv = '', odesa = ''] = ['UA-46', 'UA-51'];

/** Progress in which each month from January 2024 on brings this to a region. */
function viewOf(amounts: Record<string, Amounts[]>, more: Partial<PlanView> = {}, seen = codes): PlanView {
  const contributions = Object.entries(amounts).flatMap(([row, months]) =>
    months.map((one, index) => ({
      scope: 'country' as const,
      row,
      month: addMonths('2024-01', index),
      amounts: one,
    })),
  );
  const sums = new ProgressSums(cubeOf(contributions, seen), pack);
  return { sums, pack, today: '2024-12-03', month: '2024-06', months: sums.months, ...more };
}

const joining = (count: number, months = 6): Amounts[] =>
  Array.from({ length: months }, () => ({ facilitiesLive: count, facilitiesJoined: count }));

const planned = (first: number, last: number) => [
  { day: '2024-01-01', value: first },
  { day: '2024-12-31', value: last },
];
const byRegion: Target = {
  figure: 'facilitiesLive',
  lines: [
    { row: lviv, planned: planned(0, 100) },
    { row: odesa, planned: planned(0, 20) },
    { row: 'unassigned', planned: planned(0, 10) },
  ],
  version: 1,
};
const national: Target = {
  figure: 'facilitiesLive',
  lines: [{ row: 'nation', planned: planned(0, 130) }],
  version: 1,
};

test('who sees the whole country sees all of a plan, and a region its own part', () => {
  const view = viewOf({ [lviv]: joining(10), [odesa]: joining(3) });

  expect(standingOf(view, byRegion)).toMatchObject({
    now: 78,
    planned: 64,
    goal: { value: 130, month: '2024-12' },
  });
  expect(standingOf({ ...view, region: lviv, rows: [lviv] }, byRegion)).toMatchObject({
    now: 60,
    planned: 50,
  });
  expect(regionStandings(view, byRegion, '2024-06')).toEqual(
    [
      { code: odesa, now: 18, planned: 10, ahead: 8, goal: 20 },
      { code: lviv, now: 60, planned: 50, ahead: 10, goal: 100 },
    ].toSorted((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code)),
  );
});

test('regions and what none of them has yet come to what the nation is to reach', () => {
  const view = viewOf({ [lviv]: joining(10), [odesa]: joining(3) });
  const goals = regionStandings(view, byRegion, '2024-06').map(({ goal }) => goal);
  const rest = unassignedOf(view, byRegion, '2024-06');

  expect(rest).toEqual({ planned: 5, goal: 10 });
  expect(goals.reduce((sum, goal) => sum + goal, rest?.goal ?? 0)).toBe(
    standingOf(view, byRegion)?.goal.value,
  );
  expect(unassignedOf({ ...view, region: lviv, rows: [lviv] }, byRegion, '2024-06')).toBeUndefined();
  expect(unassignedOf(view, national, '2024-06')).toBeUndefined();
});

test('who sees a part of the country is compared with that part, and with nothing where there is only the whole', () => {
  const view = viewOf({ [lviv]: joining(10) }, {}, [lviv, odesa]);

  expect(standingOf(view, byRegion)).toMatchObject({ now: 60, planned: 60, goal: { value: 120 } });
  expect(standingOf(view, national)).toBeUndefined();
  expect(chosenTarget({ ...view, region: odesa, rows: [odesa] }, [national, byRegion], null)).toBe(byRegion);
});

test('a join counts for the pace also where the facility is suspended since', () => {
  const suspended = {
    ...viewOf({ [lviv]: [...joining(10, 5), { facilitiesJoined: 10, facilitiesLive: -20 }] }),
  };
  const told = standingOf(suspended, national)?.told;

  expect(told).toMatchObject({ state: 'underWay', from: { likely: 30 } });
  // At ten a month and not at five.
  expect(told?.state === 'underWay' && told.finish.likely).toBe('2025-04');
});

test('what is reported is compared once it is approved, as of the newest month of which nearly all is', () => {
  const months = Array.from({ length: 8 }, (_, index) => ({
    teleconsultations: 200,
    'approved.teleconsultations': index === 7 ? 5 : 100,
    reportsExpected: index === 0 ? 10 : 0,
    reportsReceived: 10,
    reportsApproved: index === 7 ? 5 : 9,
  }));
  const view = viewOf({ [lviv]: months }, { month: '2024-08' });
  const target = { ...national, figure: 'teleconsultations' };
  const figures = standingOf(view, { ...target, lines: [{ row: 'nation', planned: planned(0, 1100) }] });

  expect(figures).toMatchObject({
    month: '2024-07',
    now: 700,
    told: { from: { month: '2024-07', likely: 700 } },
  });
  const [own] = regionStandings(
    view,
    { ...target, lines: [{ row: lviv, planned: planned(0, 1100) }] },
    '2024-07',
  );
  expect(own?.now).toBe(700);
});

test('what must still be registered is said only where more is planned than there is', () => {
  const enough = viewOf({
    [lviv]: [...joining(10, 5), { facilitiesLive: 10, facilitiesJoined: 10, facilitiesPlanned: 80 }],
  });

  expect(standingOf(enough, national)?.unregistered).toBe(0);
  expect(standingOf(viewOf({ [lviv]: joining(10) }), national)?.unregistered).toBe(70);
});

test('the sentence says pace, finish, plan, and what must be registered', () => {
  const standing = standingOf(viewOf({ [lviv]: joining(10) }), national);
  const says = standing && planSays(standing);

  expect(says).toBe(
    '60 by the end of June 2024, where the plan says 64: 4 behind. At the pace of the last six months 130 facilities are live ' +
      'between December 2024 and March 2025, most likely in January 2025, 1 month after the plan. ' +
      'For that 70 more facilities must be registered.',
  );
});

test.each([
  ['too little to tell', joining(10, 5), '2024-05', 'Too little data to say when 130 is reached'],
  ['reached', joining(30), '2024-06', 'The target of 130 has been reached.'],
])('the sentence of what is %s', (_, months, month, sentence) => {
  const standing = standingOf(viewOf({ [lviv]: months }, { month }), national);

  expect(standing && planSays(standing)).toContain(sentence);
});

test('before the plan begins and without a month that is over nothing is compared', () => {
  const later = { ...national, lines: [{ row: 'nation', planned: [{ day: '2025-01-01', value: 1 }] }] };

  expect(standingOf(viewOf({ [lviv]: joining(10) }), later)?.planned).toBeUndefined();
  expect(standingOf(viewOf({ [lviv]: joining(10) }, { today: '2024-01-15' }), national)).toBeUndefined();
});

test('actual, plan and forecast stand along the same months, to the end of plan and forecast', () => {
  const view = viewOf({ [lviv]: joining(10) });
  const standing = standingOf(view, national);
  if (!standing) throw new Error('There is a standing.');
  const series = planSeries(view, standing);

  const { length } = series.months;
  expect(series.months.at(0)).toBe('2024-01');
  expect(series.months.at(-1)).toBe('2025-03');
  for (const values of [series.actual, series.planned, series.low, series.likely, series.high])
    expect(values).toHaveLength(length);
  expect(series.actual.slice(4, 8)).toEqual([50, 60, null, null]);
  expect(series.likely.slice(4, 6)).toEqual([null, 60]);
  expect(series.planned.at(-1)).toBe(130);
  expect(inUnits(series, { unit: 'usdCents' }).planned.at(-1)).toBe(1.3);
});

test('milestones stand at their month, or over their year, under the numbers of the list', () => {
  const months: Month[] = Array.from({ length: 18 }, (_, index) => addMonths('2023-07', index));
  const names = { en: 'It happened' };
  const of = (on: string, more = {}) => ({ milestoneId: 'it', version: 1, names, on, ...more });

  expect(
    marksOf(
      [of('2022'), of('2023'), of('2023-08-05', { isWithdrawn: true }), of('2024-01'), of('2024-03-31')],
      months,
    ),
  ).toEqual([
    { text: '2', from: 0, to: 5, row: 0 },
    // Its number would stand on the bracket of the year before, and the next one's on it.
    { text: '3', from: 6, to: 6, row: 1 },
    { text: '4', from: 8, to: 8, row: 0 },
  ]);
});

test('targets stand in the order of the catalogue', () => {
  const of = (figure: string) => ({ ...national, figure });

  expect(
    inOrder([of('aidReceivedUsd'), of('teleconsultations'), of('facilitiesLive')], pack).map(
      ({ figure }) => figure,
    )[0],
  ).toBe('facilitiesLive');
});

test('what is foretold from a month long over is still to come', () => {
  const reported = (approved: number): Amounts => ({
    'approved.teleconsultations': 10,
    reportsExpected: 0,
    reportsApproved: approved,
  });
  const months = [{ ...reported(10), reportsExpected: 10 }, ...Array.from({ length: 5 }, () => reported(10))];
  const partly = Array.from({ length: 4 }, () => ({ 'approved.teleconsultations': 1, reportsApproved: 1 }));
  const view = viewOf({ [lviv]: [...months, ...partly] }, { month: '2024-10' });
  const target: Target = {
    figure: 'teleconsultations',
    lines: [{ row: 'nation', planned: planned(0, 65) }],
    version: 1,
  };
  const { month, told } = Object(standingOf(view, target));

  expect(month).toBe('2024-06');
  expect(told.finish).toEqual({ early: '2024-11', likely: '2024-11', late: '2024-11' });
});

test('what was planned for a region out of reach is left out of the sum until something is live there', () => {
  const luhansk = 'UA-09';
  const target = { ...byRegion, lines: [...byRegion.lines, { row: luhansk, planned: planned(0, 50) }] };
  const nothing = viewOf({ [lviv]: joining(10) });
  const some = viewOf({ [lviv]: joining(10), [luhansk]: joining(1) });

  expect(unreachedRows(nothing, target)).toEqual([luhansk]);
  expect(standingOf(nothing, target)?.goal.value).toBe(130);
  expect(regionStandings(nothing, target, '2024-06').map(({ code }) => code)).not.toContain(luhansk);
  expect(unreachedRows(some, target)).toEqual([]);
  expect(standingOf(some, target)?.goal.value).toBe(180);
  // Nor where nothing is planned: 0 of 0 would be told of it.
  const lines = target.lines.map((line) =>
    line.row === luhansk ? { ...line, planned: line.planned.map((one) => ({ ...one, value: 0 })) } : line,
  );
  const listed = regionStandings(nothing, { ...target, lines }, '2024-06').map(({ code }) => code);
  expect(listed).not.toContain(luhansk);
});

test('of a plan by regions a release says that small numbers are left out where any are, and not of a region out of reach', () => {
  const cube = {
    months: ['2024-05', '2024-06'],
    rows: [lviv, odesa, 'UA-09'],
    figures: { facilitiesLive: [3, 2, 0, 0, 0, 0], teleconsultations: [9, 0, 0, 9, 0, 0] },
    notShown: { teleconsultations: [4, 1] },
  };
  const view = { ...viewOf({}), sums: new ProgressSums(cube, pack) };
  const lines = [lviv, odesa, 'UA-09'].map((row) => ({ row, planned: planned(0, 50) }));
  const isPart = (figure: string) => isPartShown(view, { figure, lines, version: 1 }, '2024-06');

  expect(isPart('teleconsultations')).toBe(true);
  expect(isPart('facilitiesLive')).toBe(false);
});
