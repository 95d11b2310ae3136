import { addDays, type Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { EquipmentState } from './consignment.ts';
import type { Standing } from './standing.ts';

// Loaded by lists in the browser: nothing of a schema is in here.

/** Why somebody should look at units: they did not come with the rest, do not work for long, or nothing happens to them. */
export const equipmentConcerns = ['missing', 'longFaulty', 'stuck'] as const;
export type EquipmentConcern = (typeof equipmentConcerns)[number];

/** What lists can be narrowed to: those, and what is in use by its record and by no report. */
export const listedConcerns = [...equipmentConcerns, 'silent'] as const;
export type ListedConcern = (typeof listedConcerns)[number];

/** For so many days a fault is an everyday matter. */
export const repairDays = 30;

/** The last day on which units can have broken that are faulty for long on another. */
export const longFaultySince = (day: Day): Day => addDays(day, -repairDays - 1);

/** What is known of units, as far as concerns go. */
type Known = Pick<Standing, 'state' | 'missingSince' | 'faultySince'> & {
  /** The day of the last event. */
  lastEventOn: Day;
};

const isMoving = (state: EquipmentState): state is keyof CountryPack['daysUntilStuck'] =>
  state === 'planned' || state === 'shipped' || state === 'received' || state === 'installed';

/** The first day on which each concern is one, unless something happens before; undefined for what is none. */
export function concernDays(
  { state, missingSince, faultySince, lastEventOn }: Known,
  { daysUntilStuck }: Pick<CountryPack, 'daysUntilStuck'>,
): Record<EquipmentConcern, Day | undefined> {
  return {
    missing: missingSince,
    longFaulty: faultySince && addDays(faultySince, repairDays + 1),
    stuck: isMoving(state) ? addDays(lastEventOn, daysUntilStuck[state] + 1) : undefined,
  };
}

/** The concerns that there are about units on a day. */
export function concernsOn(
  day: Day,
  known: Known,
  pack: Pick<CountryPack, 'daysUntilStuck'>,
): EquipmentConcern[] {
  const days = concernDays(known, pack);
  return equipmentConcerns.filter((concern) => (days[concern] ?? '9') <= day);
}
