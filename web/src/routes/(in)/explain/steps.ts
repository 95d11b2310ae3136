import type { Month } from '#functions/domain/calendar.ts';
import type { Row } from '#functions/domain/contribution.ts';
import { valueOf } from '#functions/domain/explain/explained.ts';
import type { ExplainedRecord } from '#functions/domain/explain/explainedRecord.ts';
import type { ProgressCube } from '#functions/domain/progress.ts';
import type { Opening } from './opening.ts';

/** What a part adds: to the figure, or where reviewers approve of it what they approved, and what waits for them. */
export interface Added {
  amount: number;
  waiting: number;
  /** Whether a release does not show it: the amount is nothing that is known of it then. */
  isHidden?: boolean;
}

const nothingAdded: Added = { amount: 0, waiting: 0 };

/** What parts add up to. */
export function together(parts: Added[]): Added {
  return parts.reduce(
    (sum, one) => ({ amount: sum.amount + one.amount, waiting: sum.waiting + one.waiting }),
    nothingAdded,
  );
}

const isSome = ({ amount, waiting }: Added): boolean => amount !== 0 || waiting !== 0;

/** Of what has an approved part that part leads, and the rest waits. */
function added(amount: number, approved: number | undefined): Added {
  return approved === undefined ? { amount, waiting: 0 } : { amount: approved, waiting: amount - approved };
}

/** What rows have of the figure, as of the month or in one month alone. */
export function addedIn(
  { explained, month }: Opening,
  cube: ProgressCube,
  rows: readonly Row[],
  alone?: Month,
): Added {
  const at = {
    rows,
    month: alone ?? month,
    isOfMonth: alone !== undefined || explained.kind === 'month',
  };
  const { amounts, approved } = explained;
  return added(
    valueOf(cube, amounts, at),
    approved === undefined ? undefined : valueOf(cube, [approved], at),
  );
}

export type RegionPart = Added & { row: Row };

/**
 * The regions that have anything of it, the one with the most first. Those that a release does not show stand among those that
 * it does, and what they have is in the nation's own row.
 */
export function regionParts(
  opening: Opening,
  cube: ProgressCube,
  hides: (row: Row) => boolean = () => false,
): RegionPart[] {
  const isAnyShown = cube.rows.some((row) => row.includes('-') && !hides(row));
  const hidden = together(cube.rows.filter(hides).map((row) => addedIn(opening, cube, [row])));
  return cube.rows
    .map((row): RegionPart => {
      if (hides(row)) return { row, ...nothingAdded, isHidden: true };
      const own = addedIn(opening, cube, [row]);
      return { row, ...(row.includes('-') ? own : together([own, hidden])) };
    })
    .filter((part) => (part.isHidden ? isAnyShown : isSome(part)))
    .toSorted((a, b) => b.amount - a.amount);
}

export type MonthPart = Added & { month: Month };

/** The months in which a row came to have it, the newest first. */
export function monthParts(opening: Opening, cube: ProgressCube, row: Row): MonthPart[] {
  return cube.months
    .filter((month) => month <= opening.month)
    .map((month) => ({ month, ...addedIn(opening, cube, [row], month) }))
    .filter(isSome)
    .toReversed();
}

export type RecordPart = Added & { record: ExplainedRecord };

/** Records with what each adds, the most first. */
export function recordParts(records: readonly ExplainedRecord[]): RecordPart[] {
  return records
    .map((record) => ({ record, ...added(record.amount, record.approved) }))
    .toSorted((a, b) => b.amount - a.amount);
}

export type PlacePart = Added & { placeId: string };

/** Units by the place where they are; none where places are not told, or each has one record anyway. */
export function placeParts(parts: readonly RecordPart[]): PlacePart[] {
  const placed = parts.filter(({ record }) => record.kind === 'consignment' && record.placeId !== undefined);
  return [...Map.groupBy(placed, ({ record }) => record.placeId ?? '')]
    .map(([placeId, some]) => ({ placeId, ...together(some) }))
    .toSorted((a, b) => b.amount - a.amount);
}
