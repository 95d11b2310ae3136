import {
  fewestTold,
  isSafe,
  isTotalKnown,
  sumIn,
  type Block,
  type CellAt,
  type CountTable,
  type Told,
} from './countTable.ts';

/** What a table may not tell, besides what is small. */
interface Withheld {
  /** Cells that the audit or the rules of the whole country leave out. */
  isWithheld: (cell: CellAt) => boolean;
  /** Cells that earlier releases told: leaving them out now protects nobody. */
  isKnown: (cell: CellAt) => boolean;
}

/**
 * Which cells of a table are told. What is small waits for later periods until their sum is not; where a total would tell
 * what is left out, the smallest other cells of the period are left out with it, until what is left out together is of two
 * rows and enough people. Decides a period by what was before it, so that the next release decides alike.
 *
 * Primary and complementary cell suppression: Hundepool et al., Statistical Disclosure Control, Wiley 2012, 4.2 and 4.4.
 */
export function suppressed(table: CountTable, withheld: Withheld): Told {
  const told: Told = Object.fromEntries(table.figures.map(({ name }) => [name, table.rows.map(() => [])]));
  const families = familiesOf(table);
  for (const period of table.periods.keys())
    for (const family of families) {
      for (const row of table.rows.keys()) tellSafe(table, told, family, { row, period }, withheld);
      for (const figure of family) complement(table, told, family, { figure, period }, withheld);
    }
  return told;
}

/** A sum and its parts, or a figure that is neither. */
type Family = readonly string[];

function familiesOf({ figures }: CountTable): Family[] {
  const inSums = new Set(figures.flatMap(({ parts }) => parts));
  return figures.filter(({ name }) => !inSums.has(name)).map(({ name, parts }) => [name, ...parts]);
}

/** Parts are told together, and only beside their sum: two of three would tell the third. */
function tellSafe(
  table: CountTable,
  told: Told,
  [whole = '', ...parts]: Family,
  at: Omit<CellAt, 'figure'>,
  { isWithheld }: Withheld,
): void {
  const mayTell = (figure: string) => {
    const cell = { ...at, figure };
    return !isWithheld(cell) && isSafe(table, blockAt(table, told, cell));
  };
  const isWhole = mayTell(whole);
  set(told, { ...at, figure: whole }, isWhole);
  const areParts = isWhole && parts.every(mayTell);
  for (const figure of parts) set(told, { ...at, figure }, areParts);
}

/** What would be told of a cell: it, and the periods before it that were not told. */
export function blockAt({ figures }: CountTable, told: Told, { figure, row, period }: CellAt): Block {
  const isRunning = figures.find(({ name }) => name === figure)?.isRunning;
  const before = told[figure]?.[row]?.slice(0, period) ?? [];
  return { figure, row, from: isRunning ? before.lastIndexOf(true) + 1 : period, to: period };
}

function complement(
  table: CountTable,
  told: Told,
  family: Family,
  { figure, period }: Omit<CellAt, 'row'>,
  withheld: Withheld,
): void {
  if (!isTotalKnown(table, { figure, period })) return;
  while (isExposed(table, told, { figure, period }, withheld)) {
    const next = complementOf(table, told, { figure, period }, withheld);
    if (!next) return;
    hide(told, family, next);
  }
}

/** Whether the total tells too much of what is left out of a period. */
function isExposed(
  table: CountTable,
  told: Told,
  { figure, period }: Omit<CellAt, 'row'>,
  { isKnown }: Pick<Withheld, 'isKnown'>,
): boolean {
  const left = [...table.rows.keys()]
    .filter((row) => !told[figure]?.[row]?.[period] && !isKnown({ figure, row, period }))
    .map((row) => sumIn(table, blockAt(table, told, { figure, row, period })))
    .filter((sum) => sum > 0);
  const sum = left.reduce((all, each) => all + each, 0);
  // Each of them is one at least, or it would be told.
  return left.length > 0 && (left.length < 2 || sum < fewestTold + left.length);
}

/** The cell of a period that costs least to leave out; undefined where none would protect anybody. */
export function complementOf(
  table: CountTable,
  told: Told,
  { figure, period }: Omit<CellAt, 'row'>,
  { isKnown }: Pick<Withheld, 'isKnown'>,
): CellAt | undefined {
  const [smallest] = [...table.rows.keys()]
    .map((row) => ({ figure, row, period }))
    .filter((cell) => told[figure]?.[cell.row]?.[period] && !isKnown(cell))
    .map((cell) => ({ cell, sum: sumIn(table, blockAt(table, told, cell)) }))
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => a.sum - b.sum);
  return smallest?.cell;
}

/** Leaves a cell out with what would tell it: a sum with its parts, a part with the other parts. */
function hide(told: Told, [whole = '', ...parts]: Family, { figure, ...at }: CellAt): void {
  for (const each of figure === whole ? [whole, ...parts] : parts) set(told, { ...at, figure: each }, false);
}

function set(told: Told, { figure, row, period }: CellAt, isTold: boolean): void {
  const cells = told[figure]?.[row];
  if (cells) cells[period] = isTold;
}
