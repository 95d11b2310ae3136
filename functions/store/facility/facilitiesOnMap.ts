import { FacilityOnMap } from '../../domain/facility/facilityPoints.ts';
import type { RegionCode } from '../../domain/countryPack.ts';
import type { Database } from '../database.ts';

/** From so many facilities on, those of further regions come in another answer: each takes its time to be read. */
const many = 5000;
/** Regions that are read at once at first; where they have few facilities, twice as many each time. */
const regionsAtFirst = 4;

/** The facilities of these regions with just what a map needs; of very many those of the first regions, and where the others begin. */
export async function facilitiesOnMap(
  database: Database,
  regions: RegionCode[],
): Promise<{ facilities: FacilityOnMap[]; next?: RegionCode }> {
  const facilities: FacilityOnMap[] = [];
  let left = regions;
  for (let atOnce = regionsAtFirst; left.length > 0 && facilities.length < many; atOnce *= 2) {
    const found = await Promise.all(left.slice(0, atOnce).map((region) => onMapIn(database, region)));
    facilities.push(...found.flat());
    left = left.slice(atOnce);
  }
  return { facilities, ...(left[0] && { next: left[0] }) };
}

async function onMapIn(database: Database, region: RegionCode): Promise<FacilityOnMap[]> {
  const items = await database.query('facilities', {
    index: 'byRegionInFull',
    key: 'region',
    equals: region,
    project: Object.keys(FacilityOnMap.shape),
  });
  return database.readable('facilities', items, (item) => FacilityOnMap.parse(item));
}
