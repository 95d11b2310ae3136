import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import { newKey, type EntryOf } from '#lib/outbox/entry.ts';
import type { Answered } from '#lib/outbox/outcome.ts';
import type { Settled } from '#lib/outbox/settled.ts';
import type { Problem } from '#lib/api/errors.ts';
import { shaped } from '#lib/offline/localStorage.ts';
import { changeDraft, type Draft } from './drafts.ts';
import { rebased, sameFigures, saysAll, taken } from './form/merge.ts';
import { rememberReport } from './myFacilityData.ts';

type Submission = EntryOf<'reports.submit'>;
type Saving = EntryOf<'reports.saveDraft'>;

const isReport = shaped<MonthlyReport>('version', 'figures', 'status');

/** The draft is on the server: what was typed since stays on the device, on top of the answer. */
export async function draftAnswered(
  saving: Saving,
  answered: Answered<MonthlyReport>,
): Promise<Settled<MonthlyReport>> {
  if (answered.kind === 'done') {
    await change(saving, (draft) => taken(draft, saving.body, answered.record));
    await rememberReport(answered.record);
    return { answered };
  }
  const current = currentIn(answered.problem);
  if (!current || isClosed(current)) return refuse(saving, answered.problem, current);
  // The form saves it again, once it has shown what the other device wrote.
  await change(saving, (draft) => rebased(draft, current));
  await rememberReport(current);
  return { answered };
}

/**
 * The month is handed in. When the server's version has moved on without another figure (an answer of ours got lost,
 * or a reviewer returned the month), it is handed in again on top of that.
 */
export async function submissionAnswered(
  submission: Submission,
  answered: Answered<MonthlyReport>,
): Promise<Settled<MonthlyReport>> {
  if (answered.kind === 'done') return arrived(submission, answered.record);
  const current = currentIn(answered.problem);
  if (!current) return refuse(submission, answered.problem);
  const { body } = submission;
  if (isClosed(current)) {
    const isOurs = sameFigures(current.figures, body.figures);
    const closed = { ...answered.problem, code: 'wrongState' } as const;
    return isOurs ? arrived(submission, current) : refuse(submission, closed, current);
  }
  const draft = await change(submission, (before) => rebased(before, current));
  const isUnchanged = draft && saysAll(body, draft) && Object.keys(draft.clashes ?? {}).length === 0;
  if (!isUnchanged) return refuse(submission, answered.problem, current);
  const again = { ...body, basedOn: current.version, idempotencyKey: newKey() };
  return { answered, next: { ...submission, body: again } };
}

async function arrived(submission: Submission, record: MonthlyReport): Promise<Settled<MonthlyReport>> {
  await change(submission, (draft) => {
    const { refused: _, ...left } = taken(draft, submission.body, record);
    return saysAll(record, left) ? undefined : left;
  });
  await rememberReport(record);
  return { answered: { kind: 'done', record } };
}

/** What the server does not take stays in the form, with the reason, on top of what the server has. */
async function refuse(
  { params }: Submission | Saving,
  problem: Problem,
  current?: MonthlyReport,
): Promise<Settled<MonthlyReport>> {
  await change({ params }, (draft) => {
    if (current && saysAll(current, draft)) return undefined;
    return { ...(current ? rebased(draft, current) : draft), refused: problem.code };
  });
  if (current) await rememberReport(current);
  return { answered: { kind: 'refused', problem } };
}

/** Changes the draft and gives it as it is then. A device without room stays behind; the form has its own copy. */
async function change(
  { params }: Pick<Submission, 'params'>,
  how: (draft: Draft) => Draft | undefined,
): Promise<Draft | undefined> {
  let after: Draft | undefined;
  await changeDraft(params, (draft) => (after = draft && how(draft))).catch(() => undefined);
  return after;
}

/** The report as it stands, which a stale command is answered with. */
function currentIn({ code, current }: Problem): MonthlyReport | undefined {
  return code === 'stale' && isReport(current) ? current : undefined;
}

function isClosed({ status }: MonthlyReport): boolean {
  return status === 'submitted' || status === 'approved';
}
