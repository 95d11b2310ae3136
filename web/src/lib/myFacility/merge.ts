import type { MonthlyReport } from '#functions/domain/monthlyReport.ts';
import type { Base, Draft } from './drafts.ts';
import { textsOf, type Typed } from './typed.ts';

/** A field that two devices changed to different values. */
export interface Clash {
  mine: string;
  theirs: string;
}

export type Clashes = Record<string, Clash>;

/**
 * What I typed on top of what the server has now, both begun from `base`.
 * A field that only one side changed has that side's text; where both did, mine stays and the clash is told.
 */
export function merged(base: Typed, mine: Typed, theirs: Typed): { typed: Typed; clashes: Clashes } {
  const typed: Typed = {};
  const clashes: Clashes = {};
  for (const code of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before, here, there] = [base[code] ?? '', mine[code] ?? '', theirs[code] ?? ''];
    const text = here === before ? there : here;
    if (text !== '') typed[code] = text;
    if (here !== before && there !== before && here !== there) clashes[code] = { mine: here, theirs: there };
  }
  return { typed, clashes };
}

/** A report as what a draft is based on. */
export function baseOf(report: MonthlyReport | undefined): Base {
  return { version: report?.version ?? 0, figures: report?.figures ?? {}, note: report?.note ?? '' };
}

/** The draft on top of the report as the server has it now. */
export function rebased(draft: Draft, report: MonthlyReport): { draft: Draft; clashes: Clashes } {
  const base = baseOf(report);
  const { typed, clashes } = merged(textsOf(draft.base.figures), draft.typed, textsOf(base.figures));
  const note = draft.note === draft.base.note ? base.note : draft.note;
  return { draft: { ...draft, typed, note, base }, clashes };
}

/** Whether two sets of figures are the same. */
export function sameFigures(a: Record<string, number>, b: Record<string, number>): boolean {
  const codes = Object.keys(a);
  return codes.length === Object.keys(b).length && codes.every((code) => a[code] === b[code]);
}
