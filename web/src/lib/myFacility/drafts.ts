import { entries, get, update } from 'idb-keyval';
import type { Month } from '#functions/domain/calendar.ts';
import type { Figures } from '#functions/domain/report/indicator.ts';
import { keyOf } from '#lib/api/answerCache.ts';
import type { Problem } from '#lib/api/errors.ts';
import type { Typed } from './form/typed.ts';

/** The report as the server had it when the draft was begun or last saved there; version 0 when it had none. */
export interface Base {
  version: number;
  figures: Figures;
  note: string;
}

/** What a command brings of a draft. */
export type Sent = Pick<Base, 'figures' | 'note'>;

/** The month of a facility that a draft is about. */
export interface About {
  facilityId: string;
  month: Month;
}

/** A month's figures as they were typed on this device. */
export interface Draft extends About {
  typed: Typed;
  note: string;
  base: Base;
  /** What was sent on top of `base` and may have arrived, though no answer came. */
  sent?: Sent[];
  /** What another device has in fields that both changed, until the head has chosen. */
  clashes?: Typed;
  /** When the last key was pressed, milliseconds since 1970. */
  at: number;
  /** The code of the server's refusal. */
  refused?: Problem['code'];
}

const prefix = () => keyOf('draft ');
const nameOf = ({ facilityId, month }: About): string => `${prefix()}${facilityId} ${month}`;

/** The draft of a month, if this device has one. */
export function draftOf(about: About): Promise<Draft | undefined> {
  return get<Draft>(nameOf(about));
}

/**
 * Changes the draft as it is on the device by then, in one step, whoever else writes it: the form, what is sent, another
 * tab. One that is not there or has become undefined counts as none. Resolves when the database has it.
 */
export function changeDraft(
  about: About,
  how: (draft: Draft | undefined) => Draft | undefined,
): Promise<void> {
  return update<Draft | undefined>(nameOf(about), how);
}

/** All drafts that the person signed in has on this device. */
export async function allDrafts(): Promise<Draft[]> {
  const all = await entries<string, Draft | undefined>();
  return all.flatMap(([key, draft]) => (key.startsWith(prefix()) && draft ? [draft] : []));
}
