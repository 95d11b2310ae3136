import { ownLanguage, type CountryPack } from '../domain/countryPack.ts';
import type { DrawnCountry } from '../domain/map/shapes.ts';
import { nameIn, type Language } from '../domain/names.ts';
import type { PublicRelease, PublicReleaseHead } from '../domain/release/publicRelease.ts';
import type { Told } from './figures.ts';
import { formatsOf, type Formats } from './format.ts';
import { words } from './words.ts';
import type { Words } from './words/words.ts';

/** What everything that is published is made of. */
export interface Publishing {
  pack: CountryPack;
  /** The country's regions as they are drawn; undefined where nobody has given their boundaries. */
  drawn: DrawnCountry | undefined;
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

/** A number, or the word for one that is not shown. */
export function shown({ say, formats }: Pick<Telling, 'say' | 'formats'>, value: Told): string {
  return value === undefined ? say.notShown : formats.number(value);
}
