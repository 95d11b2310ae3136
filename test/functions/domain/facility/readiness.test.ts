import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysIn } from '../../../../functions/domain/calendar.ts';
import { checkReadiness } from '../../../../functions/domain/facility/checkReadiness.ts';
import type { Facility } from '../../../../functions/domain/facility/facility.ts';
import { facilityContributions } from '../../../../functions/domain/facility/facilityContributions.ts';
import { moveToRegion } from '../../../../functions/domain/facility/facilityMove.ts';
import { isConcernOn } from '../../../../functions/domain/facility/periodsOfConcern.ts';
import {
  dueGaps,
  readinessChecks,
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
        wasDue: [{ from: '2024-11-20', until: '2024-11-21' }],
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

describe('a facility with gaps is a concern', () => {
  const amounts = (facility: Facility) =>
    Object.fromEntries(
      facilityContributions(facility, testPack).flatMap(
        ({ row, month, amounts: { facilitiesReadinessGap } }) =>
          facilitiesReadinessGap ? [[`${month} ${row}`, facilitiesReadinessGap]] : [],
      ),
    );
  const gappy = look(
    look(liveFacility(), [gap('power', '2024-09-20'), gap('room', '2024-12-10')], '2024-08-01'),
    [gap('power', '2024-10-02')],
    '2024-08-02',
    'other',
  );

  test('once, from the first day on which one of them is due, which may lie ahead', () => {
    expect(amounts(gappy)).toEqual({ '2024-09 UA-46': 1 });
    expect(amounts(look(liveFacility(), [gap('room', '2025-01-10')]))).toEqual({ '2025-01 UA-46': 1 });
  });

  test('until somebody has looked at all that are due, and what was due then stays told', () => {
    const half = look(gappy, [{ check: 'power', isMet: true }], '2024-11-05');
    const whole = look(half, [gap('power', '2025-02-01')], '2024-11-06', 'other');

    expect(amounts(half)).toEqual({ '2024-09 UA-46': 1 });
    expect(amounts(whole)).toEqual({ '2024-09 UA-46': 1, '2024-11 UA-46': -1, '2024-12 UA-46': 1 });
    expect(dueGaps(half, today)).toMatchObject([{ solutionId: 'other', check: 'power' }]);
  });

  test('and never was one where somebody looked in time, as it turns out later', () => {
    const due = look(liveFacility(), [gap('power', '2024-09-20')], '2024-08-01');

    expect(amounts(look(due, [gap('power', '2025-02-01')], '2024-09-19'))).toEqual({ '2025-02 UA-46': 1 });
    expect(amounts(look(due, [{ check: 'power', isMet: true }], '2024-09-20'))).toEqual({});
  });

  test('where it is, as long as it is there', () => {
    const moved = moveToRegion(
      gappy,
      { region: 'UA-51', date: '2024-10-15', by: 'test' },
      { pack: testPack, today },
    );

    expect(amounts(moved)).toEqual({ '2024-09 UA-46': 1, '2024-10 UA-46': -1, '2024-10 UA-51': 1 });
  });

  test('on the days on which a gap is due, whatever is found in whatever order', () => {
    const day = fc.integer({ min: 0, max: 330 }).map((index) => addDays('2024-01-08', index));
    const found = fc.record({
      on: day,
      check: fc.constantFrom(...readinessChecks),
      solutionId: fc.constantFrom('monitoring', 'other'),
      lookAgain: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(found, { maxLength: 12 }), (finds) => {
        let facility = liveFacility();
        for (const { on, check, solutionId, lookAgain } of finds)
          facility = look(
            facility,
            [lookAgain ? gap(check, addDays(on, lookAgain)) : { check, isMet: true }],
            on,
            solutionId,
          );

        for (const asOf of [today, '2025-03-31'])
          expect(isConcernOn(asOf, facility, 'readinessGap')).toBe(dueGaps(facility, asOf).length > 0);
        for (let month = '2024-01'; month <= '2025-06'; month = addMonths(month, 1)) {
          const level = Object.entries(amounts(facility)).reduce(
            (sum, [key, amount]) => (key.slice(0, 7) <= month ? sum + amount : sum),
            0,
          );
          const isDue = isConcernOn(`${month}-${daysIn(month)}`, facility, 'readinessGap');
          expect([month, level]).toEqual([month, isDue ? 1 : 0]);
        }
      }),
    );
  });
});
