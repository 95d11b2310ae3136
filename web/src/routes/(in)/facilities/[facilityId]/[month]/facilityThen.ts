import { facilitiesApi } from 'virtual:api/facilities';
import { reportsApi } from 'virtual:api/reports';
import type { Month } from '#functions/domain/calendar.ts';
import type { Facility } from '#functions/domain/facility/facility.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { Refused } from '#lib/api/errors.ts';

/** What a report says of its facility. */
export type Named = Pick<Facility, 'facilityId' | 'names' | 'settlement'>;

/** The facility; one that has moved to another's region since, as its former region's month lists it. */
export async function facilityThen(
  facilityId: string,
  month: Month,
  reports: Promise<MonthlyReport[]>,
): Promise<Named> {
  try {
    return (await facilitiesApi.get({ params: { facilityId } })).body;
  } catch (error) {
    const isHidden = error instanceof Refused && error.problem.code === 'notFound';
    const report = isHidden && (await reports).find((one) => one.month === month);
    if (!report) throw error;
    const { body } = await reportsApi.ofMonth({ query: { region: report.region, month } });
    const row = body.rows.find(({ facility }) => facility.facilityId === facilityId);
    if (!row) throw error;
    return row.facility;
  }
}
