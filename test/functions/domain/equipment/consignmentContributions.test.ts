import { describe, expect, test } from 'vitest';
import type { Consignment } from '../../../../functions/domain/equipment/consignment.ts';
import { consignmentContributions } from '../../../../functions/domain/equipment/consignmentContributions.ts';
import {
  beginConsignment,
  followPlaces,
  isBehind,
} from '../../../../functions/domain/equipment/consignmentRules.ts';
import { installedSpans } from '../../../../functions/domain/equipment/installedSpans.ts';
import { testPack } from '../../../support/builders.ts';
import {
  consignment,
  inUse,
  lviv,
  odesa,
  places,
  telling,
  toldEvent,
  type Told,
} from '../../../support/equipment.ts';

describe('what units add to progress', () => {
  const counted = (one: Consignment, scope = 'country', as = '') =>
    consignmentContributions(one, testPack)
      .filter((row) => row.scope === scope)
      .map(({ row, month, amounts }) => [`${month} ${as || row}`, amounts]);

  test('aid is shipped and received once, held while it is there, and in use while it is used', () => {
    expect(Object.fromEntries(counted(consignment(inUse)))).toEqual({
      '2024-02 UA-46': { unitsPlanned: 4 },
      '2024-03 UA-46': {
        unitsPlanned: -4,
        unitsReceived: 4,
        aidShippedUsd: 100_001,
        aidReceivedUsd: 100_001,
        aidHeldUsd: 100_001,
      },
      '2024-04 UA-46': { unitsReceived: -4, unitsInUse: 4, aidInUseUsd: 100_001 },
    });
  });

  test('its donor’s scope has the same, and how far the units came', () => {
    const own = counted(consignment(inUse), 'donor:donor-1').map(([at, amounts]) => [
      at,
      Object.fromEntries(Object.entries(amounts ?? {}).filter(([name]) => !/^(furthest|days)\./.test(name))),
    ]);

    expect(own).toEqual(counted(consignment(inUse)));
  });

  test('its donation’s row has the same, wherever the units are', () => {
    expect(counted(consignment(inUse), 'donations:all')).toEqual(
      counted(consignment(inUse), 'country', 'aid'),
    );
  });

  test('of another source only units count', () => {
    const own = consignment(inUse, { source: { kind: 'state' } });

    expect(counted(own).flatMap(([, amounts]) => Object.keys(amounts ?? {}))).not.toContain('aidHeldUsd');
    expect(counted(own, 'donor:donor-1')).toEqual([]);
    expect(counted(own, 'donations:all')).toEqual([]);
  });

  test('with a transfer the level leaves one row for the other, and nothing flows again', () => {
    const moved = consignment([
      ...inUse,
      ['transferOffered', '05-01', { to: odesa.placeId }],
      ['transferAccepted', '05-02'],
      ['shipped', '05-03'],
      ['received', '06-03'],
    ]);

    const rows = Object.fromEntries(counted(moved));
    expect(rows['2024-05 UA-46']).toEqual({ unitsInUse: -4, unitsShipped: 4, aidInUseUsd: -100_001 });
    expect(rows['2024-06 UA-46']).toEqual({ unitsShipped: -4, aidHeldUsd: -100_001 });
    expect(rows['2024-06 UA-51']).toEqual({ unitsReceived: 4, aidHeldUsd: 100_001 });
  });

  test('a facility’s move to another region takes its units along from that month on', () => {
    const before = consignment(inUse);
    const now = {
      ...lviv,
      region: 'UA-51',
      formerRegions: [{ region: 'UA-46', until: '2024-06-10', by: 'x' }],
    };
    const moved = new Map([...places, [lviv.placeId, now]]);

    expect([isBehind(before, places), isBehind(before, moved)]).toEqual([false, true]);
    const rows = Object.fromEntries(counted(followPlaces(before, moved).after));
    expect(rows['2024-06 UA-46']).toEqual({ unitsInUse: -4, aidHeldUsd: -100_001, aidInUseUsd: -100_001 });
    expect(rows['2024-06 UA-51']).toEqual({ unitsInUse: 4, aidHeldUsd: 100_001, aidInUseUsd: 100_001 });
  });

  test('what was there before the programme counts from its first month', () => {
    const old = consignment([], {
      log: consignment(inUse).log.map((event) => ({ ...event, date: event.date.replace('2024', '2019') })),
    });

    expect(counted(old).map(([at]) => at)).toEqual(['2022-01 UA-46']);
  });
});

describe('what units a facility has installed', () => {
  test('from the day they are to the day they are no more, whether they work and are used', () => {
    const told: Told[] = [
      ...inUse,
      ['fault', '05-01'],
      ['repaired', '05-20'],
      ['notInUse', '06-10'],
      ['dismantled', '07-01'],
      ['installed', '08-01'],
    ];
    const isUsed = true;

    expect(installedSpans(consignment(told), lviv.placeId)).toEqual([
      { from: '2024-04-01', until: '2024-04-05' },
      { from: '2024-04-05', until: '2024-05-01', isUsed },
      { from: '2024-05-01', until: '2024-05-20', isFaulty: true, isUsed },
      { from: '2024-05-20', until: '2024-06-10', isUsed },
      { from: '2024-06-10', until: '2024-07-01' },
      { from: '2024-08-01' },
    ]);
    expect(installedSpans(consignment(told), odesa.placeId)).toEqual([]);
  });
});

test.each(['1999-12-31', '2100-01-01'])('nobody answers for equipment until %s', (accountableUntil) => {
  const { version: _, parts: __, log: ___, ...facts } = consignment();
  const told = [toldEvent(['planned', '02-01', { to: lviv.placeId }])];
  const begin = (until: string) => beginConsignment({ ...facts, accountableUntil: until }, told, telling);

  expect(begin('2029-12-31').accountableUntil).toBe('2029-12-31');
  expect(() => begin(accountableUntil)).toThrow(
    expect.objectContaining({ code: 'dateNotAllowed', details: { field: 'accountableUntil' } }),
  );
});
