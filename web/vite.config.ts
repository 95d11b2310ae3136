import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { announcerStyle } from './vite/announcerStyle.ts';
import { client } from './vite/client.ts';
import { messages } from './vite/messages.ts';
import { withoutInline } from './vite/withoutInline.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const pages = `${root}build`;

/** The domain's schemas are pure: a page that uses only a rule of a module does not carry its schema, nor zod. */
const manualPureFunctions = ['z'];

/** Nor does a page carry the parts of Svelte's runtime that only other pages use; flags and such are outside this folder. */
const moduleSideEffects = [{ test: /\/svelte\/src\/internal\/client\//, sideEffects: false }];

const everywhere = [
  '/runtime/client/client-entry.js',
  ...['+layout.ts', '+layout.svelte', '+error.svelte', '(in)/+layout.ts', '(in)/+layout.svelte'].map(
    (file) => `/web/src/routes/${file}`,
  ),
  ...['keep', 'pack'].map((name) => `/web/src/lib/${name}.ts`),
  ...['calendar', 'facility', 'indicator', 'monthlyReport', 'plainText', 'refusal'].map(
    (name) => `/functions/domain/${name}.ts`,
  ),
];

/**
 * What every page needs, as one file: smaller than as thirty, and the same whatever else other pages use.
 * What runs before SvelteKit's client may be evaluated stays outside.
 */
const groups = [
  { name: 'before', test: /\/runtime\/client\/payload\.js$|vite\/preload-helper/, priority: 2 },
  { name: 'shell', test: (id: string) => everywhere.some((end) => id.endsWith(end)) },
];

export default defineConfig({
  root,
  plugins: [
    announcerStyle(),
    messages(),
    client(),
    tailwindcss(),
    sveltekit({
      adapter: withoutInline(adapter({ pages, fallback: 'index.html' }), pages),
      outDir: `${root}.svelte-kit`,
      // Polling costs a phone's credit; SvelteKit still looks when the tab is shown again.
      version: { pollInterval: 0 },
    }),
  ],
  build: { rolldownOptions: { treeshake: { manualPureFunctions, moduleSideEffects } } },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
  },
  server: { fs: { allow: [fileURLToPath(new URL('../functions', import.meta.url))] } },
});
