import { expect, test } from 'vitest';
import type { Solution } from '../../functions/domain/solution/solution.ts';
import {
  editedOf,
  emptyForm,
  faultyFields,
  formOf,
  indicatorsFor,
  profileOf,
} from '../../web/src/routes/(in)/solutions/solutionForm.ts';
import { testPack } from '../support/builders.ts';

const today = '2024-12-03';
const solution: Solution = {
  solutionId: 'trauma',
  names: { en: 'Trauma' },
  supplier: 'Supplier',
  capability: 'trauma',
  equipmentTypes: ['tablet'],
  indicators: ['traumas'],
  version: 1,
  stages: [{ status: 'preparing', date: '2024-01-15', by: 'manager' }],
};

test('an empty form names what is missing, and a full one is what the API takes', () => {
  expect(faultyFields(emptyForm(today), testPack, today)).toEqual(['solutionId', 'names.en', 'capability']);

  const { version: _, stages, ...profile } = solution;
  expect(faultyFields(formOf(solution, today), testPack, today)).toEqual([]);
  expect(profileOf(formOf(solution, today))).toEqual({ ...profile, preparingOn: stages[0]?.date });
});

test('what was emptied is left out, and a day outside the programme is told', () => {
  const typed = { ...formOf(solution, today), supplier: '  ', solutionId: 'X', preparingOn: '2021-12-31' };

  expect(editedOf(typed)).not.toHaveProperty('supplier');
  expect(faultyFields(typed, testPack, today)).toEqual(['solutionId', 'preparingOn']);
});

test('a change holds from a day on which the solution was there, and is not in the future', () => {
  const from = (termsFrom: string) =>
    faultyFields({ ...formOf(solution, today), termsFrom }, testPack, today);

  expect(from('2024-01-15')).toEqual([]);
  for (const wrong of ['2024-01-14', '2024-12-04', '']) expect(from(wrong)).toEqual(['termsFrom']);
});

test('the figures to choose from are parts, and none of another solution', () => {
  const codes = (solutionId: string, all: Solution[]) =>
    indicatorsFor(solutionId, all, testPack).map(({ code }) => code);

  expect(codes('', [])).toEqual(['resolved', 'traumas']);
  expect(codes('', [solution])).toEqual(['resolved']);
  expect(codes('trauma', [solution])).toEqual(['resolved', 'traumas']);
  expect(codes('trauma', [{ ...solution, indicators: ['staff'] }])).toContain('staff');
});
