import type { Plugin } from 'vite';

const styled = /(id="svelte-announcer"[^>]*?)\sstyle="[^"]*"/;

/**
 * SvelteKit hides its page announcer with a style attribute, which our Content-Security-Policy blocks.
 * The class takes its place; a SvelteKit that changes this stops the build instead of showing the announcer.
 */
export function announcerStyle(): Plugin {
  return {
    name: 'announcer-style',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/runtime/components/root.svelte')) return undefined;
      if (!styled.test(code)) throw new Error('The announcer of this SvelteKit looks different.');
      return { code: code.replace(styled, '$1 class="sr-only"'), map: null };
    },
  };
}
