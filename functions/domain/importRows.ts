import { changesBetween } from './history.ts';
import { Refusal } from './refusal.ts';

/** What becomes of a row of an import. */
export const importOutcomes = ['new', 'changed', 'unchanged', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** A row that is accepted: its record before, none where it is new, and as the row leaves it. */
export interface Accepted<Record> {
  before: Record | undefined;
  after: Record;
  outcome: Exclude<ImportOutcome, 'refused'>;
}

/** What is decided of a row. */
export type Decision<Record> = Accepted<Record> | { outcome: 'refused'; refusal: Refusal };

/** Decides rows in their order; one that is refused stops none of the others. */
export function decideEach<Row, Record>(
  rows: Row[],
  decide: (row: Row) => Accepted<Record>,
): Decision<Record>[] {
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
export function accepted<Record extends object>(before: Record | undefined, after: Record): Accepted<Record> {
  if (!before) return { before, after, outcome: 'new' };
  const isSame = changesBetween({ ...before }, { ...after }).length === 0;
  return { before, after, outcome: isSame ? 'unchanged' : 'changed' };
}
