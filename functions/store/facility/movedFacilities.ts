import * as z from 'zod/mini';
import type { RegionCode } from '../../domain/countryPack.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import { FacilityId } from '../../domain/facility/facilityProfile.ts';
import type { Database } from '../database.ts';
import type { Write } from '../write.ts';

const Moved = z.object({ facilityId: FacilityId });

/** Names a facility that moves in the region that it leaves and in the one that it comes to; written with the facility. */
export function movedWrites(before: Facility | undefined, after: Facility): Write[] {
  const { facilityId } = after;
  if (!before || before.region === after.region) return [];
  return [before.region, after.region].map((region) => ({
    table: 'movedFacilities',
    kind: 'put',
    item: { region, facilityId },
  }));
}

/** The facilities that have come to a region or left it. */
export async function movedIn(database: Database, region: RegionCode): Promise<string[]> {
  const items = await database.query('movedFacilities', { key: 'region', equals: region });
  return database.readable('movedFacilities', items, (item) => Moved.parse(item).facilityId);
}
