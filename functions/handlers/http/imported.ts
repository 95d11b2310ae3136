import type { ImportedRow } from '../../store/importRows.ts';

/** What became of a row, as its answer says it. */
export function told({ refused, id: _, ...row }: ImportedRow) {
  if (!refused) return row;
  const { code, message, details } = refused;
  return { ...row, refused: { code, detail: message, ...(details.field && { field: details.field }) } };
}
