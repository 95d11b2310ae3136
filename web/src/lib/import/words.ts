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
