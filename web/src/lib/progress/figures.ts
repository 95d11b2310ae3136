import type { CountryPack } from '#functions/domain/countryPack.ts';
import { catalogueOf, type Figure } from '#functions/domain/figureCatalogue.ts';
import { directions, type Indicator } from '#functions/domain/indicator.ts';

/** What is known of a figure; asking for one that the catalogue does not have is a bug. */
export function figureOf(name: string, pack: CountryPack): Figure {
  const figure = catalogueOf(pack).get(name);
  if (!figure) throw new Error(`There is no figure "${name}".`);
  return figure;
}

export type Direction = Indicator['direction'];

/** What is done in one direction of telemedicine. */
export interface Service {
  direction: Direction;
  figures: { figure: Figure; isPart: boolean }[];
}

/** The figures that facilities report, by direction: sums first, then what they are made of or counted beside. */
export function servicesOf(pack: CountryPack): Service[] {
  const reported = [...catalogueOf(pack).values()].filter(({ indicators }) => indicators.length > 0);
  return directions
    .map((direction) => ({
      direction,
      figures: reported
        .filter((figure) => indicatorOf(figure, pack)?.direction === direction)
        .map((figure) => ({ figure, isPart: isPart(figure, reported, pack) })),
    }))
    .filter(({ figures }) => figures.length > 0);
}

/** The figure that stands for each direction of the work done. */
export function leadsOf(pack: CountryPack): Figure[] {
  return servicesOf(pack)
    .filter(({ direction }) => direction !== 'circumstances')
    .flatMap(({ figures }) => figures.filter(({ isPart }) => !isPart).slice(0, 1))
    .map(({ figure }) => figure);
}

/** A sum's parts are of one direction. */
function indicatorOf({ indicators: [first] }: Figure, { indicators }: CountryPack): Indicator | undefined {
  return indicators.find(({ code }) => code === first);
}

function isPart(figure: Figure, reported: Figure[], pack: CountryPack): boolean {
  const isSummed = reported.some((sum) => sum !== figure && sum.indicators.includes(figure.name));
  return isSummed || pack.indicators.some(({ code, atMost }) => code === figure.name && atMost !== undefined);
}
