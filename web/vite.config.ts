import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { announcerStyle } from './vite/announcerStyle.ts';
import { messages } from './vite/messages.ts';
import { routes } from './vite/routes.ts';
import { withoutInline } from './vite/withoutInline.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const pages = `${root}build`;

export default defineConfig({
  root,
  plugins: [
    announcerStyle(),
    messages(),
    routes(),
    tailwindcss(),
    sveltekit({
      adapter: withoutInline(adapter({ pages, fallback: 'index.html' }), pages),
      outDir: `${root}.svelte-kit`,
      // Polling costs a phone's credit; SvelteKit still looks when the tab is shown again.
      version: { pollInterval: 0 },
    }),
  ],
  // The domain's schemas are pure: a page that uses only a rule of a module does not carry its schema and zod.
  build: { rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } } },
  server: { fs: { allow: [fileURLToPath(new URL('../functions', import.meta.url))] } },
});
