import { m } from 'virtual:messages';
import type { Confirmation } from '#functions/domain/facility/confirmed.ts';

/** How it is shown whether a facility has been heard of lately. */
export const confirmationSigns: Record<Confirmation, { sign: string; words: () => string }> = {
  confirmed: { sign: '●', words: m.explainConfirmed },
  stale: { sign: '◐', words: m.explainStale },
  neverReported: { sign: '◇', words: m.explainNeverReported },
};
