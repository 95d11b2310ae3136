import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const build = new URL('../../web/build/', import.meta.url).pathname;
const read = (file: string): string => readFileSync(join(build, file), 'utf8');

/** The built files that the page itself names: scripts, and modules to preload. */
function named(): string[] {
  return [...read('index.html').matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => String(file));
}

/** The files that one imports; `lazily` only when something happens, or else at once. */
function importsOf(file: string, lazily: boolean): string[] {
  const pattern = lazily
    ? /import\(["'`]([^"'`]+\.js)["'`]\)/g
    : /(?:import|from)\s*["'`]([^"'`]+\.js)["'`]/g;
  return [...read(file).matchAll(pattern)].map(([, path]) => join(file, '..', String(path)));
}

/** The files and all that they import at once. */
function withImports(files: string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    withImports(importsOf(file, false), seen);
  }
  return seen;
}

/** The modules of a route: its page and layouts, the root layout and the error page, which SvelteKit loads at the start. */
function nodesOf(route: string): string[] {
  const entry = readdirSync(join(build, '_app/immutable/entry')).find((name) => name.startsWith('app.'));
  const app = read(`_app/immutable/entry/${entry}`);
  const [, page, layouts = ''] = app.split(`"${route}":[`)[1]?.match(/^(\d+)(?:,\[([\d,]*)\])?/) ?? [];
  if (!page) throw new Error(`The build has no route ${route}.`);
  const wanted = [0, 1, Number(page), ...layouts.split(',').filter(Boolean).map(Number)];
  const files = readdirSync(join(build, '_app/immutable/nodes'));
  return wanted.map((node) => `_app/immutable/nodes/${files.find((name) => name.startsWith(`${node}.`))}`);
}

/** Bytes of JavaScript, gzipped one by one as they are sent, that a first visit of a route fetches before it is usable. */
export function firstVisit(route: string): number {
  return sizeOf(withImports([...named(), ...nodesOf(route)]));
}

/** The same with what the route fetches by itself once it is readable, such as its charts. */
export function firstVisitWithCharts(route: string): number {
  const shell = withImports(named());
  const own = [...withImports(nodesOf(route))].filter((file) => !shell.has(file));
  const later = own.flatMap((file) => importsOf(file, true));
  return sizeOf(withImports([...shell, ...own, ...later]));
}

function sizeOf(files: Set<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);
}
