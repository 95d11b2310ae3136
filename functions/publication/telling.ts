import { ownLanguage, type CountryPack } from '../domain/countryPack.ts';
import type { Outline } from '../domain/map/outline.ts';
import { nameIn, type Language } from '../domain/names.ts';
import type { PublicRelease, PublicReleaseHead } from '../domain/release/publicRelease.ts';
import type { Figure } from '../domain/figureCatalogue.ts';
import type { Told, ToldRegion } from './figures.ts';
import { formatsOf, type Formats } from './format.ts';
import { words } from './words.ts';
import type { Words } from './words/words.ts';

/** What everything that is published is made of. */
export interface Publishing {
  pack: CountryPack;
  /** The small picture of the country; undefined where nobody has made any. */
  outline: Outline | undefined;
  /** The newest release as everybody may read it; undefined before there is one. */
  newest: PublicRelease | undefined;
  /** All releases that everybody may read, the newest first. */
  releases: readonly PublicReleaseHead[];
  /** Whether the data is made up. */
  isSample: boolean;
  /** The address of the product, such as `https://example.org`. */
  origin: string;
}

/** The same, told in a language. */
export interface Telling extends Publishing {
  language: Language;
  say: Words;
  formats: Formats;
  ministry: string;
}

export function tellingIn(publishing: Publishing, language: Language): Telling {
  const { pack } = publishing;
  const ministry = nameIn(pack.ministry.names, language, ownLanguage(pack));
  return { ...publishing, language, say: words[language], formats: formatsOf(language), ministry };
}

type Saying = Pick<Telling, 'say' | 'formats'>;

/** A figure, or the word for one that is not shown. */
export function shown({ say, formats }: Saying, value: Told, figure: Pick<Figure, 'unit'>): string {
  return value === undefined ? say.notShown : formats.amount(figure, value);
}

/** A region's part of a figure, or why there is none. */
export function shownOf(saying: Saying, region: ToldRegion, figure: Pick<Figure, 'unit'>): string {
  return region.isOutOfReach && !region.value ? saying.say.outOfReach : shown(saying, region.value, figure);
}
