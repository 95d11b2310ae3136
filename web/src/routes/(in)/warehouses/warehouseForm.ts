import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
import type { Day } from '#functions/domain/calendar.ts';
import type { EditedWarehouse, Warehouse, WarehouseProfile } from '#functions/domain/warehouse.ts';
import { typedPolicy } from '#lib/record/policy.ts';
import { namesOf, type TypedNames } from '#lib/record/typed.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  warehouseId: string;
  names: TypedNames;
  settlement: TypedNames;
  region: string;
  keeper: string;
  closedOn: string;
  /** Empty where the warehouse is shown as the country shows all. */
  locationPolicy: string;
}

/** The form of a warehouse that is to be registered. */
export function emptyForm(): Typed {
  return {
    warehouseId: '',
    names: {},
    settlement: {},
    region: '',
    keeper: '',
    closedOn: '',
    locationPolicy: '',
  };
}

/** The form of a warehouse that there is. */
export function formOf(warehouse: Warehouse): Typed {
  const { warehouseId, names, settlement, region, keeper, closedOn, locationPolicy } = warehouse;
  return {
    warehouseId,
    names: { ...names },
    settlement: { ...settlement },
    region,
    keeper,
    closedOn: closedOn ?? '',
    locationPolicy: locationPolicy ?? '',
  };
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(
  typed: Typed,
  pack: Pick<CountryPack, 'country' | 'programmeStart' | 'languages'>,
  today: Day,
): string[] {
  const own = ownLanguage(pack);
  const { closedOn } = typed;
  const isRight: Record<string, boolean> = {
    warehouseId: new RegExp(`^${pack.country}-W\\d{2,4}$`).test(typed.warehouseId.trim()),
    [`names.${own}`]: Boolean(typed.names[own]?.trim()),
    [`settlement.${own}`]: Boolean(typed.settlement[own]?.trim()),
    region: typed.region !== '',
    keeper: typed.keeper.trim() !== '',
    closedOn: !closedOn || (closedOn >= pack.programmeStart && closedOn <= today),
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The form as the API takes it for a new warehouse. */
export function profileOf(typed: Typed): WarehouseProfile {
  return { warehouseId: typed.warehouseId.trim(), region: typed.region, ...editedOf(typed) };
}

/** The form as the API takes it for a warehouse that there is. */
export function editedOf({ names, settlement, keeper, closedOn, ...rest }: Typed): EditedWarehouse {
  const locationPolicy = typedPolicy(rest.locationPolicy);
  return {
    names: namesOf(names),
    settlement: namesOf(settlement),
    keeper: keeper.trim(),
    ...(closedOn && { closedOn }),
    ...(locationPolicy && { locationPolicy }),
  };
}
