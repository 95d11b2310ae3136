import type { CountryPack } from '#functions/domain/countryPack.ts';
import { mostImportRows, type ImportOutcome, type ImportRow } from '#functions/domain/facilityImport.ts';
import type { FieldChange } from '#functions/domain/history.ts';
import type { RefusalCode } from '#functions/domain/refusal.ts';
import { batchesOf } from '#lib/batches/batches.ts';
import { Sending, type Batch } from '#lib/batches/sending.svelte.ts';
import { columnsIn } from '#lib/import/columns.ts';
import { facilitiesIn, type CellFault, type FacilityRead } from '#lib/import/facilityRows.ts';
import { FileFault, type FileFaultKind } from '#lib/import/fileFault.ts';
import { readTable, textIn, type Cell, type Table } from '#lib/import/table.ts';

/** What the API answers of a row. */
export interface Told {
  outcome: ImportOutcome;
  changes?: FieldChange[];
  refused?: { code: RefusalCode; field?: string; detail: string };
}

/** A row of the file, and what became of it. */
export interface Line {
  number: number;
  cells: Cell[];
  row?: ImportRow;
  faults: CellFault[];
  told?: Told;
}

interface Request {
  idempotencyKey: string;
  isDryRun: boolean;
  rows: ImportRow[];
}
type Send = (request: Request) => Promise<Told[]>;

type SentLine = Line & { row: ImportRow };

const nothing = { new: 0, changed: 0, unchanged: 0, refused: 0 };

/**
 * An import from the choice of a file to what became of its rows: read here, tried on the server, then applied. Where it
 * stops it goes on with the same requests under their keys, so that nothing is done twice.
 */
export class Importing {
  step = $state<'choose' | 'reading' | 'checking' | 'checked' | 'applying' | 'applied'>('choose');
  fileName = $state('');
  fault = $state<FileFaultKind>();
  missing = $state.raw<string[]>([]);
  ignored = $state.raw<string[]>([]);
  lines = $state.raw<Line[]>([]);
  counts = $state.raw<Record<ImportOutcome, number>>(nothing);
  header: string[] = [];
  readonly sending = new Sending<SentLine>((batch) => this.#ask(batch));
  readonly #packOf: () => CountryPack;
  readonly #send: Send;

  constructor(packOf: () => CountryPack, send: Send) {
    this.#packOf = packOf;
    this.#send = send;
  }

  /** Reads a file and tries it: nothing is saved. */
  async read(file: File): Promise<void> {
    this.step = 'reading';
    this.fileName = file.name;
    this.fault = undefined;
    this.missing = [];
    try {
      const table = await readTable(file);
      const pack = this.#packOf();
      const columns = columnsIn(table.header, pack);
      this.ignored = columns.ignored;
      this.missing = columns.missing;
      this.header = table.header;
      this.lines = linesOf(table, this.missing.length > 0 ? [] : facilitiesIn(table, columns, pack));
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

  async #begin(step: 'checking' | 'applying', lines: Line[]): Promise<void> {
    const sendable = lines.filter(hasRow);
    this.counts = { ...nothing, refused: lines.length - sendable.length };
    this.step = step;
    await this.sending.begin(batchesOf(sendable, mostImportRows, ({ row }) => row));
    this.#settle();
  }

  #settle(): void {
    this.lines = [...this.lines];
    if (!this.sending.isPaused) this.step = this.step === 'checking' ? 'checked' : 'applied';
  }

  async #ask({ key, rows }: Batch<SentLine>): Promise<void> {
    const isDryRun = this.step === 'checking';
    const told = await this.#send({ idempotencyKey: key, isDryRun, rows: rows.map(({ row }) => row) });
    const counts = { ...this.counts };
    for (const [index, line] of rows.entries()) {
      line.told = told[index];
      if (line.told) counts[line.told.outcome] += 1;
    }
    this.counts = counts;
  }
}

const hasRow = (line: Line): line is SentLine => line.row !== undefined;

/** Whether the row is to be mended: it cannot be read, or the server refuses it. */
export const isRefused = ({ faults, told }: Line): boolean =>
  faults.length > 0 || told?.outcome === 'refused';

function linesOf({ rows }: Table, read: FacilityRead[]): Line[] {
  return read.map((one, index) => ({
    number: one.number,
    cells: rows[index]?.cells ?? [],
    faults: 'faults' in one ? one.faults : [],
    ...('row' in one && { row: one.row }),
  }));
}

/** The refused rows as a file of the same columns, each with its number and why. */
export function refusedFile(
  { header, lines }: Pick<Importing, 'header' | 'lines'>,
  names: { row: string; reason: string },
  reasonOf: (line: Line) => string,
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
