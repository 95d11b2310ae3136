import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const build = new URL('../../../web/build/', import.meta.url).pathname;

/** The built page. */
export const page = readFileSync(join(build, 'index.html'), 'utf8');
/** What the page says of its release. */
export const release = JSON.parse(/id="release">(.*?)<\/script>/.exec(page)?.[1] ?? '');
/** The page's scripts that are written in it and run. */
export const inlineScripts = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => script);
export const languages = Object.keys(release.products);

/** The code of a built file in a language. */
export function codeOf(language: string, name: string): string {
  return readFileSync(join(build, release.folder, language, name), 'utf8');
}

export function filesIn(language: string): string[] {
  return readdirSync(join(build, release.folder, language)).filter((name) => name.endsWith('.js'));
}

/** The files that a first visit of a path fetches, those too that others import. */
export function filesOf(path: string, language: string): string[] {
  const landing = release.landings.find(({ pattern }: { pattern: string }) => new RegExp(pattern).test(path));
  const seen = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [, file = ''] of codeOf(language, name).matchAll(
      /(?:import|from)\s*["'`]\.\/([^"'`]+\.js)["'`]/g,
    ))
      add(file);
  };
  for (const name of [release.start, ...landing.files, ...landing.later]) add(name);
  return [...seen];
}

/** Kilobytes of files, compressed as they are sent, in the largest language. */
function kilobytes(filesFor: (language: string) => string[]): number {
  const sizes = languages.map((language) =>
    filesFor(language)
      .map((name) => readFileSync(join(build, release.folder, language, `${name}.br`)).length)
      .reduce((sum, size) => sum + size, 0),
  );
  return Math.max(...sizes) / 1024;
}

/** Kilobytes of JavaScript that a first visit of a path fetches. */
export const firstVisit = (path: string): number => kilobytes((language) => filesOf(path, language));

/** The same of files whose names begin so. */
export const weightOf = (...beginnings: string[]): number =>
  kilobytes((language) =>
    filesIn(language).filter((name) => beginnings.some((beginning) => name.startsWith(beginning))),
  );
