import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { CountFigure, CountTable } from './countTable.ts';
import type { Spans } from './known.ts';
import { amountsIn, nationTable, sum, type Counted } from './tables.ts';

const [wholePrefix, restPrefix] = ['whole:', 'rest:'];

/** The country's figure of which a donor has a share, if a figure of the share's table stands for it. */
export function wholeIn(figure: string): string | undefined {
  return figure.startsWith(wholePrefix) ? baseOf(figure.slice(wholePrefix.length)) : undefined;
}

const baseOf = (figure: string): string => figure.replace(/^(attributed|supported)\./, '');

/**
 * A donor's share month by month, and for each of its figures the country's own and what is left of that: who reads both
 * knows the difference, which is of the other facilities.
 */
export function shareTable(
  counted: Counted,
  whole: Counted,
  pack: Pick<CountryPack, 'country' | 'indicators' | 'capabilities'>,
): { table: CountTable; spans: Spans } {
  const { table, spans } = nationTable(counted, pack);
  const values: Record<string, number[][]> = {};
  const facilities: Record<string, number[][]> = {};
  const figures = table.figures.flatMap((figure): CountFigure[] => {
    const { name, isRunning } = figure;
    const [all, rest] = [`${wholePrefix}${name}`, `${restPrefix}${name}`];
    const own = table.values[name]?.[0] ?? [];
    const amounts = table.periods.map((_, at) =>
      amountUntil(whole, baseOf(name), table.periods, { at, isRunning }),
    );
    const reporting = table.periods.map((month) => sum(amountsIn(whole.reporters, baseOf(name), month)));
    const ours = table.facilities[name]?.[0] ?? [];
    values[all] = [amounts];
    values[rest] = [amounts.map((amount, at) => amount - (own[at] ?? 0))];
    facilities[all] = [reporting];
    facilities[rest] = [reporting.map((count, at) => count - (ours[at] ?? 0))];
    const added = { isRunning, parts: [], within: [] };
    const country = { ...added, name: all, parts: [name, rest], isToldElsewhere: true };
    return [country, figure, { ...added, name: rest }];
  });
  return {
    table: {
      ...table,
      figures,
      values: { ...table.values, ...values },
      facilities: { ...table.facilities, ...facilities },
    },
    spans,
  };
}

/** What the country had in a month; in the first of the share's, with all that it had before. */
function amountUntil(
  { cube }: Counted,
  name: string,
  months: readonly Month[],
  { at, isRunning }: { at: number; isRunning: boolean },
): number {
  const month = months[at] ?? '';
  if (at > 0 || !isRunning) return sum(amountsIn(cube, name, month));
  return sum(cube.months.filter((each) => each <= month).map((each) => sum(amountsIn(cube, name, each))));
}
