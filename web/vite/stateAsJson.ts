import type { Plugin } from 'vite';

const id = '\0state-as-json';

/** All that SvelteKit's browser code takes of devalue; one name more stops the build. */
const code = `
export const stringify = (value) => JSON.stringify(value);
export const parse = (text) => JSON.parse(text);
const none = () => { throw new Error('Pages have no data of a SvelteKit server.'); };
export { none as stringifyAsync, none as unflatten, none as uneval };
`;

/**
 * SvelteKit keeps a page's state in the history with devalue, which also carries what JSON cannot, and takes 3 KB of each
 * first visit. Our pages keep no such state and have no data of a SvelteKit server: JSON does.
 */
export function stateAsJson(): Plugin {
  return {
    name: 'state-as-json',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (source) => (source === 'devalue' ? id : undefined),
    load: (source) => (source === id ? code : undefined),
  };
}
