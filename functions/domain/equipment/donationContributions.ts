import { monthOf } from '../calendar.ts';
import { summed, type Contribution, type Scope } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import type { Donation } from './donation.ts';

/** The scope of a donor's own progress. */
export const donorScope = (donorId: string): Scope => `donor:${donorId}`;

/** The scope in which each donation has rows of its own, so that a list of all of them is one read. */
export const donationsScope: Scope = 'donations:all';

/** A pledge counts on its day, in the nation's own row: where it goes is not known yet. */
export function donationContributions(
  { donorId, pledgedOn, lines }: Donation,
  { country }: CountryPack,
): Contribution[] {
  const amounts = {
    aidPledgedUsd: lines.reduce((sum, line) => sum + line.usdCents, 0),
    unitsPledged: lines.reduce((sum, line) => sum + line.quantity, 0),
  };
  const at = { row: country, month: monthOf(pledgedOn), amounts };
  return summed([
    { scope: 'country', ...at },
    { scope: donorScope(donorId), ...at },
  ]);
}
