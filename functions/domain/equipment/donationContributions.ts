import { monthOf } from '../calendar.ts';
import { summed, type Contribution, type Scope } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { chainScopes } from './chainScopes.ts';
import type { Donation } from './donation.ts';

/** The scope in which each donation has rows of its own, so that a list of all of them is one read. */
export const donationsScope: Scope = 'donations:all';

/**
 * A pledge counts on its day, in the nation's own row: where it goes is not known yet. It counts for the country, for its
 * donor, and line by line for the type and the solution.
 */
export function donationContributions(
  { donorId, pledgedOn, lines }: Donation,
  { country }: CountryPack,
): Contribution[] {
  return summed(
    lines.flatMap(({ equipmentType, solutionId, quantity, usdCents }) => {
      const scopes: Scope[] = ['country', ...chainScopes({ donorId, equipmentType, solutionId })];
      const amounts = { aidPledgedUsd: usdCents, unitsPledged: quantity };
      return scopes.map((scope) => ({ scope, row: country, month: monthOf(pledgedOn), amounts }));
    }),
  );
}
