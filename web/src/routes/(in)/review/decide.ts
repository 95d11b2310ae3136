import { reportsApi } from 'virtual:api/reports';
import type { HistoryLine } from '#functions/domain/history.ts';
import { figurePath } from '#functions/domain/report/indicator.ts';
import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { Refused } from '#lib/api/errors.ts';
import { refusalOf, type Refusal } from '#lib/api/refusalText.ts';
import { shaped } from '#lib/offline/localStorage.ts';

/** What a reviewer says about a report. */
export type Verdict = { kind: 'approve' } | { kind: 'return'; field: string; reason: string };

/** What became of it. */
export type Outcome =
  | { kind: 'done'; report: MonthlyReport }
  /** Someone was faster: the report as it is now, and their line of its history. */
  | { kind: 'overtaken'; report: MonthlyReport; by?: HistoryLine }
  | { kind: 'failed'; refusal: Refusal };

const isReport = shaped<MonthlyReport>('version', 'figures', 'status');

/** Tells the API; the same key again does it no second time. */
export async function decide(
  report: MonthlyReport,
  verdict: Verdict,
  idempotencyKey: string,
): Promise<Outcome> {
  const params = { facilityId: report.facilityId, month: report.month };
  const head = { basedOn: report.version, idempotencyKey };
  try {
    const { body } =
      verdict.kind === 'approve'
        ? await reportsApi.approve({ params, body: head })
        : await reportsApi.return({
            params,
            body: { ...head, field: figurePath(verdict.field), reason: verdict.reason },
          });
    return { kind: 'done', report: body };
  } catch (error) {
    const current = error instanceof Refused ? error.problem.current : undefined;
    if (isReport(current)) return { kind: 'overtaken', report: current, by: await lastLine(params) };
    return { kind: 'failed', refusal: refusalOf(error) };
  }
}

async function lastLine(params: { facilityId: string; month: string }): Promise<HistoryLine | undefined> {
  return reportsApi.history({ params }).then(
    ({ body }) => body.lines.at(-1),
    () => undefined,
  );
}
