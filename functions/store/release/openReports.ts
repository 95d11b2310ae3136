import type { Month } from '../../domain/calendar.ts';
import { regionCodes, type CountryPack } from '../../domain/countryPack.ts';
import type { OpenReport } from '../../domain/release/release.ts';
import type { MonthlyReport } from '../../domain/report/monthlyReport.ts';
import type { Database } from '../database.ts';
import { Facilities } from '../facility/facilities.ts';
import { MonthlyReports } from '../report/monthlyReports.ts';
import { regionMonth } from '../report/regionMonth.ts';

/** More than ever wait in one region. */
const mostWaiting = 100_000;

/**
 * The reports that are open: those of a month that are not approved or have a correction that waits, and those of months
 * before it that wait for review.
 */
export async function openReports(
  database: Database,
  pack: CountryPack,
  month: Month,
): Promise<OpenReport[]> {
  const regions = regionCodes(pack);
  const [ofMonth, waiting] = await Promise.all([
    Promise.all(regions.map((region) => openIn(database, pack, { region, month }))),
    waitingBefore(database, regions, month),
  ]);
  return [...ofMonth.flat(), ...waiting];
}

async function openIn(
  database: Database,
  pack: CountryPack,
  asked: { region: string; month: Month },
): Promise<OpenReport[]> {
  const rows = await regionMonth(database, pack, asked);
  return rows
    .filter(({ report }) => !report?.approved || report.status === 'submitted')
    .map(({ place: { facilityId, names }, report }) => ({
      ...asked,
      facilityId,
      names,
      standing: standingOf(report),
    }));
}

/** How a report stands that is open. */
export function standingOf(
  report: { status: MonthlyReport['status']; approved?: unknown } | undefined,
): OpenReport['standing'] {
  if (report?.status === 'submitted') return report.approved ? 'correcting' : 'waiting';
  return report?.status === 'returned' ? 'returned' : 'missing';
}

async function waitingBefore(database: Database, regions: string[], month: Month): Promise<OpenReport[]> {
  const reports = new MonthlyReports(database);
  const found = await Promise.all(regions.map((region) => reports.awaitingReview(region, mostWaiting)));
  const waiting = found.flat().filter((report) => report.month < month);
  const places = await new Facilities(database).these([...new Set(waiting.map((one) => one.facilityId))]);
  const namesOf = new Map(places.map(({ facilityId, names }) => [facilityId, names]));
  return waiting.flatMap((report) => {
    const { facilityId, region, month: own } = report;
    const names = namesOf.get(facilityId);
    return names ? [{ facilityId, region, month: own, names, standing: standingOf(report) }] : [];
  });
}
