import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { rowName } from '#lib/progress/names.ts';

/** What the row of a target is called. */
export function targetRowName(row: string, pack: CountryPack): string {
  if (row === 'nation') return m.targetForNation();
  return row === 'unassigned' ? m.targetUnassigned() : rowName(row, pack);
}
