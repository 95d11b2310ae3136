import type { RegionCode } from '#functions/domain/countryPack.ts';

/** How places are that have no step: there is none, nobody knows, it is not shown, or nobody can reach it. */
const others = ['none', 'unknown', 'notShown', 'unreached'] as const;
export type Other = (typeof others)[number];

/** What a map says of a region. */
export interface Place {
  code: RegionCode;
  name: string;
  /** What is to be said of it, in words: `16 of 22`. */
  says: string;
  /** The same as it stands on the region where there is room; nothing without it. */
  figure?: string;
  /** The step of its shade, 1 to 5, or what is told instead; `plain` where nothing is. */
  shade: number | Other | 'plain';
  href?: string;
  isChosen?: boolean;
}

/** What places are beside shaded, for the legend. */
export function othersAmong(places: readonly Place[]): Other[] {
  const shades = new Set(places.map(({ shade }) => shade));
  return others.filter((other) => shades.has(other));
}

/** Pixels that a figure's letter takes on average, and the height of a line. */
const [letter, line] = [7.4, 13];

/** Whether a figure has room within so many pixels around a point. */
export function isRoomFor(figure: string, pixels: number): boolean {
  return Math.hypot((figure.length * letter) / 2, line / 2) <= pixels;
}
