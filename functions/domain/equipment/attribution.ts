import type { AttributedSource } from '../solution/adoption.ts';
import type { EquipmentInUse } from './equipmentInUse.ts';

/** Whose a share of a figure is where nothing was in use. */
const nobody = 'unattributed';

/**
 * A month's figure of a solution at a facility, shared over the sources of what was in use for it, in proportion to the value
 * of each one's units, by largest remainder (the Hamilton method); of equal remainders the source first in the alphabet
 * has the next. The shares add up to the figure. With nothing in use it is `unattributed`.
 */
export function attributed(
  figure: number,
  inUse: readonly Pick<EquipmentInUse, 'source' | 'usdCents'>[],
): Map<string, number> {
  const values = new Map<AttributedSource, bigint>();
  for (const { source, usdCents } of inUse) values.set(source, (values.get(source) ?? 0n) + BigInt(usdCents));
  const whole = [...values.values()].reduce((sum, value) => sum + value, 0n);
  if (whole === 0n) return new Map([[nobody, figure]]);
  const shares = [...values]
    .map(([source, value]) => ({
      source,
      share: Number((BigInt(figure) * value) / whole),
      remainder: (BigInt(figure) * value) % whole,
    }))
    .sort(
      (a, b) =>
        Number(b.remainder > a.remainder) - Number(a.remainder > b.remainder) ||
        (a.source < b.source ? -1 : 1),
    );
  const left = figure - shares.reduce((sum, { share }) => sum + share, 0);
  return new Map(shares.map(({ source, share }, index) => [source, share + (index < left ? 1 : 0)]));
}
