/* What draws maps, in a file of its own: it is fetched when a map comes into view. */
export { default as FacilityMap } from './FacilityMap.svelte';
export { default as FacilityTable } from './FacilityTable.svelte';
export { default as RegionMap } from './RegionMap.svelte';
export { facilityPoints } from './facilityPoints.ts';
export { drawnCountry } from './shapes.ts';
