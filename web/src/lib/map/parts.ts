/* What draws maps, in a file of its own: it is fetched when a map comes into view. What moves them, and facilities, come after it. */
import type { RegionCode } from '#functions/domain/countryPack.ts';
import { facilityPoints, type FacilitiesThen } from './facilityPoints.ts';

export { default as RegionMap } from './RegionMap.svelte';
export { default as ShadeLegend } from '#lib/shading/ShadeLegend.svelte';
export { drawnCountry } from './shapes.ts';

/** What draws and lists facilities, and those that the caller may see, or those of one region. */
interface FacilityParts {
  FacilityMap: typeof import('./FacilityMap.svelte').default;
  FacilityTable: typeof import('./FacilityTable.svelte').default;
  facilities: FacilitiesThen;
}

export async function facilityParts(region?: RegionCode): Promise<FacilityParts> {
  const [{ default: FacilityMap }, { default: FacilityTable }, facilities] = await Promise.all([
    import('./FacilityMap.svelte'),
    import('./FacilityTable.svelte'),
    facilityPoints(region),
  ]);
  return { FacilityMap, FacilityTable, facilities };
}
