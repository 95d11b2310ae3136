import type { Month } from './calendar.ts';
import type { RegionCode } from './countryPack.ts';

/** Whose progress an amount is part of. The country's is what its dashboards show; a donor or a kind of equipment may have its own. */
export type Scope = 'country' | `${string}:${string}`;

/** A region, or the nation's own row (the country's code) for what belongs to no region; of donations, one of them. */
export type Row = RegionCode;

/** Amounts by figure name. */
export type Amounts = Record<string, number>;

/** What a record adds to progress in one scope, row and month. */
export interface Contribution {
  scope: Scope;
  row: Row;
  month: Month;
  amounts: Amounts;
}

/** What a write changes: after minus before, by scope, row and month, without what stays the same. */
export function difference(before: Contribution[], after: Contribution[]): Contribution[] {
  const taken = before.map((one) => ({ ...one, amounts: negative(one.amounts) }));
  return summed([...taken, ...after]);
}

/** Contributions added up to one per scope, row and month; zero amounts and empty ones are left out. */
export function summed(contributions: Contribution[]): Contribution[] {
  return addedUp(contributions).filter(({ amounts }) => Object.keys(amounts).length > 0);
}

/**
 * The differences of several records added up. A row in which they cancel each other stays, without amounts: it was
 * touched, and whoever counts its records meanwhile must learn of it.
 */
export function addedUp(contributions: Contribution[]): Contribution[] {
  const rows = new Map<string, Contribution>();
  for (const { scope, row, month, amounts } of contributions) {
    const key = `${scope}#${month}#${row}`;
    const sum = rows.get(key) ?? { scope, row, month, amounts: {} };
    for (const [name, amount] of Object.entries(amounts))
      sum.amounts[name] = (sum.amounts[name] ?? 0) + amount;
    rows.set(key, sum);
  }
  return [...rows.values()].map((sum) => ({ ...sum, amounts: withoutZeros(sum.amounts) }));
}

/** Amounts that are not zero. */
export function withoutZeros(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}

/** What takes these amounts away again. */
export function negative(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, -amount]));
}
