import { compileModule } from 'svelte/compiler';
import type { Plugin } from 'vite';

/** Lets tests run the app's modules that hold state, as the browser does. */
export function runes(): Plugin {
  return {
    name: 'runes',
    enforce: 'post',
    transform: (code, id) =>
      id.endsWith('.svelte.ts') ? compileModule(code, { filename: id, generate: 'client' }).js : undefined,
  };
}
