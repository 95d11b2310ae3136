import type { Day } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import { regionInMonth } from '../../domain/facility/facilityRegion.ts';
import { followPlaces, isBehind } from '../../domain/equipment/consignmentRules.ts';
import { followFacility } from '../../domain/report/monthlyReport.ts';
import { ensureFound } from '../../domain/permissions.ts';
import type { Command } from '../change.ts';
import { changeFacility, type FacilityRules } from './changeFacility.ts';
import { changeReport } from '../report/changeReport.ts';
import type { Database } from '../database.ts';
import { changeConsignment } from '../equipment/changeConsignment.ts';
import { Consignments } from '../equipment/consignments.ts';
import { readPlaces } from '../equipment/places.ts';
import { letSessionsFollow } from '../training/followFacility.ts';
import { Facilities } from './facilities.ts';
import { MonthlyReports } from '../report/monthlyReports.ts';

/**
 * Does the command that moves a facility, and lets its reports follow. There may be more of them than one transaction
 * takes, so each follows in its own, under the key `<key>-<month>`, and so do equipment and training, which may follow
 * several facilities, under `<key>-<facility>-<consignment>` and `<key>-<facility>-<session>`. Whoever repeats the command
 * goes on with what is left.
 */
export async function moveFacility(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  command: Command & { today: Day },
  rules: FacilityRules,
): Promise<Facility> {
  const moved = await changeFacility(database, pack, facilityId, command, rules);
  for (const month of await leftBehind(database, facilityId))
    await changeReport(
      database,
      pack,
      { ...command, facilityId, month, idempotencyKey: `${command.idempotencyKey}-${month}` },
      {
        authorise: () => undefined,
        decide: followFacility,
        shown: (report) => report,
        guards: 'state',
      },
    );
  await letEquipmentFollow(database, pack, facilityId, command);
  await letSessionsFollow(database, pack, facilityId, command);
  return moved;
}

/** Equipment that has ever been at the facility counts where the facility was then. */
async function letEquipmentFollow(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  command: Command,
): Promise<void> {
  const { places } = await readPlaces(database, [facilityId]);
  const equipment = await new Consignments(database).everAt(facilityId);
  for (const { consignmentId } of equipment.filter((one) => isBehind(one, places)))
    await changeConsignment(
      database,
      pack,
      consignmentId,
      { ...command, idempotencyKey: `${command.idempotencyKey}-${facilityId}-${consignmentId}` },
      {
        placeIds: [facilityId],
        authorise: () => undefined,
        decide: ({ consignment, places: now }) => {
          ensureFound(consignment, 'readEquipment');
          return followPlaces(consignment, now);
        },
      },
    );
}

/** The months whose reports are counted elsewhere than where the facility was then, as it stands now. */
async function leftBehind(database: Database, facilityId: string): Promise<string[]> {
  const [facility, reports] = await Promise.all([
    new Facilities(database).find(facilityId),
    new MonthlyReports(database).ofFacility(facilityId),
  ]);
  return reports
    .filter(({ region, month }) => facility && region !== regionInMonth(facility, month))
    .map(({ month }) => month);
}
