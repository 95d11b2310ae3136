import type { Month } from '../../domain/calendar.ts';
import { ownLanguage, type CountryPack, type RegionCode } from '../../domain/countryPack.ts';
import type { Facility, FacilityIndexed } from '../../domain/facility/facility.ts';
import { regionInMonth } from '../../domain/facility/facilityRegion.ts';
import { owesReport } from '../../domain/report/liveMonths.ts';
import type { MonthlyReport } from '../../domain/report/monthlyReport.ts';
import type { Database } from '../database.ts';
import { Facilities, sortNameOf } from '../facility/facilities.ts';
import { movedIn } from '../facility/movedFacilities.ts';
import { MonthlyReports } from './monthlyReports.ts';

type Place = FacilityIndexed & Pick<Facility, 'formerRegions'>;

/**
 * What a region's month is the sum of, by name: the facilities that had to report in it and were there on its last day,
 * wherever they are now, and those whose report is counted there.
 */
export async function regionMonth(
  database: Database,
  pack: CountryPack,
  { region, month }: { region: RegionCode; month: Month },
): Promise<{ place: Place; report?: MonthlyReport }[]> {
  const facilities = new Facilities(database);
  const [present, moved, reports] = await Promise.all([
    facilities.allInRegion(region),
    movedIn(database, region).then((ids) => facilities.these(ids)),
    new MonthlyReports(database).ofRegionMonth(region, month),
  ]);
  // Of who has moved, the index does not know since when.
  const places = new Map([...present, ...moved].map((place: Place) => [place.facilityId, place]));
  const byFacility = new Map(reports.map((report) => [report.facilityId, report]));
  const isHere = (place: Place) => regionInMonth(place, month) === region && owesReport(place, month, pack);
  const sortName = (place: Place) => sortNameOf(place, ownLanguage(pack));
  return [...places.values()]
    .filter((place) => byFacility.has(place.facilityId) || isHere(place))
    .map((place) => ({ place, report: byFacility.get(place.facilityId) }))
    .sort((a, b) => (sortName(a.place) < sortName(b.place) ? -1 : 1));
}
