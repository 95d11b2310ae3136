import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { ImportOutcome, ImportRow } from '#functions/domain/facilityImport.ts';
import type { FieldChange } from '#functions/domain/history.ts';
import type { RefusalCode } from '#functions/domain/refusal.ts';
import { refusalOf } from '#lib/api/refusalText.ts';
import { batchesOf, eachBatch } from '#lib/import/batches.ts';
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

interface Batch {
  key: string;
  lines: (Line & { row: ImportRow })[];
}

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
  /** Of the rows that are sent in this step. */
  done = $state(0);
  total = $state(0);
  /** It ended before all rows were asked for. */
  isPaused = $state(false);
  failure = $state('');
  header: string[] = [];
  readonly #packOf: () => CountryPack;
  readonly #send: Send;
  #pending: Batch[] = [];
  #isStopped = false;

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

  stop(): void {
    this.#isStopped = true;
  }

  /** Another file, from the beginning. */
  reset(): void {
    this.step = 'choose';
    this.lines = [];
    this.counts = nothing;
  }

  /** Sends what is left of the step. */
  async goOn(): Promise<void> {
    const isDryRun = this.step === 'checking';
    this.isPaused = false;
    this.failure = '';
    this.#isStopped = false;
    const sent: Batch[] = [];
    try {
      await eachBatch(
        this.#pending,
        async (batch) => {
          const rows = batch.lines.map(({ row }) => row);
          this.#take(batch, await this.#send({ idempotencyKey: batch.key, isDryRun, rows }));
          sent.push(batch);
        },
        () => this.#isStopped,
      );
    } catch (error) {
      this.failure = refusalOf(error).sentence;
    }
    this.#pending = this.#pending.filter((batch) => !sent.includes(batch));
    this.lines = [...this.lines];
    if (this.#pending.length > 0) this.isPaused = true;
    else this.step = isDryRun ? 'checked' : 'applied';
  }

  async #begin(step: 'checking' | 'applying', lines: Line[]): Promise<void> {
    const importId = crypto.randomUUID();
    const sendable = lines.filter(hasRow);
    this.#pending = batchesOf(sendable, ({ row }) => row).map((batch, index) => ({
      key: `${importId}-${index}`,
      lines: batch,
    }));
    this.counts = { ...nothing, refused: lines.length - sendable.length };
    this.step = step;
    this.done = 0;
    this.total = sendable.length;
    await this.goOn();
  }

  #take({ lines }: Batch, told: Told[]): void {
    const counts = { ...this.counts };
    for (const [index, line] of lines.entries()) {
      line.told = told[index];
      if (line.told) counts[line.told.outcome] += 1;
    }
    this.counts = counts;
    this.done += lines.length;
  }
}

const hasRow = (line: Line): line is Line & { row: ImportRow } => line.row !== undefined;

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
