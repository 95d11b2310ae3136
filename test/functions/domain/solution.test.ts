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
} from '../../../functions/domain/solution.ts';
import { solutionContributions } from '../../../functions/domain/solutionContributions.ts';
import { testPack } from '../../support/builders.ts';

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
  });
  expect(edited.stages).toEqual(operating.stages);
  expect(() => editSolution(operating, { ...profile, indicators: [] }, on)).toThrow('indicator');
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
