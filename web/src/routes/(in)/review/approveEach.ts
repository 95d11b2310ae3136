import { reportsApi } from 'virtual:api/reports';
import { Refused } from '#lib/api/errors.ts';
import { refusalOf, type Refusal } from '#lib/api/refusalText.ts';
import { keyOf } from './order.ts';
import type { Waiting } from './waiting.ts';

/** A report that was not approved among the others, and why. */
export interface Left {
  row: Waiting;
  refusal: Refusal;
}

/** What became of several reports that were to be approved together. */
export type BatchOutcome =
  | { kind: 'answered'; approved: Waiting[]; left: Left[] }
  /** Nobody knows of any of them; asking again with the same key tells. */
  | { kind: 'failed'; refusal: Refusal };

/** Approves reports with one request, each for itself; the same key again does none a second time. */
export async function approveEach(rows: Waiting[], idempotencyKey: string): Promise<BatchOutcome> {
  const reports = rows.map(({ report: { facilityId, month, version } }) => ({
    facilityId,
    month,
    basedOn: version,
  }));
  try {
    const { body } = await reportsApi.approveEach({ body: { idempotencyKey, reports } });
    const refused = new Map(body.rows.flatMap((row) => (row.refused ? [[keyOf(row), row.refused]] : [])));
    const left = rows.flatMap((row) => {
      const why = refused.get(keyOf(row.report));
      return why ? [{ row, refusal: refusalOf(new Refused({ status: 409, ...why })) }] : [];
    });
    return { kind: 'answered', approved: rows.filter(({ report }) => !refused.has(keyOf(report))), left };
  } catch (error) {
    return { kind: 'failed', refusal: refusalOf(error) };
  }
}
