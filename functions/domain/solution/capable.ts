import type { Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { isWithin, joined, within, type Period } from '../period.ts';
import { ensure } from '../refusal.ts';
import { spansOfTerms, type Adoption } from './adoption.ts';

interface Adopting {
  adoptions?: Adoption[] | undefined;
}

/** When a facility had any solution of a capability: it counts once, however many it has. */
export function capablePeriods({ adoptions = [] }: Adopting, capability: string): Period[] {
  return joined(
    adoptions.flatMap(({ terms, periods }) =>
      spansOfTerms(terms)
        .filter((span) => span.terms.capability === capability)
        .flatMap((span) => within(periods, span)),
    ),
  );
}

/** Whether a facility has a capability on a day. */
export function isCapableOn(day: Day, facility: Adopting, capability: string): boolean {
  return capablePeriods(facility, capability).some((period) => isWithin(period, day));
}

/** Refuses a capability that the country does not know. */
export function ensureCapability(code: string, { capabilities }: Pick<CountryPack, 'capabilities'>): void {
  ensure(
    capabilities.some((known) => known.code === code),
    'invalid',
    `There is no capability "${code}".`,
    { field: 'capability' },
  );
}
