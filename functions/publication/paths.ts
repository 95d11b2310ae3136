import type { CountryPack } from '../domain/countryPack.ts';
import { languages, type Language } from '../domain/names.ts';
import { releaseIdForm } from '../domain/release/releaseId.ts';
import { embeddable } from './embeddable.ts';

/** Where the page in a language is on the product's one origin. */
export const pagePath = (language: Language): string => `/public/${language}/`;

/** Files of a release, each with what it is. */
export const releaseFiles = {
  'release.json': 'application/json; charset=utf-8',
  'figures.csv': 'text/csv; charset=utf-8',
  'datapackage.json': 'application/json; charset=utf-8',
} as const;
type ReleaseFile = keyof typeof releaseFiles;

/** Where a file of a release is. */
export const releasePath = (releaseId: string, file: ReleaseFile): string =>
  `/public/releases/${releaseId}/${file}`;

/** How another site can show a figure: its number, how it grew, or where. */
export const views = ['number', 'trend', 'map'] as const;
export type View = (typeof views)[number];

/** Where a figure is for another site to show within its own page. */
export const embedPath = (language: Language, figure: string, view: View): string =>
  `/embed/${language}/${figure}${view === 'number' ? '' : `/${view}`}`;

/** The addresses that there can be, as regular expressions in JavaScript: pages, files of releases, figures for other sites. */
export function publishedPaths(pack: CountryPack): Record<'page' | 'file' | 'figure', RegExp> {
  const spoken = languages.join('|');
  const literally = (names: readonly string[]): string =>
    names.map((name) => name.replaceAll('.', '\\.')).join('|');
  return {
    page: new RegExp(`^\\/public\\/(${spoken})\\/?$`),
    file: new RegExp(`^\\/public\\/releases\\/${releaseIdForm}\\/(${literally(Object.keys(releaseFiles))})$`),
    figure: new RegExp(`^\\/embed\\/(${spoken})\\/(${literally(embeddable(pack))})(\\/(trend|map))?$`),
  };
}
