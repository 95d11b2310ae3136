import type { Columns } from './columns.ts';
import { textIn, type Cell, type Table } from './table.ts';
import type { CellFaultKind, Value } from './values.ts';

/** What is wrong with a cell. */
export interface CellFault {
  field: string;
  kind: CellFaultKind;
  /** What it says. */
  value: string;
  /** The row that says it already. */
  earlier?: number;
}

/** A row of a file: what it says, or what is to be mended in it. */
export type RowRead<Row> = { number: number } & ({ row: Row } | { faults: CellFault[] });

/** Something that only one row may have. */
export interface Claim {
  key: string;
  field: string;
  value: string;
}

/** What the rows of a file say, each on its own. What only one may have and comes again is told of the later row. */
export function rowsIn<Row>(
  { rows }: Table,
  { fields }: Columns,
  read: (reading: Reading) => Row | undefined,
  claimsOf: (row: Row) => Claim[],
): RowRead<Row>[] {
  const seen = new Map<string, number>();
  const places = new Map([...fields].map(([index, field]) => [field, index]));
  return rows.map(({ number, cells }) => {
    const reading = new Reading(cells, places);
    const row = read(reading);
    if (!row || reading.faults.length > 0) return { number, faults: reading.faults };
    const repeated = repetitionsIn(claimsOf(row), seen, number);
    return repeated.length > 0 ? { number, faults: repeated } : { number, row };
  });
}

/** One row as it is read, field by field, and what is wrong with it. */
export class Reading {
  readonly faults: CellFault[] = [];
  readonly #cells: Cell[];
  readonly #places: ReadonlyMap<string, number>;

  constructor(cells: Cell[], places: ReadonlyMap<string, number>) {
    this.#cells = cells;
    this.#places = places;
  }

  /** Undefined where the cell is empty, or is at fault. */
  read<Kind>(field: string, reader: (cell: Cell) => Value<Kind>): Kind | undefined {
    const cell = this.#cells[this.#places.get(field) ?? -1] ?? null;
    const value = textIn(cell);
    if (value === '') return undefined;
    const read = reader(cell);
    if ('value' in read) return read.value;
    this.faults.push({ field, kind: read.fault, value });
    return undefined;
  }

  /** The same where an empty cell is a fault. */
  needed<Kind>(field: string, reader: (cell: Cell) => Value<Kind>): Kind | undefined {
    if (this.isEmpty(field)) this.faults.push({ field, kind: 'missing', value: '' });
    return this.read(field, reader);
  }

  isEmpty(field: string): boolean {
    return textIn(this.#cells[this.#places.get(field) ?? -1]) === '';
  }
}

function repetitionsIn(claims: Claim[], seen: Map<string, number>, number: number): CellFault[] {
  const faults = claims.flatMap(({ key, field, value }): CellFault[] => {
    const earlier = seen.get(key);
    return earlier === undefined ? [] : [{ field, kind: 'repeated', value, earlier }];
  });
  if (faults.length === 0) for (const { key } of claims) seen.set(key, number);
  return faults;
}
