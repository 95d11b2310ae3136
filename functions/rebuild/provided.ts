import type { CountryPack } from '../domain/countryPack.ts';
import { equippedFacility } from '../domain/equipment/equippedFacility.ts';
import { Consignments } from '../store/equipment/consignments.ts';
import type { Database } from '../store/database.ts';
import { Facilities, facilityFrom, facilityKind } from '../store/facility/facilities.ts';
import { unlessChanged } from '../store/write.ts';

/**
 * Lets facilities know who provided what they have installed, what it is worth and since when it is used, where an older
 * release did not keep that. No figure follows from it but those of approvals to come.
 */
export async function tellProvided(database: Database, pack: CountryPack): Promise<void> {
  const lacking: string[] = [];
  for await (const item of database.scan('facilities'))
    for (const { facilityId, adoptions = [] } of database.readable('facilities', [item], facilityFrom))
      if (adoptions.some(({ equipment }) => equipment.some(({ provided }) => !provided)))
        lacking.push(facilityId);
  for (const facilityId of lacking) {
    const facility = await new Facilities(database).find(facilityId);
    const consignments = await new Consignments(database).everAt(facilityId);
    const now = facility && equippedFacility(facility, consignments);
    if (now) await unlessChanged(database.transact([facilityKind.write(now, pack)]));
  }
}
