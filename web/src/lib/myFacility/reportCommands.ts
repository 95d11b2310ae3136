import type { Figures } from '#functions/domain/report/indicator.ts';
import { newKey, type Entry, type EntryOf, type Route } from '#lib/outbox/entry.ts';
import type { About, Draft } from './drafts.ts';
import { numbersOf } from './form/typed.ts';

/** Whatever is sent of a month takes the place of what still waits: it says all of it. */
export const instead: Route[] = ['reports.saveDraft', 'reports.submit'];

/** What the outbox calls a month of a facility. */
export function subjectOf({ facilityId, month }: About): string {
  return `report ${facilityId} ${month}`;
}

/** Hands the month in as it is typed. */
export function submissionOf(draft: Draft): EntryOf<'reports.submit'> {
  return { ...commandOf(draft, numbersOf(draft.typed)), route: 'reports.submit' };
}

/** Saves on the server what is typed so far, where the head's other devices find it. */
export function savingOf(draft: Draft, figures: Figures): EntryOf<'reports.saveDraft'> {
  return { ...commandOf(draft, figures), route: 'reports.saveDraft' };
}

/** Whether a command hands the month in. */
export function isSubmission(entry: Entry): entry is EntryOf<'reports.submit'> {
  return entry.route === 'reports.submit';
}

/** The size of a command on the wire, in bytes. */
export function bytesOf({ body }: Entry): number {
  return new TextEncoder().encode(JSON.stringify(body)).length;
}

function commandOf(draft: Draft, figures: Figures) {
  const { facilityId, month, base } = draft;
  const note = draft.note.trim();
  const key = newKey();
  return {
    id: key,
    subject: subjectOf(draft),
    at: Date.now(),
    params: { facilityId, month },
    body: { basedOn: base.version, idempotencyKey: key, figures, ...(note && { note }) },
  };
}
