import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { announcerStyle } from './vite/announcerStyle.ts';
import { groups } from './vite/chunks.ts';
import { client } from './vite/client.ts';
import { messages } from './vite/messages.ts';
import { withoutInline } from './vite/withoutInline.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const pages = `${root}build`;
const outDir = `${root}.svelte-kit`;

/** The domain's schemas are pure: a page that uses only a rule of a module does not carry its schema, nor zod. */
const manualPureFunctions = ['z', 'lineOf', 'textOf'];

/** Nor does a page carry the parts of Svelte's runtime that only other pages use; flags and such are outside this folder. */
const moduleSideEffects = [{ test: /\/svelte\/src\/internal\/client\//, sideEffects: false }];

export default defineConfig({
  root,
  plugins: [
    announcerStyle(),
    messages(),
    client(),
    tailwindcss(),
    sveltekit({
      adapter: withoutInline(adapter({ pages, fallback: 'index.html' }), {
        pages,
        outDir,
        first: `${root}src/first.ts`,
      }),
      outDir,
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
