import { FacilityOnMap } from '../../domain/facility/facilityPoints.ts';
import type { RegionCode } from '../../domain/countryPack.ts';
import type { Database } from '../database.ts';

/** All of a region's facilities with just what a map needs: there may be tens of thousands, and each costs its reading. */
export async function facilitiesOnMap(database: Database, region: RegionCode): Promise<FacilityOnMap[]> {
  const items = await database.query('facilities', {
    index: 'byRegionInFull',
    key: 'region',
    equals: region,
    project: Object.keys(FacilityOnMap.shape),
  });
  return database.readable('facilities', items, (item) => FacilityOnMap.parse(item));
}
