import type { CountryPack } from '#functions/domain/countryPack.ts';
import { catalogueOf, type Figure } from '#functions/domain/figureCatalogue.ts';
import { directions, type Indicator } from '#functions/domain/report/indicator.ts';

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
      figures: partsBelow(
        reported.filter((figure) => indicatorOf(figure, pack)?.direction === direction),
        pack,
      ),
    }))
    .filter(({ figures }) => figures.length > 0);
}

/** The figure that stands for each direction of the work done. */
export function leadsOf(pack: CountryPack): Figure[] {
  return servicesOf(pack)
    .filter(({ direction }) => direction !== 'staff' && direction !== 'circumstances')
    .flatMap(({ figures }) => figures.filter(({ isPart }) => !isPart).slice(0, 1))
    .map(({ figure }) => figure);
}

/** A sum's parts are of one direction. */
function indicatorOf({ indicators: [first] }: Figure, { indicators }: CountryPack): Indicator | undefined {
  return indicators.find(({ code }) => code === first);
}

/** Each figure and below it what it is made of or counted within, so that an indent never points at a stranger. */
function partsBelow(figures: Figure[], pack: CountryPack): Service['figures'] {
  const wholeOf = new Map(figures.map((figure) => [figure, wholeFor(figure, figures, pack)]));
  const below = (whole: Figure): Figure[] =>
    figures.filter((part) => wholeOf.get(part) === whole).flatMap((part) => [part, ...below(part)]);
  return figures
    .filter((figure) => !wholeOf.get(figure))
    .flatMap((figure) => [
      { figure, isPart: false },
      ...below(figure).map((part) => ({ figure: part, isPart: true })),
    ]);
}

/** The sum that a figure is part of, or what it may not be more than. */
function wholeFor(figure: Figure, figures: Figure[], { indicators }: CountryPack): Figure | undefined {
  const sumWith = (code: string) =>
    figures.find(({ name, indicators: parts }) => name !== code && parts.includes(code));
  const [limit] = indicators.find(({ code }) => code === figure.name)?.atMost ?? [];
  const limiting = limit && (sumWith(limit) ?? figures.find(({ name }) => name === limit));
  return sumWith(figure.name) ?? (limiting && limiting !== figure ? limiting : undefined);
}
