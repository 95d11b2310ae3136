import type { Builder } from '@sveltejs/kit';
import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

const landings = ['/(in)/my-facility', '/(in)/my-facility/[month]', '/(in)/overview'];

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.optional(z.array(z.string())),
    css: z.optional(z.array(z.string())),
  }),
);
type Manifest = z.infer<typeof Manifest>;

/** The script that a page runs first: `source` with the files of the pages that people land on, save those in `html`. */
export async function firstScript(
  builder: Builder,
  source: string,
  outDir: string,
  html: string,
): Promise<string> {
  const manifest = Manifest.parse(
    JSON.parse(await readFile(`${outDir}/output/client/.vite/manifest.json`, 'utf8')),
  );
  const app = await readFile(`${outDir}/generated/build/client-optimized/app.js`, 'utf8');
  const pages = landings.map((id) => ({
    pattern: String(builder.routes.find((route) => route.id === id)?.pattern.source),
    files: filesOf(manifest, nodesOf(app, id)).filter((file) => !html.includes(file)),
  }));
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { LANDINGS: JSON.stringify(pages) },
  });
  return outputFiles[0]?.text ?? '';
}

/** The numbers of a route's page and layouts, from SvelteKit's generated list of routes. */
function nodesOf(app: string, route: string): string[] {
  const [, page, layouts = ''] = app.split(`"${route}": [`)[1]?.match(/^(\d+)(?:,\[([\d,]*)\])?/) ?? [];
  if (!page) throw new Error(`There is no route ${route} to land on.`);
  return [page, ...layouts.split(',').filter(Boolean)];
}

function filesOf(manifest: Manifest, nodes: string[]): string[] {
  const files = new Set<string>();
  const add = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(`/${chunk.file}`)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(`/${file}`);
    chunk.imports?.forEach(add);
  };
  for (const key of Object.keys(manifest))
    if (nodes.some((node) => key.endsWith(`/nodes/${node}.js`))) add(key);
  return [...files];
}
