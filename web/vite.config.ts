import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { chosenCountry } from '../infra/chosenCountry.ts';
import { announcerStyle } from './vite/announcerStyle.ts';
import { boundaries } from './vite/boundaries.ts';
import { builtPage } from './vite/builtPage.ts';
import { chunks } from './vite/chunks.ts';
import { client } from './vite/client.ts';
import { inlineStyles } from './vite/inlineStyles.ts';
import { messages } from './vite/messages.ts';
import { names } from './vite/names.ts';
import { papaparseAsModule } from './vite/papaparse.ts';
import { stateAsJson } from './vite/stateAsJson.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const pages = `${root}build`;
const outDir = `${root}.svelte-kit`;
const { plugin: stylesTaken, styles } = inlineStyles();

/** The domain's schemas are pure: a page that uses only a rule of a module does not carry its schema, nor zod. */
const manualPureFunctions = ['z', 'lineOf', 'textOf', 'inSomeLanguages'];

/** Nor does a page carry the parts of Svelte's runtime that only other pages use; flags and such are outside this folder. */
const moduleSideEffects = [{ test: /\/svelte\/src\/internal\/client\//, sideEffects: false }];

export default defineConfig({
  root,
  plugins: [
    announcerStyle(),
    boundaries(chosenCountry(process.env)),
    messages(),
    names(),
    papaparseAsModule(),
    client(),
    tailwindcss(),
    sveltekit({
      adapter: builtPage(adapter({ pages, fallback: 'index.html' }), {
        pages,
        prefetch: `${root}src/prefetch.ts`,
        styles,
      }),
      outDir,
      // Polling costs a phone's credit; SvelteKit still looks when the tab is shown again.
      version: { pollInterval: 0 },
      // One for all, which chunks() cuts.
      output: { bundleStrategy: 'single' },
    }),
    chunks(),
    stylesTaken,
    stateAsJson(),
  ],
  build: { rolldownOptions: { treeshake: { manualPureFunctions, moduleSideEffects } } },
  server: { fs: { allow: [fileURLToPath(new URL('../functions', import.meta.url))] } },
});
