import { describe, expect, test } from 'vitest';
import { checkReadiness } from '../../../../functions/domain/facility/checkReadiness.ts';
import type { Facility } from '../../../../functions/domain/facility/facility.ts';
import {
  dueGaps,
  readyFor,
  unmetFor,
  type LookedAt,
} from '../../../../functions/domain/facility/readiness.ts';
import { liveFacility, testPack } from '../../../support/builders.ts';
import { allMet } from '../../../support/equipment.ts';

const today = '2024-12-03';
const refused = (code: string, field: string) => expect.objectContaining({ code, details: { field } });
const gap = (check: LookedAt['check'], lookAgainOn?: string): LookedAt => ({
  check,
  isMet: false,
  ...(lookAgainOn && { lookAgainOn }),
});
const look = (facility: Facility, checks: LookedAt[], on = '2024-11-01', solutionId = 'monitoring') =>
  checkReadiness(facility, { solutionId, on, by: 'head', checks }, { pack: testPack, today });

describe('what somebody has found', () => {
  test('takes the place of what was known of these checks, and the others stay', () => {
    const first = look(liveFacility(), [...allMet.slice(0, 2), gap('room', '2024-11-20')]);
    const second = look(first, [{ check: 'room', isMet: true, note: 'Painted' }], '2024-11-21');

    expect(second.version).toBe(first.version + 1);
    expect(second.readiness).toEqual([
      {
        solutionId: 'monitoring',
        checks: [
          { check: 'power', isMet: true, on: '2024-11-01', by: 'head' },
          { check: 'internet', isMet: true, on: '2024-11-01', by: 'head' },
          { check: 'room', isMet: true, note: 'Painted', on: '2024-11-21', by: 'head' },
        ],
      },
    ]);
  });

  test('is of one solution', () => {
    const facility = look(look(liveFacility(), allMet), [gap('power', '2024-12-20')], today, 'other');

    expect(readyFor(facility)).toEqual(['monitoring']);
    expect(unmetFor(facility, 'other')).toHaveLength(6);
    expect(unmetFor(liveFacility(), 'monitoring')).toHaveLength(6);
  });

  test.each<[string, LookedAt[], string, string]>([
    ['a gap without a day to look again', [gap('power')], 'invalid', 'checks.0.lookAgainOn'],
    [
      'a day to look again on the day itself',
      [gap('power', '2024-11-01')],
      'dateNotAllowed',
      'checks.0.lookAgainOn',
    ],
    ['a day to look again before', [gap('power', '2024-10-01')], 'dateNotAllowed', 'checks.0.lookAgainOn'],
    ['one more than a year ahead', [gap('power', '2025-11-03')], 'dateNotAllowed', 'checks.0.lookAgainOn'],
    [
      'a day to look again at what is met',
      [
        { check: 'room', isMet: true },
        { check: 'power', isMet: true, lookAgainOn: '2024-12-01' },
      ],
      'invalid',
      'checks.1.lookAgainOn',
    ],
    ['a check that is named twice', [...allMet.slice(0, 1), ...allMet.slice(0, 1)], 'invalid', 'checks'],
  ])('is not %s', (_, checks, code, field) => {
    expect(() => look(liveFacility(), checks)).toThrow(refused(code, field));
  });

  test.each([
    ['tomorrow', '2024-12-04'],
    ['before the programme', '2019-01-01'],
  ])('is not of %s', (_, on) => {
    expect(() => look(liveFacility(), allMet, on)).toThrow(refused('dateNotAllowed', 'on'));
  });
});

test('gaps whose day has come are to be looked at again, the longest due first', () => {
  const facility = look(liveFacility(), [
    gap('power', '2024-12-03'),
    gap('room', '2024-11-20'),
    gap('wastePlan', '2024-12-04'),
    ...allMet.slice(3, 4),
  ]);

  expect(dueGaps(facility, today)).toMatchObject([
    { check: 'room', solutionId: 'monitoring' },
    { check: 'power', lookAgainOn: '2024-12-03' },
  ]);
  expect(dueGaps(liveFacility(), today)).toEqual([]);
});
