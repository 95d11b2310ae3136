import { del, entries, get, set } from 'idb-keyval';
import type { Month } from '#functions/domain/calendar.ts';
import type { Figures } from '#functions/domain/indicator.ts';
import { keyOf } from '#lib/keep.ts';
import type { Problem } from '#lib/refused.ts';
import type { Typed } from './typed.ts';

/** The report as the server had it when the draft was begun or last saved there; version 0 when it had none. */
export interface Base {
  version: number;
  figures: Figures;
  note: string;
}

/** A submission that is on its way or waits for network; the same until it is answered, so that it counts once. */
export interface Sending {
  basedOn: number;
  idempotencyKey: string;
  figures: Figures;
  note?: string;
}

/** A month's figures as they were typed on this device. */
export interface Draft {
  facilityId: string;
  month: Month;
  typed: Typed;
  note: string;
  base: Base;
  /** When the last key was pressed, milliseconds since 1970. */
  at: number;
  sending?: Sending;
  /** The code of the server's refusal. */
  refused?: Problem['code'];
}

const prefix = () => keyOf('draft ');
const nameOf = (facilityId: string, month: Month): string => `${prefix()}${facilityId} ${month}`;

/** Writes the draft to the device; resolves when the database has it. */
export function keepDraft(draft: Draft): Promise<void> {
  return set(nameOf(draft.facilityId, draft.month), draft);
}

/** The draft of a month, if this device has one. */
export function draftOf(facilityId: string, month: Month): Promise<Draft | undefined> {
  return get<Draft>(nameOf(facilityId, month));
}

/** Removes a draft that has arrived. */
export function dropDraft(draft: Draft): Promise<void> {
  return del(nameOf(draft.facilityId, draft.month));
}

/** All drafts that the person signed in has on this device. */
export async function allDrafts(): Promise<Draft[]> {
  const all = await entries<string, Draft>();
  return all.filter(([key]) => key.startsWith(prefix())).map(([, draft]) => draft);
}

/** The size of a submission on the wire, in bytes. */
export function bytesOf(sending: Sending): number {
  return new TextEncoder().encode(JSON.stringify(sending)).length;
}
