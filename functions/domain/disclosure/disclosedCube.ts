import type { Month } from '../calendar.ts';
import type { ProgressCube } from '../progress.ts';
import { blocksOf, sumIn, type Block, type CountTable, type Told } from './countTable.ts';

/** A table and which of its cells are told; its periods are called by their last months. */
export interface ToldTable {
  table: CountTable;
  told: Told;
}

/**
 * A cube in which only what is told is left: of each figure what was added since its row was told last, in the month at
 * whose end it is told. The country's own row has the rest, so that all rows add up to what the country is told.
 */
export function disclosedCube(
  cube: ProgressCube,
  { country, nation, regions }: { country: string; nation: ToldTable; regions?: ToldTable },
): ProgressCube {
  const rows = cube.rows.includes(country) ? cube.rows : [...cube.rows, country];
  const protectedNames = new Set(nation.table.figures.map(({ name }) => name));
  const notShown: Record<string, number[]> = {};
  const figures = Object.entries(cube.figures).map(([name, column]) => {
    if (!protectedNames.has(name)) return [name, widened(column, cube, rows)] as const;
    const told = toldCells(cube.months, rows, name, nation, regions);
    const runs = runsWithout(told.cells, cube.months.length * rows.length);
    if (runs.length > 0) notShown[name] = runs;
    return [name, told.column] as const;
  });
  return { months: cube.months, rows, figures: Object.fromEntries(figures), notShown };
}

function toldCells(
  months: readonly Month[],
  rows: readonly string[],
  name: string,
  nation: ToldTable,
  regions: ToldTable | undefined,
): { column: number[]; cells: Set<number> } {
  const column = new Array<number>(months.length * rows.length).fill(0);
  const cells = new Set<number>();
  const own = rows.length - 1;
  for (const block of told(nation, name)) {
    column[block.to * rows.length + own] = sumIn(nation.table, block);
    cells.add(block.to * rows.length + own);
  }
  for (const block of regions ? told(regions, name) : []) {
    const month = months.indexOf(regions?.table.periods[block.to] ?? '');
    const at = month * rows.length + rows.indexOf(regions?.table.rows[block.row] ?? '');
    const amount = regions ? sumIn(regions.table, block) : 0;
    column[at] = amount;
    cells.add(at);
    // A month of a region is told only where the country's is, so that the rest belongs to it.
    column[month * rows.length + own] = (column[month * rows.length + own] ?? 0) - amount;
  }
  return { column, cells };
}

function told({ table, told: all }: ToldTable, name: string): Block[] {
  return blocksOf({ figures: table.figures.filter((figure) => figure.name === name) }, all);
}

function widened(column: number[], cube: ProgressCube, rows: readonly string[]): number[] {
  if (rows.length === cube.rows.length) return column;
  return cube.months.flatMap((_, at) => [
    ...column.slice(at * cube.rows.length, (at + 1) * cube.rows.length),
    0,
  ]);
}

/** The cells that are not told, as runs: where each begins and how long it is. */
function runsWithout(told: ReadonlySet<number>, length: number): number[] {
  const runs: number[] = [];
  for (let at = 0; at < length; at += 1) {
    if (told.has(at)) continue;
    const isNext = at > 0 && !told.has(at - 1) && runs.length > 0;
    if (isNext) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(at, 1);
  }
  return runs;
}
