import { describe, expect, test } from 'vitest';
import { checkReadiness } from '../../../functions/domain/facility/checkReadiness.ts';
import {
  checklistFaults,
  checklistForm,
  lookAgainBetween,
  lookedIn,
  solutionsToCheck,
  type TypedChecklist,
} from '../../../web/src/lib/readiness/checklist.ts';
import { liveFacility, testPack } from '../../support/builders.ts';

const today = '2024-12-03';
const days = { first: testPack.programmeStart, last: today };
const known = checkReadiness(
  liveFacility(),
  {
    solutionId: 'monitoring',
    on: '2024-11-01',
    by: 'head',
    checks: [
      { check: 'power', isMet: true },
      { check: 'room', isMet: false, note: 'Painted', lookAgainOn: '2024-12-20' },
    ],
  },
  { pack: testPack, today },
);
const begun = checklistForm(known, 'monitoring', today);
const typed = (more: Partial<TypedChecklist>): TypedChecklist => ({ ...begun, ...more });
const met = { found: 'met', note: '', lookAgainOn: '' } as const;
const gap = { found: 'gap', note: '', lookAgainOn: '2024-12-24' } as const;

describe('the form of a checklist', () => {
  test('tells what was typed anew, and nothing else', () => {
    const form = typed({ room: { ...begun.room, found: 'met' }, internet: gap });

    expect(lookedIn(form, begun)).toEqual({
      on: today,
      checks: [
        { check: 'internet', isMet: false, lookAgainOn: '2024-12-24' },
        { check: 'room', isMet: true, note: 'Painted' },
      ],
    });
    expect(checklistFaults(form, begun, days)).toEqual([]);
  });

  test('of which nothing was changed says that all is as it was', () => {
    expect(lookedIn(begun, begun).checks.map(({ check }) => check)).toEqual(['power', 'room']);
  });

  test.each<[string, Partial<TypedChecklist>, string[]]>([
    ['a future day', { on: '2024-12-04', power: { ...met, note: 'New cable' } }, ['on']],
    ['a gap without a day', { power: { ...gap, lookAgainOn: '' } }, ['power.lookAgainOn']],
    [
      'a day to look again on the day itself',
      { power: { ...gap, lookAgainOn: today } },
      ['power.lookAgainOn'],
    ],
    ['one more than a year ahead', { power: { ...gap, lookAgainOn: '2025-12-05' } }, ['power.lookAgainOn']],
    ['a note of one letter', { power: { ...met, note: 'x' } }, ['power.note']],
  ])('has to be mended with %s', (_, more, fields) => {
    expect(checklistFaults(typed(more), begun, days)).toEqual(fields);
  });

  test('of which nothing is answered asks for the first', () => {
    const empty = checklistForm(liveFacility(), 'monitoring', today);

    expect(checklistFaults(empty, empty, days)).toEqual(['power.found']);
  });
});

test('a gap is looked at again from the next day on, within a year', () => {
  expect(lookAgainBetween('2024-12-31')).toEqual({ first: '2025-01-01', last: '2026-01-01' });
  expect(lookAgainBetween('')).toEqual({ first: '', last: '' });
});

test('the solutions that matter are those told of, used, and with equipment that is not gone', () => {
  expect(
    solutionsToCheck(known, [
      { solutionId: 'self-examination', state: 'planned' },
      { solutionId: 'ai-ct', state: 'scrapped' },
      { state: 'inUse' },
    ]),
  ).toEqual(['monitoring', 'self-examination']);
});
