import * as z from 'zod/mini';
import type { Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { AttributedSource, type Adoption } from '../solution/adoption.ts';
import { SolutionId } from '../solution/solutionTerms.ts';

/** Units of one type and source that worked and were used for a solution on a day, and what they are worth in US cents. */
export const EquipmentInUse = z.strictObject({
  solutionId: SolutionId,
  equipmentType: z.string(),
  source: AttributedSource,
  units: z.int(),
  usdCents: z.int(),
});
export type EquipmentInUse = z.infer<typeof EquipmentInUse>;

/** What a facility had in use on a day, by solution, type and source. Units without a value are worth the country's reference price. */
export function equipmentInUse(
  { adoptions = [] }: { adoptions?: Adoption[] },
  day: Day,
  { equipmentTypes }: Pick<CountryPack, 'equipmentTypes'>,
): EquipmentInUse[] {
  const sums = new Map<string, EquipmentInUse>();
  for (const { solutionId, equipment } of adoptions)
    for (const { equipmentType, provided, spans } of equipment) {
      const isInUse = spans.some((span) => span.isUsed && !span.isFaulty && isWithin(span, day));
      if (!provided || !isInUse) continue;
      const { source, units } = provided;
      const price = equipmentTypes.find(({ code }) => code === equipmentType)?.referenceUsdCents ?? 0;
      const usdCents = provided.usdCents || units * price;
      const key = [solutionId, equipmentType, source].join(' ');
      const sum = sums.get(key) ?? { solutionId, equipmentType, source, units: 0, usdCents: 0 };
      sums.set(key, { ...sum, units: sum.units + units, usdCents: sum.usdCents + usdCents });
    }
  return [...sums.values()];
}

/** Whether as much of the same was in use, in whatever order it is told. */
export function isSameInUse(some: EquipmentInUse[], others: EquipmentInUse[]): boolean {
  const told = (all: EquipmentInUse[]) =>
    all
      .map(({ solutionId, equipmentType, source, units, usdCents }) =>
        [solutionId, equipmentType, source, units, usdCents].join(' '),
      )
      .sort()
      .join('\n');
  return told(some) === told(others);
}

function isWithin({ from, until }: { from: Day; until?: Day | undefined }, day: Day): boolean {
  return from <= day && (!until || day < until);
}
