import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeSolutionStage,
  editSolution,
  operatesOn,
  registerSolution,
  solutionStatuses,
  termsOf,
  type Solution,
} from '../../../../functions/domain/solution/solution.ts';
import { solutionContributions } from '../../../../functions/domain/solution/solutionContributions.ts';
import { termsOn } from '../../../../functions/domain/solution/termsOn.ts';
import { testPack } from '../../../support/builders.ts';

const on = { pack: testPack, today: '2024-12-03', takenIndicators: [] };
const profile = {
  names: { en: 'Trauma' },
  capability: 'trauma',
  equipmentTypes: ['tablet'],
  indicators: ['traumas'],
};
const begun = registerSolution(
  { solutionId: 'trauma', ...profile },
  { ...on, date: '2024-01-15', by: 'manager' },
);
const to = (status: 'preparing' | 'operating' | 'retired', date: string) => ({ status, date, by: 'manager' });
const operating = changeSolutionStage(begun, to('operating', '2024-03-01'), on);

test('a solution is prepared, operates and is retired, each from a day', () => {
  const retired = changeSolutionStage(operating, to('retired', '2024-06-01'), on);

  expect(retired.stages.map(({ status }) => status)).toEqual([...solutionStatuses]);
  expect(retired.version).toBe(3);
  expect(
    ['2024-02-29', '2024-03-01', '2024-05-31', '2024-06-01'].map((day) => operatesOn(retired, day)),
  ).toEqual([false, true, true, false]);
});

test.each<[string, Solution, ReturnType<typeof to>, string, string]>([
  ['skips its operation', begun, to('retired', '2024-03-01'), 'stageNotNext', 'status'],
  ['goes back', operating, to('preparing', '2024-04-01'), 'stageNotNext', 'status'],
  ['stays where it is', operating, to('operating', '2024-04-01'), 'stageNotNext', 'status'],
  ['goes on before it began', begun, to('operating', '2024-01-14'), 'dateNotAllowed', 'date'],
  ['goes on tomorrow', begun, to('operating', '2024-12-04'), 'dateNotAllowed', 'date'],
  ['operates unseen', { ...begun, indicators: [] }, to('operating', '2024-03-01'), 'invalid', 'indicators'],
])('no solution %s', (_, solution, stage, code, field) => {
  expect(() => changeSolutionStage(solution, stage, on)).toThrow(
    expect.objectContaining({ code, details: { field } }),
  );
});

test.each([
  ['a capability', { capability: 'telepathy' }, 'invalid', 'capability'],
  ['a type of equipment', { equipmentTypes: ['tablet', 'wand'] }, 'invalid', 'equipmentTypes'],
  ['a type of equipment twice', { equipmentTypes: ['tablet', 'tablet'] }, 'invalid', 'equipmentTypes'],
  ['an indicator', { indicators: ['constructor'] }, 'unknownIndicator', 'indicators'],
])('a solution cannot name %s that the country does not have', (_, more, code, field) => {
  expect(() => editSolution(begun, { ...profile, ...more }, on)).toThrow(
    expect.objectContaining({ code, details: { field } }),
  );
});

test('a name is given in the country’s own language, and an indicator that is free', () => {
  expect(() => editSolution(begun, { ...profile, names: { uk: 'Травма' } }, on)).toThrow(
    expect.objectContaining({ details: { field: 'names.en' } }),
  );
  expect(() => editSolution(begun, profile, { ...on, takenIndicators: ['traumas'] })).toThrow(
    expect.objectContaining({ code: 'alreadyExists', details: { field: 'indicators' } }),
  );
});

test('what is edited has the terms of a new version, and a solution that operates keeps an indicator', () => {
  const edited = editSolution(operating, { ...profile, equipmentTypes: [] }, on);

  expect(termsOf(edited)).toEqual({
    version: 3,
    capability: 'trauma',
    equipmentTypes: [],
    indicators: ['traumas'],
    former: [{ ...termsOf(operating), until: on.today }],
  });
  expect(edited.stages).toEqual(operating.stages);
  expect(() => editSolution(operating, { ...profile, indicators: [] }, on)).toThrow('indicator');
});

describe('other terms', () => {
  const edit = (solution: Solution, more: object, termsFrom?: string) =>
    editSolution(solution, { ...profile, ...more }, { ...on, ...(termsFrom && { termsFrom }) });
  const needsBoth = edit(operating, { equipmentTypes: ['tablet', 'complex'] }, '2024-05-01');

  test('hold from a day, and those before them until then', () => {
    expect(termsOf(needsBoth)).toMatchObject({
      version: 3,
      equipmentTypes: ['tablet', 'complex'],
      former: [{ version: 1, equipmentTypes: ['tablet'], until: '2024-05-01' }],
    });
    const again = edit(needsBoth, { equipmentTypes: [] }, '2024-07-01');
    expect(termsOf(again).former).toMatchObject([
      { version: 1, until: '2024-05-01' },
      { version: 3, until: '2024-07-01' },
    ]);
  });

  test('from an earlier day take the place of those that would have begun later', () => {
    const earlier = edit(needsBoth, { equipmentTypes: [] }, '2024-04-01');

    expect(termsOf(earlier).former).toMatchObject([{ version: 1, until: '2024-04-01' }]);
    expect(
      ['2024-03-31', '2024-04-01', '2024-06-01'].map((day) => termsOn(termsOf(earlier), day).version),
    ).toEqual([1, 4, 4]);
  });

  test('are none where only the name, the supplier or the order is another', () => {
    const renamed = edit(needsBoth, {
      names: { en: 'Wounds' },
      supplier: 'Other Ltd',
      equipmentTypes: ['complex', 'tablet'],
    });

    expect(renamed).toMatchObject({ version: 4, termsVersion: 3 });
    expect(termsOf(renamed)).toMatchObject({ version: 3, former: termsOf(needsBoth).former });
    expect(termsOf(edit(operating, { supplier: 'Other Ltd' }))).toEqual(termsOf(begun));
  });

  test.each([['2024-01-14'], ['2024-12-04']])('do not hold from %s', (day) => {
    expect(() => edit(operating, { equipmentTypes: [] }, day)).toThrow(
      expect.objectContaining({ code: 'dateNotAllowed', details: { field: 'termsFrom' } }),
    );
  });
});

describe('in progress', () => {
  test('a solution counts once, in the nation’s own row, where it stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 12 }),
        (months, asked) => {
          const day = (month: number) => `2024-${String(month).padStart(2, '0')}-10`;
          const stages = months
            .toSorted((a, b) => a - b)
            .map((month, index) => ({
              status: solutionStatuses[index] ?? 'retired',
              date: day(month),
              by: 'x',
            }));

          const counted = solutionContributions({ ...begun, stages }, testPack);

          expect(counted.every(({ row, scope }) => row === 'UA' && scope === 'country')).toBe(true);
          const level = (name: string) =>
            counted
              .filter(({ month }) => month <= day(asked).slice(0, 7))
              .reduce((sum, { amounts }) => sum + (amounts[name] ?? 0), 0);
          const now = stages.findLast(({ date }) => date <= day(asked))?.status;
          expect([level('solutionsPreparing'), level('solutionsOperating')]).toEqual([
            Number(now === 'preparing'),
            Number(now === 'operating'),
          ]);
        },
      ),
    );
  });
});
