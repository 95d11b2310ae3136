import type { CountryPack } from '#functions/domain/countryPack.ts';
import { directions, type Indicator } from '#functions/domain/indicator.ts';
import { teleconsultations } from './look.ts';

export type Direction = (typeof directions)[number];

/** What is done in one direction of telemedicine. */
export interface Service {
  direction: Direction;
  figures: { name: string; part: boolean }[];
}

/** The pack's figures by direction: sums first, then what they are made of or counted beside. */
export function servicesOf(pack: CountryPack): Service[] {
  return directions
    .map((direction) => ({ direction, figures: figuresOf(pack, direction) }))
    .filter(({ figures }) => figures.length > 0);
}

function figuresOf(pack: CountryPack, direction: Direction): Service['figures'] {
  const own = pack.indicators.filter((indicator) => indicator.direction === direction);
  const sums = own.some(({ countsAs }) => countsAs) ? [{ name: teleconsultations, part: false }] : [];
  return [...sums, ...own.map((indicator) => ({ name: indicator.code, part: isPart(indicator) }))];
}

/** The figure that stands for each direction in the headlines. */
export function leadsOf(pack: CountryPack): string[] {
  return servicesOf(pack)
    .filter(({ direction }) => direction !== 'circumstances')
    .flatMap(({ figures }) => figures.filter(({ part }) => !part).slice(0, 1))
    .map(({ name }) => name);
}

function isPart({ countsAs, atMost }: Indicator): boolean {
  return countsAs !== undefined || atMost !== undefined;
}
