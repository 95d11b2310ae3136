import { changesBetween, type Fields } from './history.ts';
import { Refusal } from './refusal.ts';

/** What becomes of a row of an import. */
export const importOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** A row that is accepted: its record before, none where it is new, and as the row leaves it. */
export interface Accepted<Kept> {
  before: Kept | undefined;
  after: Kept;
  outcome: Exclude<ImportOutcome, 'refused'>;
}

/** What is decided of a row. */
export type Decision<Kept> = Accepted<Kept> | { outcome: 'refused'; refusal: Refusal };

/** Decides rows in their order; one that is refused stops none of the others. */
export function decideEach<Row, Kept>(rows: Row[], decide: (row: Row) => Accepted<Kept>): Decision<Kept>[] {
  return rows.map((row) => {
    try {
      return decide(row);
    } catch (error) {
      if (error instanceof Refusal) return { outcome: 'refused', refusal: error };
      throw error;
    }
  });
}

/** A row whose record is this, on top of what was there. */
export function accepted<Kept extends Fields>(before: Kept | undefined, after: Kept): Accepted<Kept> {
  if (!before) return { before, after, outcome: 'new' };
  const isSame = changesBetween(before, after).length === 0;
  return { before, after, outcome: isSame ? 'unchanged' : 'changed' };
}
