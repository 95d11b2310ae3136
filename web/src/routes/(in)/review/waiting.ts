import type { InferContractRouterOutputs } from '@orpc/contract';
import { facilitiesApi } from 'virtual:api/facilities';
import { reportsApi } from 'virtual:api/reports';
import type { contract } from '#functions/contract.ts';
import { addMonths } from '#functions/domain/calendar.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { rowOf } from '#functions/domain/facility/facility.ts';
import { inReport } from '#functions/domain/report/askedIndicators.ts';
import { reviewed } from '#functions/domain/report/finding.ts';
import { teleconsultationsIn } from '#functions/domain/report/indicator.ts';
import { countedFigures } from '#functions/domain/report/monthlyReport.ts';

/** A page of what waits. */
export type Page = InferContractRouterOutputs<typeof contract>['reports']['awaitingReview']['body'];

/** A report that waits for review, with what speaks for and against approving it. */
export type Waiting = Page['waiting'][number];

/** A page of the reports that wait in a region, or everywhere the caller reviews, the longest waiting first. */
export async function waitingIn(region: RegionCode | undefined, page?: string): Promise<Page> {
  const { body } = await reportsApi.awaitingReview({ query: { region, page } });
  return body;
}

/** One report as the queue would show it; undefined when it does not wait. */
export async function waitingOne(
  facilityId: string,
  month: string,
  pack: CountryPack,
): Promise<Waiting | undefined> {
  const params = { facilityId };
  const [{ body: facility }, { body }] = await Promise.all([
    facilitiesApi.get({ params }),
    reportsApi.ofFacility({ params }),
  ]);
  const find = (wanted: string) => body.reports.find((report) => report.month === wanted);
  const report = find(month);
  if (report?.status !== 'submitted') return undefined;
  const last = find(addMonths(month, -1));
  const figures = last && countedFigures(last);
  return {
    facility: rowOf(facility),
    report,
    ...(figures && { before: teleconsultationsIn(figures, pack.indicators) }),
    ...reviewed(report, body.reports, inReport(pack, report)),
  };
}
