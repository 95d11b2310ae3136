import * as z from 'zod/mini';
import { Instant } from './calendar.ts';
import { figurePath } from './report/indicator.ts';
import { Person } from './person.ts';
import { plainText } from './plainText.ts';

export const ActionName = z.enum([
  'register',
  'edit',
  'changeStage',
  'correctStage',
  'move',
  'adopt',
  'checkReadiness',
  'import',
  'saveDraft',
  'submit',
  'return',
  'approve',
  'correct',
  'attribute',
  'plan',
  'setTarget',
  'setMilestone',
  'correctRate',
  'followRate',
  'followTerms',
  'addEvent',
  'receive',
  'strikeOut',
  'correctFacts',
  'tellLine',
  'cancel',
  'merge',
  'overrideReadiness',
  'addPerson',
  'editPerson',
  'invitePerson',
  'deactivatePerson',
  'reactivatePerson',
  'chooseReminders',
  'noteUndeliverable',
  'makeRelease',
  'makeTrace',
  'revokeTrace',
]);
export type ActionName = z.infer<typeof ActionName>;

/** One field that a command changed; of a list, what is in it no more and what is new in it. */
export const FieldChange = z.strictObject({
  field: z.string(),
  from: z.optional(z.unknown()),
  to: z.optional(z.unknown()),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** One line of a record's history. */
export const HistoryLine = z.strictObject({
  version: z.int(),
  at: Instant,
  by: Person,
  action: ActionName,
  /** Why it was done, where that is no part of the record. */
  reason: z.optional(z.string()),
  changes: z.array(FieldChange),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

/** A record as history compares it. */
export type Fields = Record<string, unknown>;

/** The fields that differ between two states of a record; figures are compared one by one. Bookkeeping is left out. */
export function changesBetween(before: Fields, after: Fields): FieldChange[] {
  const [from, to] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .sort()
    .filter((field) => plainText(from[field]) !== plainText(to[field]))
    .map((field) => ({ field, ...differing(from[field], to[field]) }));
}

/** What of two values differs: a list that grows with each command would be told whole in every line. */
function differing(from: unknown, to: unknown): { from: unknown; to: unknown } {
  if (!Array.isArray(from) || !Array.isArray(to)) return { from, to };
  const [gone, added] = [missingIn(to, from), missingIn(from, to)];
  // Where nothing is gone or new, the order is another.
  return [...gone, ...added].length ? { from: gone, to: added } : { from, to };
}

function missingIn(others: unknown[], all: unknown[]): unknown[] {
  const known = others.map(plainText);
  return all.filter((one) => !known.includes(plainText(one)));
}

const bookkeeping = [
  'version',
  'termsVersion',
  'submittedAt',
  'approved',
  'adopted',
  'approvedAdopted',
  'approvedEquipment',
];

function flat({ figures, ...record }: Fields): Fields {
  const fields = Object.entries(record).filter(([name]) => !bookkeeping.includes(name));
  const typed = typeof figures === 'object' && figures !== null ? Object.entries(figures) : [];
  return Object.fromEntries([...fields, ...typed.map(([code, value]) => [figurePath(code), value] as const)]);
}
