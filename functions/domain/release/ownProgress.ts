import type { Month } from '../calendar.ts';
import type { Contribution, Row } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { catalogueOf } from '../figureCatalogue.ts';
import { contributionsOf, cubeOf, ProgressSums, type ProgressCube } from '../progress.ts';

/** A donor's share of what was done for people, as everybody may read it in the release of a month. */
interface ToldShare {
  share: ProgressCube;
  month: Month;
}

/**
 * A donor's own progress: the equipment as it is now, and of what was done for people the share that a release tells. After
 * the month of the release that is not shown; before the first release there is none of it.
 */
export function ownProgress(
  { rows, regions }: { rows: Contribution[]; regions: Row[] },
  told: ToldShare | undefined,
  pack: CountryPack,
): ProgressCube {
  const catalogue = catalogueOf(pack);
  const isAboutPeople = (name: string) => catalogue.get(name)?.isAboutPeople === true;
  const own = rows.map((one) => only(one, (name) => !isAboutPeople(name)));
  const [first] = own;
  const { share, month } = told ?? { share: { months: [], rows: [], figures: {} }, month: '' };
  const live = rows.flatMap(({ amounts }) => Object.keys(amounts));
  const names = [...new Set([...live, ...Object.keys(share.figures)])].filter(isAboutPeople);
  if (!first || names.length === 0) return cubeOf(own, regions);
  const known = new Set([...regions, pack.country]);
  const shared = contributionsOf(share, first.scope).map((one) => ({
    ...only(one, isAboutPeople),
    // Where a region is told no more, what it was told is in places that are not told.
    row: known.has(one.row) ? one.row : pack.country,
  }));
  const whole = { ...first, row: pack.country, amounts: {} };
  const cube = cubeOf([...own, ...shared, whole], regions);
  const nothing = cube.months.flatMap(() => cube.rows.map(() => 0));
  const figures = Object.fromEntries(names.map((name) => [name, cube.figures[name] ?? nothing]));
  const sums = new ProgressSums(share, pack);
  const isShown = (name: string, at: Month, row: Row) =>
    at <= month && share.rows.includes(row) && sums.shows(name, at, [row]);
  const notShown = Object.fromEntries(
    names.map((name) => [
      name,
      runsOf(cube.months.flatMap((at) => cube.rows.map((row) => !isShown(name, at, row)))),
    ]),
  );
  return { ...cube, figures: { ...cube.figures, ...figures }, notShown };
}

function only(one: Contribution, isWanted: (name: string) => boolean): Contribution {
  const amounts = Object.entries(one.amounts).filter(([name]) => isWanted(name));
  return { ...one, amounts: Object.fromEntries(amounts) };
}

/** Where each run of what is so begins, and how long it is. */
function runsOf(cells: boolean[]): number[] {
  const begins = cells.flatMap((is, at) => (is && !cells[at - 1] ? [at] : []));
  return begins.flatMap((start) => {
    const end = cells.indexOf(false, start);
    return [start, (end < 0 ? cells.length : end) - start];
  });
}
