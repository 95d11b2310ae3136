import { m } from 'virtual:messages';
import type { FileFaultKind } from './fileFault.ts';
import type { ImportWords } from './importKind.ts';
import type { Line } from './importing.svelte.ts';
import type { CellFault } from './reading.ts';
import type { CellFaultKind } from './values.ts';

/** Why a file is not read. */
export const fileFaultWords: Record<FileFaultKind, () => string> = {
  tooLarge: m.importTooLarge,
  tooManyRows: m.importTooManyRows,
  oldExcel: m.importOldExcel,
  unreadable: m.importUnreadable,
  cut: m.importCut,
  empty: m.importEmpty,
};

const faultWords: Record<Exclude<CellFaultKind, 'repeated'>, () => string> = {
  missing: m.importCellMissing,
  formula: m.importCellFormula,
  notWhole: m.importCellNotWhole,
  ambiguousNumber: m.importCellAmbiguous,
  ambiguousDay: m.importCellSlashes,
  notDegrees: m.importCellNotDegrees,
  notDay: m.importCellNotDay,
  noSuchDay: m.importCellNoSuchDay,
  unknownChoice: m.importCellUnknown,
  unfit: m.importCellUnfit,
  halfPlace: m.importCellHalfPlace,
};

function faultText({ kind, earlier }: CellFault): string {
  return kind === 'repeated' ? m.importCellRepeated({ row: String(earlier) }) : faultWords[kind]();
}

/** One thing to mend in a row: the field, what stands there, and why it cannot. */
export interface Reason {
  field: string;
  value: string;
  text: string;
}

/** A row, and one thing to see to in it. */
export type ReasonedLine<Row> = Reason & { line: Line<Row> };

/** What is doubtful about the rows that are saved, or would be. */
export async function doubtsOf<Row>(
  lines: readonly Line<Row>[],
  { doubts }: Pick<ImportWords<Row>, 'doubts'>,
): Promise<ReasonedLine<Row>[]> {
  const saved = lines.filter(({ told }) => told?.outcome === 'new' || told?.outcome === 'changed');
  const doubtOf = saved.length > 0 && (await doubts?.());
  if (!doubtOf) return [];
  return saved.flatMap((line) => {
    const doubt = line.row && doubtOf(line.row);
    return doubt ? [{ line, ...doubt }] : [];
  });
}

/** Why a row is refused, be it here or by the server. */
export function reasonsOf<Row>({ faults, told, row }: Line<Row>, words: ImportWords<Row>): Reason[] {
  const { code = '', field = '' } = told?.refused ?? {};
  const value = row && words.valueIn(row, field);
  const refused: Reason = {
    field,
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : '',
    text: words.refusalText(code, field) ?? m.refusedForm(),
  };
  return [
    ...faults.map((fault) => ({ ...fault, text: words.faultText(fault) ?? faultText(fault) })),
    ...(told?.refused ? [refused] : []),
  ];
}
