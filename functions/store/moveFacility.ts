import type { Day } from '../domain/calendar.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { Facility } from '../domain/facility.ts';
import { regionInMonth } from '../domain/facilityRegion.ts';
import { followFacility } from '../domain/monthlyReport.ts';
import type { Command } from './change.ts';
import { changeFacility, type FacilityRules } from './changeFacility.ts';
import { changeReport } from './changeReport.ts';
import type { Database } from './database.ts';
import { Facilities } from './facilities.ts';
import { MonthlyReports } from './monthlyReports.ts';

/**
 * Does the command that moves a facility, and lets its reports follow. There may be more of them than one transaction
 * takes, so each follows in its own, under the key `<key>-<month>`. Whoever repeats the command goes on with what is left.
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
  return moved;
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
