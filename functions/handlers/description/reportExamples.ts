import { figurePath } from '../../domain/report/indicator.ts';
import { key } from './circumstances.ts';
import type { Example } from './examples.ts';
import type { OperationName } from './operations.ts';
import { month, type Story } from './story.ts';

/** An example for each command on a monthly report. */
export function reportExamples({ code, figures, draft, submitted, returned, approved, reason }: Story) {
  const { facilityId } = draft;
  const note = 'A mobile team visited the villages twice.';
  const rows = [{ facilityId, month, basedOn: 2 }];
  const why = 'One consultation was counted twice.';
  return {
    'reports.saveDraft': { body: { basedOn: 0, ...key, figures }, answer: draft },
    'reports.submit': { body: { basedOn: 1, ...key, figures, note }, answer: { ...submitted, note } },
    'reports.return': {
      body: { basedOn: 2, ...key, field: figurePath(code), reason },
      answer: returned,
    },
    'reports.approve': { body: { basedOn: 2, ...key }, answer: approved },
    'reports.correct': {
      body: { basedOn: 3, ...key, reason: why },
      answer: { ...approved, version: 4, revision: 2, status: 'draft' as const, correction: why },
    },
    'reports.attribute': { body: { basedOn: 3, ...key, reason: why }, answer: { ...approved, version: 4 } },
    'reports.approveEach': {
      body: { ...key, reports: rows },
      answer: { rows: rows.map((row) => ({ ...row, report: approved })) },
    },
  } satisfies Partial<Record<OperationName, Example>>;
}
