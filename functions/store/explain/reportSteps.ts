import { reportContributions } from '../../domain/report/reportContributions.ts';
import { MonthlyReports } from '../report/monthlyReports.ts';
import { counted, type Opened, type Step } from './counted.ts';
import { namedPlaces } from './namedPlaces.ts';

/** As many as one answer of the index holds; it may hold fewer. */
const pageSize = 1000;

/** The reports that a row's figure of a month is the sum of: at most three requests for a page. */
export async function reportStep(opened: Opened): Promise<Step> {
  const { database, at, page } = opened;
  const { reports, next } = await new MonthlyReports(database).pageOfRegionMonth(at.row, at.month, {
    limit: pageSize,
    ...(page !== undefined && { after: page }),
  });
  const records = counted(opened, reports, reportContributions, ({ facilityId, month, status }) => ({
    kind: 'monthlyReport',
    recordId: facilityId,
    placeId: facilityId,
    month,
    state: status,
  }));
  const places = await namedPlaces(
    database,
    at,
    records.map(({ placeId }) => placeId),
  );
  return { records, places, ...(next !== undefined && { next }) };
}
