import type { FieldChange } from '#functions/domain/history.ts';
import type { ImportOutcome } from '#functions/domain/importRows.ts';
import type { RefusalCode } from '#functions/domain/refusal.ts';
import type { Columns, KindColumns } from './columns.ts';
import type { CellFault, RowRead } from './reading.ts';
import type { Table } from './table.ts';
import type { Reason } from './words.ts';

/** What the API answers of a row. */
export interface Told {
  outcome: ImportOutcome;
  changes?: FieldChange[];
  refused?: { code: RefusalCode; field?: string; detail: string };
}

/** Rows as the API takes them. */
export interface ImportRequest<Row> {
  idempotencyKey: string;
  isDryRun: boolean;
  rows: Row[];
}

/** How files tell of one kind of record, and how the API is told. */
export interface ImportFiles<Row> {
  columns: KindColumns;
  rowsIn: (table: Table, columns: Columns) => RowRead<Row>[];
  /** How many rows one request takes. */
  most: number;
  send: (request: ImportRequest<Row>) => Promise<Told[]>;
}

/** How people read what files tell of one kind of record. */
export interface ImportWords<Row> {
  title: string;
  /** The name of the template. */
  template: string;
  /** A field as the form calls it. */
  fieldText: (field: string) => string;
  valueText: (field: string, value: unknown) => string;
  /** What may stand in a column, where that is one of a few things. */
  choicesOf: (field: string) => string[];
  /** What a row says in a field. */
  valueIn: (row: Row, field: string) => unknown;
  /** Where a fault has words of its own for this kind. */
  faultText: (fault: CellFault) => string | undefined;
  refusalText: (code: string, field: string) => string | undefined;
  codeOf: (row: Row) => string;
  codeLabel: string;
  /** What is doubtful about a row, and keeps nobody from saving it; asked once for a file, since it may be fetched. */
  doubts?: () => Promise<(row: Row) => Reason | undefined>;
  /** What lists say of a new row besides its code. */
  shown: { key: string; label: string; value: (row: Row) => string }[];
}

/** A kind of record that can be imported. */
export type ImportKind<Row> = ImportFiles<Row> & ImportWords<Row>;
