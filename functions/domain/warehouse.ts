import * as z from 'zod/mini';
import { Day } from './calendar.ts';
import { LocationPolicy, RegionCode, ensureInProgramme, type CountryPack } from './countryPack.ts';
import { NewProperNames, ProperNames } from './names.ts';
import { ensurePlace } from './placeProfile.ts';
import { lineOf } from './text.ts';

/** Never the code of a facility, so that a code alone says which kind of place it is. */
export const warehousePattern = /^[A-Z]{2}-W\d{2,4}$/;
export const WarehouseId = z.string().check(z.regex(warehousePattern));

/** What is known of a warehouse. */
export const WarehouseProfile = z.strictObject({
  warehouseId: WarehouseId,
  names: ProperNames,
  region: RegionCode,
  settlement: ProperNames,
  /** Who keeps it: a person, an office or a company. */
  keeper: lineOf(200),
  /** The day from which nothing is kept there any more. */
  closedOn: z.optional(Day),
  /** How exactly the warehouse is shown outside, where the country's policy is not strict enough for it. */
  locationPolicy: z.optional(LocationPolicy),
});
export type WarehouseProfile = z.infer<typeof WarehouseProfile>;

/** A profile as it may be given from now on. */
export const NewWarehouseProfile = z.extend(WarehouseProfile, {
  names: NewProperNames,
  settlement: NewProperNames,
});

/** The whole of what can be edited: a warehouse keeps its code and stays where it is. */
export const EditedWarehouse = z.omit(NewWarehouseProfile, { warehouseId: true, region: true });
export type EditedWarehouse = z.infer<typeof EditedWarehouse>;

/** A place that holds equipment and is no facility. */
export const Warehouse = z.extend(WarehouseProfile, { version: z.int().check(z.minimum(1)) });
export type Warehouse = z.infer<typeof Warehouse>;

interface WarehouseCase {
  pack: CountryPack;
  today: Day;
}

/** A new warehouse. */
export function registerWarehouse(profile: WarehouseProfile, on: WarehouseCase): Warehouse {
  ensureProfile(profile, on);
  return { ...profile, version: 1 };
}

/** The warehouse becomes this, as a whole; the code and the region stay. Without `closedOn` it is open, also again. */
export function editWarehouse(warehouse: Warehouse, edited: EditedWarehouse, on: WarehouseCase): Warehouse {
  const { warehouseId, region, version } = warehouse;
  const profile = { warehouseId, region, ...edited };
  ensureProfile(profile, on);
  return { ...profile, version: version + 1 };
}

function ensureProfile(profile: WarehouseProfile, { pack, today }: WarehouseCase): void {
  ensurePlace(profile, { code: profile.warehouseId, field: 'warehouseId', kind: 'warehouse' }, pack);
  if (profile.closedOn) ensureInProgramme(profile.closedOn, pack, today, 'closedOn');
}
