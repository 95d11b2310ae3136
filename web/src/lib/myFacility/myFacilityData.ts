import { facilitiesApi } from 'virtual:api/facilities';
import { reportsApi } from 'virtual:api/reports';
import type { Facility } from '#functions/domain/facility/facility.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { changeKept, keptFirst } from '#lib/api/answerCache.ts';

/** What a head works on. */
interface MyFacilityData {
  facility: Facility;
  reports: MonthlyReport[];
  /** Whether the network then says something else. */
  changed: Promise<boolean>;
}

/** My facility and its reports, as this device last knew them or, the first time, from the network. */
export async function myFacilityData(facilityId: string): Promise<MyFacilityData> {
  const params = { facilityId };
  const [facility, reports] = await Promise.all([
    keptFirst('facility', async () => (await facilitiesApi.get({ params })).body),
    keptFirst('reports', async () => (await reportsApi.ofFacility({ params })).body.reports),
  ]);
  const changed = Promise.all([facility.changed, reports.changed]).then((each) => each.includes(true));
  return { facility: facility.value, reports: reports.value, changed };
}

/** Keeps a report that a command answered with, so that the other screens know it without asking. */
export function rememberReport(report: MonthlyReport): Promise<void> {
  return changeKept<MonthlyReport[]>('reports', (reports) => [
    ...reports.filter(({ month }) => month !== report.month),
    report,
  ]);
}
