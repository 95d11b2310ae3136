import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  followFacility,
  isBehind,
  placedAnew,
} from '../../../../functions/domain/training/trainingPlaces.ts';
import { mergeSessions, registerSession } from '../../../../functions/domain/training/trainingRules.ts';
import { anyTold, trainedAt } from '../../../support/training/anySession.ts';
import { liveFacility } from '../../../support/builders.ts';
import { on, one, session as usual, told, two } from '../../../support/training/case.ts';

const refusal = (code: string, field: string) => expect.objectContaining({ code, details: { field } });

describe('two that are one', () => {
  const session = { ...usual, day: '2024-10-28' };
  const double = registerSession(
    'session-of-two',
    {
      ...told,
      day: '2024-11-05',
      host: { kind: 'nation' },
      lines: [
        { facilityId: 'UA-0001', staff: one },
        { facilityId: 'UA-0002', staff: two },
        { facilityId: 'UA-0003', staff: two },
      ],
    },
    on,
  );

  test('become the first, with the facilities of both where they were in its month', () => {
    const [kept, gone] = mergeSessions(session, double, on);

    expect(kept).toMatchObject({ version: 2, day: session.day, doubles: ['session-of-two'] });
    expect(kept.lines.map(({ facilityId, region, staff }) => [facilityId, region, staff])).toEqual([
      ['UA-0001', 'UA-46', two],
      ['UA-0002', 'UA-51', one],
      ['UA-0003', 'UA-51', two],
    ]);
    expect(gone).toEqual({ ...double, version: 2, cancelled: { mergedInto: 'session-of-one' } });
  });

  test('are not one and the same', () => {
    expect(() => mergeSessions(session, session, on)).toThrow(refusal('invalid', 'doubleId'));
  });

  test('have every facility of either once, whatever they say', () => {
    fc.assert(
      fc.property(anyTold, anyTold, (first, second) => {
        const [kept] = mergeSessions(
          registerSession('session-of-any', first, on),
          registerSession('session-of-two', { ...second, day: first.day }, on),
          on,
        );
        const named = [...first.lines, ...second.lines].map(({ facilityId }) => facilityId);

        expect(kept.lines.map(({ facilityId }) => facilityId)).toEqual([...new Set(named)].toSorted());
      }),
    );
  });
});

describe('a facility that moves', () => {
  test('takes with it what it held and its people since that day’s month, and nothing else', () => {
    fc.assert(
      fc.property(anyTold, fc.constantFrom(...trainedAt), (any, facilityId) => {
        const before = registerSession('session-of-any', any, on);
        const facility = liveFacility({
          facilityId,
          region: 'UA-51',
          formerRegions: [{ region: 'UA-46', until: '2024-10-15', by: 'test' }],
        });
        const region = before.day < '2024-10' ? 'UA-46' : 'UA-51';
        const after = followFacility(before, facility);

        expect(isBehind(after, facility)).toBe(false);
        for (const line of after.lines)
          expect(line.region).toBe(
            line.facilityId === facilityId
              ? region
              : before.lines.find((known) => known.facilityId === line.facilityId)?.region,
          );
        if (after.host.kind === 'facility' && after.host.facilityId === facilityId)
          expect(after.host.region).toBe(region);
        expect(placedAnew(before, after).every((id) => id === facilityId)).toBe(true);
      }),
    );
  });
});
