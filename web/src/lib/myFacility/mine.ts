import type { Facility } from '#functions/domain/facility.ts';
import type { MonthlyReport } from '#functions/domain/monthlyReport.ts';
import { api } from '#lib/api.ts';
import { changeKept, keptFirst } from '#lib/keep.ts';

/** My facility and its reports, as this device last knew them or, the first time, from the network. */
export async function mine(
  facilityId: string,
  changed: () => void,
): Promise<{ facility: Facility; reports: MonthlyReport[] }> {
  const params = { facilityId };
  const [facility, reports] = await Promise.all([
    keptFirst('facility', async () => (await api.facilities.get({ params })).body, changed),
    keptFirst('reports', async () => (await api.reports.ofFacility({ params })).body.reports, changed),
  ]);
  return { facility: facility.value, reports: reports.value };
}

/** Keeps a report that a command answered with, so that the other screens know it without asking. */
export function rememberReport(report: MonthlyReport): Promise<void> {
  return changeKept<MonthlyReport[]>('reports', (reports) => [
    ...reports.filter(({ month }) => month !== report.month),
    report,
  ]);
}
