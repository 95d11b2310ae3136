import { m } from 'virtual:messages';
import { sentenceOf } from '#lib/api/errorSentence.ts';
import { Refused, type Problem } from '#lib/api/errors.ts';

/** Why a command was refused, in the reader's words; `field` is the one to mend, where there is one. */
export interface Refusal {
  code?: Problem['code'];
  field?: string;
  sentence: string;
}

const sentences: Partial<Record<Problem['code'], () => string>> = {
  stale: m.refusedStale,
  wrongState: m.refusedNotWaiting,
  stageNotNext: m.refusedStage,
  monthNotOver: m.refusedMonthOpen,
  alteredId: m.refusedAltered,
  dateNotAllowed: m.refusedDate,
  ownAccount: m.refusedOwnAccount,
  unknownRegion: m.refusedForm,
  invalid: m.refusedForm,
  busy: m.refusedBusy,
  keyReused: m.refusedStale,
};

/** What to say about a command that failed, and at which field. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Refused)) return { sentence: sentenceOf(error) };
  const { code, field } = error.problem;
  return { code, field, sentence: sentences[code]?.() ?? sentenceOf(error) };
}
