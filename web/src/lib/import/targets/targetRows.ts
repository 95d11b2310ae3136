import type { Day } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { catalogueOf, type Catalogue } from '#functions/domain/figureCatalogue.ts';
import { mostTargetValue } from '#functions/domain/plan/bounds.ts';
import { isPlannable } from '#functions/domain/plan/plannable.ts';
import { perUnit } from '#lib/plan/unit.ts';
import { pairs, type Columns, type KindColumns } from '../columns.ts';
import { rowsIn, type Reading, type RowRead } from '../reading.ts';
import type { Table } from '../table.ts';
import { choiceIn, dayIn, lineIn, wholeIn } from '../values.ts';
import { otherRows, targetLabels } from './targetNames.ts';

/** What a row of a file says: what a figure is to come to in a row, by a day. */
export interface TargetRow {
  figure: string;
  row: string;
  day: Day;
  value: number;
  reason?: string;
}

/** The columns of a file of targets. */
export const targetColumns: KindColumns = {
  all: Object.keys(targetLabels),
  required: ['figure', 'row', 'day', 'value'],
  names: Object.entries(targetLabels).flatMap(([field, labels]) => pairs(labels, field)),
};

const longestReason = 500;

/** What the rows of a file say of targets. A day that comes again in a figure's row is told of the later one. */
export function targetsIn(table: Table, columns: Columns, pack: CountryPack): RowRead<TargetRow>[] {
  const catalogue = catalogueOf(pack);
  const figures = [...catalogue.values()]
    .filter(isPlannable)
    .map(({ name, names }) => ({ code: name, names: Object.values(names) }));
  const regions = pack.regions.map(({ code, names }) => ({ code, names: Object.values(names) }));
  const choices = { figures, rows: [...regions, ...otherRows], catalogue };
  return rowsIn(
    table,
    columns,
    (reading) => rowIn(reading, choices),
    ({ figure, row, day }) => [{ key: [figure, row, day].join('\n'), field: 'day', value: day }],
  );
}

type Choices = Record<'figures' | 'rows', { code: string; names: readonly string[] }[]> & {
  catalogue: Catalogue;
};

function rowIn(reading: Reading, { figures, rows, catalogue }: Choices): TargetRow | undefined {
  const figure = reading.needed('figure', (cell) => choiceIn(cell, figures));
  const row = reading.needed('row', (cell) => choiceIn(cell, rows));
  const day = reading.needed('day', dayIn);
  const typed = reading.needed('value', (cell) => {
    const read = wholeIn(cell);
    return 'fault' in read || (read.value >= 0 && read.value <= mostTargetValue / 100)
      ? read
      : { fault: 'unfit' };
  });
  const reason = reading.read('reason', (cell) => lineIn(cell, longestReason));
  const about = figure && catalogue.get(figure);
  if (!about || !row || !day || typed === undefined) return undefined;
  return { figure, row, day, value: typed * perUnit(about), ...(reason && { reason }) };
}
