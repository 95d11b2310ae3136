import type { Adapter, Builder } from '@sveltejs/kit';
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { countryFile } from '../../infra/chosenCountry.ts';
import type { Release } from '../src/prefetch.ts';
import { builtFolder, landingFiles, laterFiles } from './chunks.ts';
import { compressed } from './compressed.ts';
import { builtLanguages, inLanguage, productNames } from './messages.ts';

interface Parts {
  /** Where the built page is. */
  pages: string;
  /** The source of the script that the page runs first. */
  prefetch: string;
  /** ISO 3166-1 code of the country that it is built for. */
  country: string;
  /** The styles that the page brings itself. */
  styles: () => string;
}

/** The inline script that SvelteKit writes, with the name it leaves the version under and the file it starts. */
const generated =
  /<script>\s*\{\s*(__sveltekit_\w+) = \{\s*base: "",\s*version: "([^"]+)"\s*\};[\s\S]*?import\("\/([^"]+)"\)[\s\S]*?<\/script>/;

/**
 * Makes the page that SvelteKit leaves paint by itself and start the app with one script of ours, and writes the
 * browser's code once for each language. The digest of the script and the country go beside the page, for who makes the headers and deploys it.
 */
export function builtPage(adapter: Adapter, { pages, prefetch, country, styles }: Parts): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const page = join(pages, 'index.html');
      const html = await readFile(page, 'utf8');
      const [whole, global, version, start] = generated.exec(html) ?? [];
      if (!whole || !global || !version || !start?.startsWith(builtFolder))
        throw new Error('SvelteKit starts the app differently now: web/vite/builtPage.ts reads its script.');
      const names = await readdir(join(pages, builtFolder));
      const release: Release = {
        version,
        global,
        styles: styles(),
        products: productNames,
        folder: dirname(builtFolder),
        start: start.slice(builtFolder.length + 1),
        landings: landingsOf(builder, names),
      };
      const script = await scriptOf(prefetch);
      await writeFile(page, pageWith(html.replace(whole, ''), release, script));
      await writeFile(join(pages, '.inline-script'), digestOf(script));
      await writeFile(join(pages, countryFile), country);
      await writeLanguages(pages, [
        release.start,
        ...release.landings.flatMap(({ files, later }) => [...files, ...later]),
      ]);
      await compressed(pages);
    },
  };
}

function landingsOf(builder: Builder, names: string[]): Release['landings'] {
  const fileOf = (part: string): string => {
    const name = names.find((each) => each.startsWith(`${part}.`));
    if (!name) throw new Error(`The build has no file ${part}.`);
    return name;
  };
  return Object.entries(landingFiles).map(([id, files]) => {
    const route = builder.routes.find((each) => each.id === id);
    if (!route) throw new Error(`There is no route ${id} to land on.`);
    const later = laterFiles[id] ?? [];
    return { pattern: route.pattern.source, files: files.map(fileOf), later: later.map(fileOf) };
  });
}

async function scriptOf(source: string): Promise<string> {
  const options = { bundle: true, minify: true, write: false, format: 'iife', target: 'es2022' } as const;
  const { outputFiles } = await build({ entryPoints: [source], ...options });
  return outputFiles[0]?.text.trim() ?? '';
}

function pageWith(html: string, release: Release, script: string): string {
  // Nothing in it may end the element.
  const said = JSON.stringify(release).replaceAll('<', '\\u003c');
  const added = `<script type="application/json" id="release">${said}</script><script>${script}</script>`;
  return (
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      // The script asks for those of the reader's language.
      .replace(/<link [^>]*rel="modulepreload"[^>]*>/g, '')
      .replace(/>\s+</g, '>\n<')
      .replace('</title>', () => `</title>${added}`)
  );
}

/** As a Content-Security-Policy names an inline script. */
function digestOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** Nearly all that a page starts with runs at once: the browser then reads it whole, and not a second time function by function. */
const atOnce = '//# allFunctionsCalledOnLoad\n';

/** Each language's files lie in a folder of their own, beside each other: what imports by a relative path goes on to. */
async function writeLanguages(pages: string, first: string[]): Promise<void> {
  const folder = join(pages, builtFolder);
  for (const language of builtLanguages) {
    const into = join(dirname(folder), language);
    await mkdir(into, { recursive: true });
    for (const name of await readdir(folder)) {
      const code = inLanguage(await readFile(join(folder, name), 'utf8'), language);
      await writeFile(join(into, name), first.includes(name) ? atOnce + code : code);
    }
  }
  await rm(folder, { recursive: true });
}
