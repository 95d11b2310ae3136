import type { ImportOutcome } from '#functions/domain/importRows.ts';
import { batchesOf } from '#lib/batches/batches.ts';
import { Sending, type Batch } from '#lib/batches/sending.svelte.ts';
import { columnsIn } from './columns.ts';
import { FileFault, type FileFaultKind } from './fileFault.ts';
import type { ImportFiles, Told } from './importKind.ts';
import type { CellFault, RowRead } from './reading.ts';
import { readTable, textIn, type Cell, type Table } from './table.ts';

/** A row of the file, and what became of it. */
export interface Line<Row> {
  number: number;
  cells: Cell[];
  row?: Row;
  faults: CellFault[];
  told?: Told;
}

type SentLine<Row> = Line<Row> & { row: Row };

const nothing = { new: 0, changed: 0, unchanged: 0, refused: 0 };

/**
 * An import from the choice of a file to what became of its rows: read here, tried on the server, then applied. Where it
 * stops it goes on with the same requests under their keys, so that nothing is done twice.
 */
export class Importing<Row> {
  step = $state<'choose' | 'reading' | 'checking' | 'checked' | 'applying' | 'applied'>('choose');
  fileName = $state('');
  fault = $state<FileFaultKind>();
  missing = $state.raw<string[]>([]);
  ignored = $state.raw<string[]>([]);
  lines = $state.raw<Line<Row>[]>([]);
  counts = $state.raw<Record<ImportOutcome, number>>(nothing);
  header: string[] = [];
  readonly sending = new Sending<SentLine<Row>>((batch) => this.#ask(batch));
  readonly #kindOf: () => ImportFiles<Row>;

  constructor(kindOf: () => ImportFiles<Row>) {
    this.#kindOf = kindOf;
  }

  /** Reads a file and tries it: nothing is saved. */
  async read(file: File): Promise<void> {
    this.step = 'reading';
    this.fileName = file.name;
    this.fault = undefined;
    this.missing = [];
    try {
      const table = await readTable(file);
      const kind = this.#kindOf();
      const columns = columnsIn(table.header, kind.columns);
      this.ignored = columns.ignored;
      this.missing = columns.missing;
      this.header = table.header;
      this.lines = linesOf(table, this.missing.length > 0 ? [] : kind.rowsIn(table, columns));
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      this.fault = error.kind;
    }
    if (this.fault || this.missing.length > 0) this.step = 'choose';
    else await this.#begin('checking', this.lines);
  }

  /** The rows that applying would save. */
  get toApply(): number {
    return this.counts.new + this.counts.changed;
  }

  async apply(): Promise<void> {
    const lines = this.lines.filter(({ told }) => told?.outcome === 'new' || told?.outcome === 'changed');
    await this.#begin('applying', lines);
  }

  /** Another file, from the beginning. */
  reset(): void {
    this.step = 'choose';
    this.lines = [];
    this.counts = nothing;
  }

  /** Sends what is left of the step. */
  async goOn(): Promise<void> {
    await this.sending.goOn();
    this.#settle();
  }

  async #begin(step: 'checking' | 'applying', lines: Line<Row>[]): Promise<void> {
    const sendable = lines.filter(hasRow<Row>);
    this.counts = { ...nothing, refused: lines.length - sendable.length };
    this.step = step;
    await this.sending.begin(batchesOf(sendable, this.#kindOf().most, ({ row }) => row));
    this.#settle();
  }

  #settle(): void {
    this.lines = [...this.lines];
    if (!this.sending.isPaused) this.step = this.step === 'checking' ? 'checked' : 'applied';
  }

  async #ask({ key, rows }: Batch<SentLine<Row>>): Promise<void> {
    const isDryRun = this.step === 'checking';
    const asked = { idempotencyKey: key, isDryRun, rows: rows.map(({ row }) => row) };
    const told = await this.#kindOf().send(asked);
    const counts = { ...this.counts };
    for (const [index, line] of rows.entries()) {
      line.told = told[index];
      if (line.told) counts[line.told.outcome] += 1;
    }
    this.counts = counts;
  }
}

function hasRow<Row>(line: Line<Row>): line is SentLine<Row> {
  return line.row !== undefined;
}

/** Whether the row is to be mended: it cannot be read, or the server refuses it. */
export const isRefused = ({ faults, told }: Pick<Line<unknown>, 'faults' | 'told'>): boolean =>
  faults.length > 0 || told?.outcome === 'refused';

function linesOf<Row>({ rows }: Table, read: RowRead<Row>[]): Line<Row>[] {
  return read.map((one, index) => ({
    number: one.number,
    cells: rows[index]?.cells ?? [],
    faults: 'faults' in one ? one.faults : [],
    ...('row' in one && { row: one.row }),
  }));
}

/** The refused rows as a file of the same columns, each with its number and why. */
export function refusedFile<Row>(
  { header, lines }: Pick<Importing<Row>, 'header' | 'lines'>,
  names: { row: string; reason: string },
  reasonOf: (line: Line<Row>) => string,
): string[][] {
  return [
    [...header, names.row, names.reason],
    ...lines
      .filter(isRefused)
      .map((line) => [
        ...header.map((_, index) => textIn(line.cells[index])),
        String(line.number),
        reasonOf(line),
      ]),
  ];
}
