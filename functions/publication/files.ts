import { languages } from '../domain/names.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { PublicRelease } from '../domain/release/publicRelease.ts';
import type { PublishedFile } from '../domain/release/publishedFile.ts';
import { figuresCsv } from './csv.ts';
import { dataPackageOf } from './dataPackage.ts';
import { embeddable } from './embeddable.ts';
import { embedded } from './embed.ts';
import { publicPage } from './page.ts';
import { embedPath, pagePath, releaseFiles, releasePath, views } from './paths.ts';
import type { Publishing } from './telling.ts';

const htmlType = 'text/html; charset=utf-8';

/** What tells the newest release: a page in each language, and its figures for other sites. */
export function pagesOf(publishing: Publishing): PublishedFile[] {
  const pages = languages.map((language) => ({
    path: `${pagePath(language).slice(1)}index.html`,
    type: htmlType,
    text: publicPage(publishing, language),
  }));
  const figures = languages.flatMap((language) =>
    embeddable(publishing.pack).flatMap((name) =>
      views.map((view) => ({
        path: embedPath(language, name, view).slice(1),
        type: htmlType,
        text: embedded(publishing, language, name, view),
      })),
    ),
  );
  return [...pages, ...figures];
}

/** The files of a release, which stay when it is no longer the newest. */
export function filesOf(release: PublicRelease, pack: CountryPack, origin: string): PublishedFile[] {
  const { releaseId } = release.release;
  const file = (name: keyof typeof releaseFiles, text: string): PublishedFile => ({
    path: releasePath(releaseId, name).slice(1),
    type: releaseFiles[name],
    text,
  });
  return [
    file('release.json', JSON.stringify(release)),
    file('figures.csv', figuresCsv(release, pack)),
    file('datapackage.json', JSON.stringify(dataPackageOf(release, pack, origin), null, 1)),
  ];
}
