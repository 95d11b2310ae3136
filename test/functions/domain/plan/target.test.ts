import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalOf, linesOf, plannedBy, plannedOn, totalOn } from '../../../../functions/domain/plan/planned.ts';
import { setMilestone } from '../../../../functions/domain/plan/milestone.ts';
import { setTarget, type TargetLine } from '../../../../functions/domain/plan/target.ts';
import { pack } from '../../../support/country.ts';

type Values = [day: string, value: number][];

const line = (row: TargetLine['row'], values: Values): TargetLine => ({
  row,
  planned: values.map(([day, value]) => ({ day, value })),
});
const begun = '2024-01-01';
const lviv = line('UA-46', [
  [begun, 10],
  ['2024-12-31', 30],
]);
const odesa = line('UA-51', [
  [begun, 0],
  ['2024-07-01', 20],
]);
const rest = line('unassigned', [[begun, 5]]);
const set = (lines: TargetLine[], figure = 'teleconsultations', reason?: string) =>
  setTarget(undefined, { figure, lines }, { pack, reason });

test('a target is set by region, with a rest that no region has yet', () => {
  expect(set([lviv, odesa, rest])).toEqual({
    figure: 'teleconsultations',
    lines: [lviv, odesa, rest],
    version: 1,
  });
});

test('no target is set for what nobody wants more of', () => {
  for (const figure of [
    'reportsAwaitingReview',
    'facilitiesSuspended',
    'aidLostUsd',
    'unitsStuck',
    'requestsFailed',
  ])
    expect(() => set([lviv], figure), figure).toThrow(expect.objectContaining({ code: 'invalid' }));
  for (const figure of ['facilitiesLive', 'facilitiesLiveConfirmed', 'aidInUseUsd', 'workersTrained'])
    expect(set([lviv], figure)).toMatchObject({ figure });
});

describe('refused is', () => {
  const nation = line('nation', [[begun, 5]]);
  const fallen = line('UA-46', [
    [begun, 5],
    ['2024-02-01', 4],
  ]);
  const twice = line('UA-46', [
    [begun, 5],
    [begun, 5],
  ]);
  const backwards = line('UA-46', [
    ['2024-03-01', 5],
    ['2024-02-01', 6],
  ]);
  const later = line('UA-51', [['2024-02-01', 5]]);
  test.each<[string, TargetLine[], string, string]>([
    ['a total that falls', [fallen], 'tooLow', 'lines.0.planned.1.value'],
    ['an unknown region', [line('UA-99', [[begun, 5]])], 'unknownRegion', 'lines.0.row'],
    ['a year before the programme', [line('UA-46', [['0024-01-01', 5]])], 'tooLow', 'lines.0.planned.0.day'],
    [
      'a year far ahead',
      [
        line('UA-46', [
          [begun, 5],
          ['2204-12-31', 9],
        ]),
      ],
      'tooHigh',
      'lines.0.planned.1.day',
    ],
    ['a region twice', [lviv, lviv], 'alreadyExists', 'lines.1.row'],
    ['a day twice', [twice], 'alreadyExists', 'lines.0.planned'],
    ['days out of order', [backwards], 'dateNotAllowed', 'lines.0.planned'],
    ['regions and the nation at once', [lviv, nation], 'mixedGrains', 'lines.0.row'],
    ['lines that begin on different days', [lviv, later], 'dateNotAllowed', 'lines.1.planned'],
  ])('%s', (_, lines, code, field) => {
    expect(() => set(lines)).toThrow(expect.objectContaining({ code, details: { field } }));
  });

  test.each(['reportsReceived', 'noSuchFigure', 'attributed.selfExaminations', 'approved.teleconsultations'])(
    'a target for %s',
    (figure) => {
      expect(() => set([nation], figure)).toThrow(expect.objectContaining({ code: 'invalid' }));
    },
  );
});

test('a level may be planned to fall', () => {
  const planned = line('nation', [
    [begun, 5],
    ['2024-02-01', 4],
  ]);

  expect(set([planned], 'facilitiesLive').version).toBe(1);
});

describe('lowering', () => {
  const before = set([lviv, odesa]);
  const again = (lines: TargetLine[], reason?: string) =>
    setTarget(before, { figure: before.figure, lines }, { pack, reason });

  test.each<[string, TargetLine[]]>([
    ['a value', [line('UA-46', [[begun, 9]]), odesa]],
    ['a region for another', [lviv, line('UA-51', [[begun, 0]]), line('UA-05', [[begun, 20]])]],
    ['a date, to a later one', [lviv, line('UA-51', [[begun, 0], ['2024-12-31', 20]])]], // prettier-ignore
    ['to nothing', []],
    ['for the nation', [line('nation', [[begun, 9]])]],
  ])('%s needs a reason, and makes a new version', (_, lines) => {
    expect(() => again(lines)).toThrow(expect.objectContaining({ code: 'reasonNeeded' }));
    expect(again(lines, 'The war').version).toBe(2);
  });

  test('raising needs none, nor does another grain of the same height', () => {
    const nation = line('nation', [
      [begun, 10],
      ['2024-07-01', 50],
      ['2024-12-31', 50],
    ]);

    expect(again([lviv, odesa, rest]).version).toBe(2);
    expect(again([nation]).version).toBe(2);
  });
});

describe('what is planned', () => {
  test('is linear between days and flat after the last; before the first there is nothing', () => {
    expect(plannedOn(lviv, '2023-12-31')).toBeUndefined();
    expect(plannedOn(odesa, '2024-04-01')).toBe(10);
    expect(plannedOn(odesa, '2030-01-01')).toBe(20);
    expect(plannedBy([odesa], '2024-03')).toBe(10);
    expect(plannedBy([odesa], '2023-11')).toBeUndefined();
  });

  test('for the nation is the sum of the regions and the rest', () => {
    const target = set([lviv, odesa, rest]);

    expect(totalOn(linesOf(target) ?? [], '2025-01-01')).toBe(55);
    expect(linesOf(target, 'UA-51')).toEqual([odesa]);
    expect(linesOf(target, 'UA-05')).toBeUndefined();
  });

  test('ends at a goal, on the first day that comes to it', () => {
    expect(goalOf([odesa, line('UA-46', [[begun, 1], ['2025-01-01', 1]])])).toEqual({ value: 21, day: '2024-07-01' }); // prettier-ignore
    expect(goalOf([])).toBeUndefined();
  });

  test('never falls between days that do not', () => {
    const values = fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(values, fc.nat(400), fc.nat(400), (steps, a, b) => {
        let value = 0;
        const own = line(
          'nation',
          steps.map((step, index) => [`2024-${String(index + 1).padStart(2, '0')}-01`, (value += step)]),
        );
        const day = (offset: number) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10);
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        expect(plannedOn(own, day(first))).toBeLessThanOrEqual(plannedOn(own, day(second)) ?? 0);
      }),
    );
  });
});

describe('a milestone', () => {
  const names = { uk: 'Закон', en: 'Law' };
  const made = (more: object = {}) =>
    setMilestone(undefined, { milestoneId: 'law', names, on: '2023-08', ...more }, pack);

  test('has a date as exact as it is known, and a count of a whole', () => {
    expect(made({ count: 31, of: 41 })).toMatchObject({ version: 1, on: '2023-08', count: 31, of: 41 });
  });

  test.each([
    ['without a name in each language of the country', { names: { uk: 'Закон' } }, 'invalid'],
    ['on a day that there is not', { on: '2023-02-30' }, 'dateNotAllowed'],
    ['of more than there are', { count: 42, of: 41 }, 'moreThanItsWhole'],
    ['of a whole without a part', { of: 41 }, 'moreThanItsWhole'],
  ])('is refused %s', (_, more, code) => {
    expect(() => made(more)).toThrow(expect.objectContaining({ code }));
  });
});
