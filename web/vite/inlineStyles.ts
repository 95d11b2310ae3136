import type { Plugin, Rolldown } from 'vite';

/** The styles that the page brings itself, in the order they apply. */
const inlined = ['core', 'form', 'home', 'overview'];

/**
 * Takes the styles of the core and of the pages people land on out of their files, for the page itself to bring: a style
 * sheet is one more request to wait for.
 */
export function inlineStyles(): { plugin: Plugin; styles: () => string } {
  const taken = new Map<string, string>();
  return {
    styles() {
      const missing = inlined.filter((name) => !taken.has(name));
      if (missing.length > 0) throw new Error(`The build has no styles of ${missing.join(', ')} to take.`);
      return inlined.map((name) => taken.get(name)).join('');
    },
    plugin: {
      name: 'inline-styles',
      applyToEnvironment: ({ name }) => name === 'client',
      generateBundle: {
        order: 'pre',
        handler(_, bundle) {
          for (const file of Object.values(bundle)) if (file.type === 'chunk') takeFrom(file, bundle, taken);
        },
      },
    },
  };
}

function takeFrom(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  taken: Map<string, string>,
): void {
  const name = chunk.isEntry ? 'core' : chunk.name;
  if (!inlined.includes(name)) return;
  const css = chunk.viteMetadata?.importedCss ?? new Set<string>();
  const sources = [...css]
    .map((file) => bundle[file])
    .flatMap((file) => (file?.type === 'asset' ? file.source : []));
  taken.set(name, sources.map(String).join(''));
  for (const file of css) delete bundle[file];
  css.clear();
}
