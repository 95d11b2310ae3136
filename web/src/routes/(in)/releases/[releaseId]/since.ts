import type { Month } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { catalogueOf, type Figure } from '#functions/domain/figureCatalogue.ts';
import { ProgressSums, type ProgressCube } from '#functions/domain/progress.ts';
import { differences, type Difference } from '#functions/domain/release/differences.ts';

/** A figure that is not what was cited. */
export interface Corrected {
  figure: Figure;
  cited: number;
  now: number;
  /** By region and month, those that moved it most first. */
  where: Difference[];
}

/** The figures that have been corrected since a release, in the order of the catalogue. */
export function sinceThen(
  month: Month,
  cited: ProgressCube,
  now: ProgressCube,
  pack: CountryPack,
): Corrected[] {
  const [before, after] = [new ProgressSums(cited, pack), new ProgressSums(now, pack)];
  const byFigure = Map.groupBy(differences(cited, now), ({ figure }) => figure);
  return [...catalogueOf(pack).values()].flatMap((figure) => {
    const where = byFigure.get(figure.name);
    if (!where) return [];
    const moved = ({ cited: was, now: is }: Difference) => Math.abs(is - was);
    return [
      {
        figure,
        cited: before.value(figure.name, month),
        now: after.value(figure.name, month),
        where: where.toSorted((a, b) => moved(b) - moved(a)),
      },
    ];
  });
}
