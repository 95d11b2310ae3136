import type { Month } from '#functions/domain/calendar.ts';
import type { CountryPack, RegionCode } from '#functions/domain/countryPack.ts';
import { isOutOfReach, outOfReach } from '#functions/domain/place/outOfReach.ts';
import { rowName } from '#lib/progress/names.ts';
import { monthOfRegions } from '#lib/progress/shown.ts';
import { totalAt, type Selection } from '../selection.ts';

/** So much for each facility that is live, to one decimal; nothing where none is. */
export function perLive(amount: number, live: number): number | undefined {
  return live > 0 ? Math.round((10 * amount) / live) / 10 : undefined;
}

/** So much for each 100,000 people, to one decimal; nothing where nobody knows how many there are. */
export function perPopulation(amount: number, people: number): number | undefined {
  return people > 0 ? Math.round((1_000_000 * amount) / people) / 10 : undefined;
}

/** A region's share of a figure, by what there is of facilities and of people. */
export interface FairRow {
  code: string;
  /** Undefined where it is not shown. */
  amount: number | undefined;
  perLive: number | undefined;
  perPopulation: number | undefined;
}

/** The chosen figure in some regions together; by population only in those of which it is known, and which can be reached. */
export function fairRow(asked: Selection, regions: readonly RegionCode[]): Omit<FairRow, 'code'> {
  const selection = { ...asked, month: monthOfRegions(asked, asked.figure, asked.month) };
  const { sums, figure, month, pack } = selection;
  const hidden = { amount: undefined, perLive: undefined, perPopulation: undefined };
  if (!regions.every((region) => sums.shows(figure, month, [region]))) return hidden;
  const amountIn = (rows: RegionCode[]) => totalAt(selection, figure, rows);
  const peopleIn = (region: RegionCode) => reachedPeople(region, pack, month);
  const known = regions.filter((region) => peopleIn(region) > 0);
  const people = known.reduce((sum, region) => sum + peopleIn(region), 0);
  const amount = amountIn([...regions]);
  return {
    amount,
    perLive: perLive(amount, totalAt(selection, 'facilitiesLive', [...regions])),
    perPopulation: perPopulation(amountIn(known), people),
  };
}

/** The regions that have facilities with telemedicine or anything of the figure. */
export function fairRows(selection: Selection): FairRow[] {
  return selection.sums.regions
    .map((code) => ({ code, ...fairRow(selection, [code]) }))
    .filter(({ amount, perLive: share }) => amount !== 0 || share !== undefined);
}

/** How many people live in a region; 0 where nobody knows, or nobody can reach them in that month. */
export const reachedPeople = (
  region: RegionCode,
  pack: Pick<CountryPack, 'population' | 'regions'>,
  month: Month,
): number => (isOutOfReach(region, pack, month) ? 0 : (pack.population?.regions[region] ?? 0));

/** The regions in view that cannot be reached, as within a sentence; empty where all can. */
export function unreachedNames({ sums, pack, month }: Selection): string {
  return outOfReach(pack, month)
    .filter(({ code }) => sums.regions.includes(code))
    .map(({ code }) => rowName(code, pack))
    .join(', ');
}
