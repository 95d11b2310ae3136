import type { Donation } from '#functions/domain/equipment/donation.ts';

/** Units, and what they are worth in US cents. */
export interface Amount {
  units: number;
  usdCents: number;
}

/** What donations promise, and what of it is in consignments. */
export interface Sums {
  pledged: Amount;
  planned: Amount;
}

const none: Amount = { units: 0, usdCents: 0 };

/** Adds up all lines of donations. */
export function sumsOf(donations: Pick<Donation, 'lines'>[]): Sums {
  const lines = donations.flatMap((donation) => donation.lines);
  return {
    pledged: lines.reduce((sum, { quantity, usdCents }) => added(sum, { units: quantity, usdCents }), none),
    planned: lines.reduce((sum, { planned }) => added(sum, planned), none),
  };
}

function added(sum: Amount, more: Amount): Amount {
  return { units: sum.units + more.units, usdCents: sum.usdCents + more.usdCents };
}

/** What a donation is worth in minor units of its own currency. */
export function valueOf(lines: { quantity: number; unitValue: number }[]): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line.quantity) * BigInt(line.unitValue), 0n);
}
