import { put, type EntryOf } from '#lib/outbox/entry.ts';
import { allDrafts, changeDraft, type Draft } from './drafts.ts';
import { instead, subjectOf } from './reportCommands.ts';

/** A draft as the release before kept it: with the submission that waits, where there was one. */
interface WithSubmission extends Draft {
  sending: EntryOf<'reports.submit'>['body'];
}

const waits = (draft: Draft): draft is WithSubmission => 'sending' in draft && draft.sending !== undefined;

/**
 * Moves what the release before left waiting in drafts into the outbox. Each first into the new place under its own
 * key and then out of the old one: a phone that dies between the two does so again, and it counts once.
 */
export async function takeOver(): Promise<void> {
  for (const draft of (await allDrafts()).filter(waits)) {
    await put(submissionIn(draft), instead);
    await changeDraft(draft, (kept) => kept && withoutSubmission(kept));
  }
}

function submissionIn(draft: WithSubmission): EntryOf<'reports.submit'> {
  const { facilityId, month, at, sending: body } = draft;
  const id = body.idempotencyKey;
  return { id, subject: subjectOf(draft), route: 'reports.submit', at, params: { facilityId, month }, body };
}

function withoutSubmission(draft: Draft): Draft {
  if (!waits(draft)) return draft;
  const { sending: _, ...rest } = draft;
  return rest;
}
