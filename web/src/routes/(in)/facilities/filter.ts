import { stages, type Stage } from '#functions/domain/facility/facility.ts';
import type { RegionCode } from '#functions/domain/countryPack.ts';

/** What the list is narrowed to, as the address says. */
export interface FacilityFilter {
  region?: RegionCode;
  stage?: Stage;
  text?: string;
}

/** The filter in an address; what it does not understand is left out. */
export function filterOf(params: URLSearchParams): FacilityFilter {
  const region = params.get('region');
  const stage = stages.find((known) => known === params.get('stage'));
  const text = params.get('text')?.trim();
  return { ...(region && { region }), ...(stage && { stage }), ...(text && { text }) };
}

/** The address of the list with a filter changed; empty values leave it, and it begins at its first page. */
export function addressWith(
  filter: FacilityFilter,
  change: Partial<Record<keyof FacilityFilter | 'pages', string>>,
): string {
  const pairs = Object.entries({ ...filter, ...change }).filter(([, value]) => value);
  return `?${new URLSearchParams(pairs)}`;
}
