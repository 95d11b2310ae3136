import type { Snippet } from 'svelte';
import { byAlphabet } from '#lib/i18n/alphabet.ts';

/** What a cell draws beside its text: a bar from zero, with a tick where the plan is. */
export interface Bar {
  value: number;
  /** The value at the bar's full width. */
  max: number;
  tick?: number;
}

/** One column of a `DataTable`. */
export interface Column<Row> {
  key: string;
  label: string;
  /** What rows are sorted by, and what is shown unless `text` says otherwise. */
  value: (row: Row) => string | number | undefined;
  text?: (row: Row) => string;
  /** Numbers stand right, under each other. */
  numeric?: boolean;
  bar?: (row: Row) => Bar | undefined;
  /** Shows more than a text, such as a tag. */
  cell?: Snippet<[Row]>;
  /** The record behind the cell. */
  href?: (row: Row) => string | undefined;
  tone?: (row: Row) => 'good' | 'bad' | 'warn' | undefined;
  /** Never broken into lines, as a proper name. */
  oneLine?: boolean;
  /** Left out where the screen is narrow. */
  wideOnly?: boolean;
  /** Nobody sorts by it. */
  unsorted?: boolean;
}

export interface Order {
  key: string;
  descending: boolean;
}

/** The rows in the order asked for; texts by the reader's alphabet, rows without a value last. */
export function sorted<Row>(rows: Row[], columns: Column<Row>[], order: Order | undefined): Row[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (!column || !order) return rows;
  const direction = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return direction * compare(left, right);
  });
}

function compare(left: string | number, right: string | number): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : byAlphabet(String(left), String(right));
}
