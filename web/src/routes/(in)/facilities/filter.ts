import { stages, type Stage } from '#functions/domain/facility/facility.ts';
import { facilityConcerns, type FacilityConcern } from '#functions/domain/facility/facilityConcern.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import type { Params } from '#lib/ui/address.ts';

/** What the list is narrowed to, as the address says. */
export interface FacilityFilter {
  region?: RegionCode;
  stage?: Stage;
  /** What they can use today. */
  capability?: string;
  /** Why somebody should look at them today. */
  concern?: FacilityConcern;
  text?: string;
}

/** The filter in an address; what it does not understand is left out. */
export function filterOf(
  params: Pick<Params, 'get'>,
  { capabilities }: Pick<CountryPack, 'capabilities'>,
): FacilityFilter {
  const region = params.get('region');
  const stage = stages.find((known) => known === params.get('stage'));
  const capability = capabilities.find(({ code }) => code === params.get('capability'))?.code;
  const concern = facilityConcerns.find((known) => known === params.get('concern'));
  const text = params.get('text')?.trim();
  return {
    ...(region && { region }),
    ...(stage && { stage }),
    ...(capability && { capability }),
    ...(concern && { concern }),
    ...(text && { text }),
  };
}

/** The address of the list with a filter changed; empty values leave it, and it begins at its first page. */
export function addressWith(
  filter: FacilityFilter,
  change: Partial<Record<keyof FacilityFilter | 'pages', string>>,
): string {
  const pairs = Object.entries({ ...filter, ...change }).filter(([, value]) => value);
  return `?${new URLSearchParams(pairs)}`;
}
