import type { MonthlyReport } from '#functions/domain/report/monthlyReport.ts';
import type { Base, Draft, Sent } from '#lib/myFacility/drafts.ts';
import { numbersOf, textsOf, withText, type Typed } from './typed.ts';

/** The note among the fields; no indicator has such a code. */
export const noteField = '#note';

/**
 * What I typed on top of what the server has now, both begun from `base`. A field that only one side changed has that
 * side's text; where both did, mine stays and theirs is told until I have chosen, however often they change it.
 */
export function merged(
  base: Typed,
  mine: Typed,
  theirs: Typed,
  open: Typed = {},
): { typed: Typed; clashes: Typed } {
  const typed: Typed = {};
  const clashes: Typed = {};
  for (const code of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(open)])) {
    const [before, here, there] = [base[code] ?? '', mine[code] ?? '', theirs[code] ?? ''];
    const isAsked = code in open || (here !== before && there !== before);
    const text = here === before && !isAsked ? there : here;
    if (text !== '') typed[code] = text;
    if (isAsked && here !== there) clashes[code] = there;
  }
  return { typed, clashes };
}

/** A report as what a draft is based on. */
export function baseOf(report: MonthlyReport | undefined): Base {
  return { version: report?.version ?? 0, figures: report?.figures ?? {}, note: report?.note ?? '' };
}

/** The draft on top of the report as the server has it now. */
export function rebased(draft: Draft, report: MonthlyReport): Draft {
  if (report.version <= draft.base.version) return draft;
  const base = baseOf(report);
  // What this device sent itself, and never got an answer to, is no other device's change.
  const own = draft.sent?.find((one) => isSame(one, base));
  const mine = { ...draft.typed, [noteField]: draft.note };
  const { typed, clashes } = merged(fieldsOf(own ?? draft.base), mine, fieldsOf(base), draft.clashes);
  const { [noteField]: note = '', ...figures } = typed;
  return { ...draft, typed: figures, note, base, sent: undefined, clashes };
}

/** How many unanswered commands a draft remembers: about as many as a month has fields. */
const mostSent = 30;

/** The draft with what is about to be sent of it; what is sent again is remembered once. */
export function withSent(draft: Draft, { figures, note = '' }: Partial<Sent> & Pick<Sent, 'figures'>): Draft {
  const sent = { figures, note };
  const others = draft.sent?.filter((one) => !isSame(one, sent)) ?? [];
  return { ...draft, sent: [...others, sent].slice(-mostSent) };
}

/** The draft once the server has taken what was sent of it: what was typed since stays, on top of the answer. */
export function taken(
  draft: Draft,
  sent: { figures: Base['figures']; note?: string },
  report: MonthlyReport,
): Draft {
  const { version } = draft.base;
  if (report.version <= version) return draft;
  return rebased({ ...draft, base: { version, figures: sent.figures, note: sent.note ?? '' } }, report);
}

/** The draft with a new text in one of its fields. */
export function withField(draft: Draft, field: string, text: string): Draft {
  return field === noteField
    ? { ...draft, note: text }
    : { ...draft, typed: withText(draft.typed, field, text) };
}

/** The draft once the head has chosen between what two devices have in a field. */
export function withChoice(draft: Draft, field: string, text: string): Draft {
  const { [field]: _, ...clashes } = draft.clashes ?? {};
  return { ...withField(draft, field, text), clashes };
}

/** The draft as far as nobody has to be asked: where a choice is open, the server keeps what it has. */
export function agreed(draft: Draft): Draft {
  return Object.entries(draft.clashes ?? {}).reduce(
    (all, [field, theirs]) => withField(all, field, theirs),
    draft,
  );
}

/** Whether the report says all that the draft does. */
export function saysAll(report: Pick<Base, 'figures'> & { note?: string }, draft: Draft): boolean {
  const isNoted = draft.note.trim() === (report.note ?? '').trim();
  return isNoted && sameFigures(numbersOf(draft.typed), report.figures);
}

/** Whether two sets of figures are the same. */
export function sameFigures(a: Record<string, number>, b: Record<string, number>): boolean {
  const codes = Object.keys(a);
  return codes.length === Object.keys(b).length && codes.every((code) => a[code] === b[code]);
}

const isSame = (one: Sent, other: Sent): boolean =>
  one.note === other.note && sameFigures(one.figures, other.figures);

function fieldsOf({ figures, note }: Sent): Typed {
  return { ...textsOf(figures), [noteField]: note };
}
