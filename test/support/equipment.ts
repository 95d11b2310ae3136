import type { Consignment, ToldEvent } from '../../functions/domain/equipment/consignment.ts';
import { beginConsignment, type Telling } from '../../functions/domain/equipment/consignmentRules.ts';
import type { Agreement } from '../../functions/domain/equipment/donation.ts';
import type { Place } from '../../functions/domain/equipment/place.ts';
import { readinessChecks } from '../../functions/domain/facility/readiness.ts';

export const lviv: Place = { placeId: 'UA-0001', region: 'UA-46' };
export const odesa: Place = { placeId: 'UA-0002', region: 'UA-51' };
export const store: Place = { placeId: 'UA-W01', region: 'UA-46' };
export const places = new Map([lviv, odesa, store].map((place) => [place.placeId, place]));

export const telling: Telling = {
  by: { accountId: 'test', name: 'Test' },
  at: '2024-12-03T08:00:00.000Z',
  today: '2024-12-03',
  places,
};

/** What happened on days of 2024, such as `['shipped', '03-01']`. */
export type Told = readonly [kind: ToldEvent['kind'], day: string, more?: Partial<ToldEvent>];

export const toldEvent = ([kind, day, more]: Told): ToldEvent => ({ kind, date: `2024-${day}`, ...more });

const planned: Told = ['planned', '02-01', { to: lviv.placeId }];

/** Four units of a donation, worth 1,000.01 US dollars, planned for a facility in Lviv region, and what happened then. */
export function consignment(told: Told[] = [], more: Partial<Consignment> = {}): Consignment {
  return {
    ...beginConsignment(
      {
        consignmentId: 'aid.1',
        source: { kind: 'donation', donationId: 'aid', donorId: 'donor-1', lineId: 'l1' },
        equipmentType: 'tablet',
        units: 4,
        usdCents: 100_001,
      },
      [planned, ...told].map(toldEvent),
      telling,
    ),
    ...more,
  };
}

/** All checks of a place's readiness as met. */
export const allMet = readinessChecks.map((check) => ({ check, isMet: true }));

/** Up to where the units are in use. */
export const inUse: Told[] = [
  ['shipped', '03-01'],
  ['received', '03-10'],
  ['installed', '04-01'],
  ['firstUse', '04-05'],
];

/** An agreement with one line: ten tablets at 250.00 EUR. */
export const agreement: Agreement = {
  title: 'Tablets for rural clinics',
  pledgedOn: '2024-01-15',
  currency: 'EUR',
  lines: [
    {
      lineId: 'l1',
      equipmentType: 'tablet',
      quantity: 10,
      unitValue: 25_000,
      usdRate: '1.0868',
      usdRateOn: '2024-01-15',
    },
  ],
};
