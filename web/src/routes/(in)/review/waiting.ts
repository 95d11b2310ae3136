import type { RegionCode } from '#functions/domain/countryPack.ts';
import type { FacilityRow } from '#functions/domain/facility.ts';
import type { HistoryLine } from '#functions/domain/history.ts';
import type { MonthlyReport } from '#functions/domain/monthlyReport.ts';
import { api } from '#lib/api.ts';
import { longestFirst } from './order.ts';
import { Pool } from './pool.ts';

/** A report that waits for review. What it is compared with is asked for when it is shown, and once. */
export interface Waiting {
  facility: FacilityRow;
  report: MonthlyReport;
  /** All reports of its facility. */
  past: () => Promise<MonthlyReport[]>;
  history: () => Promise<HistoryLine[]>;
}

/** The reports that wait in a region, or everywhere the caller reviews, the longest waiting first. */
export async function waitingIn(region: RegionCode | undefined): Promise<Waiting[]> {
  const { body } = await api.reports.awaitingReview({ query: { region } });
  const pool = new Pool(4);
  return longestFirst(
    body.rows.flatMap(({ facility, report }) => (report ? [asked(facility, report, pool)] : [])),
  );
}

function asked(facility: FacilityRow, report: MonthlyReport, pool: Pool): Waiting {
  const { facilityId, month } = report;
  const past = () =>
    pool.ask(async () => (await api.reports.ofFacility({ params: { facilityId } })).body.reports);
  const history = async () => (await api.history.ofReport({ params: { facilityId, month } })).body.lines;
  return { facility, report, past: once(past), history };
}

/** Asks the first time only; after a failure it asks again. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
