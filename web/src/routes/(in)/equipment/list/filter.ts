import { listedConcerns } from '#functions/domain/equipment/concern.ts';
import { equipmentStates, type EquipmentState } from '#functions/domain/equipment/consignment.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import type { Params } from '#lib/ui/address.ts';

/** What units may be looked for by: those that do not work, or those that somebody should look at. */
export const conditions = ['faulty', ...listedConcerns] as const;
export type Condition = (typeof conditions)[number];

/** What the list of equipment is narrowed to, as the address says. */
export interface EquipmentFilter {
  region?: RegionCode;
  state?: EquipmentState;
  equipmentType?: string;
  solutionId?: string;
  condition?: Condition;
}

/** The filter in an address; what it does not understand is left out. */
export function filterOf(
  params: Pick<Params, 'get'>,
  { regions, equipmentTypes }: Pick<CountryPack, 'regions' | 'equipmentTypes'>,
): EquipmentFilter {
  const region = regions.find(({ code }) => code === params.get('region'))?.code;
  const state = equipmentStates.find((known) => known === params.get('state'));
  const equipmentType = equipmentTypes.find(({ code }) => code === params.get('type'))?.code;
  const solutionId = /^[a-z][a-z0-9-]{2,39}$/.exec(params.get('solution') ?? '')?.[0];
  const condition = conditions.find((known) => known === params.get('condition'));
  return {
    ...(region && { region }),
    ...(state && { state }),
    ...(equipmentType && { equipmentType }),
    ...(solutionId && { solutionId }),
    ...(condition && { condition }),
  };
}
