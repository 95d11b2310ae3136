import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { boundariesFile } from '../../infra/packs.ts';

const name = 'virtual:boundaries';

/** The boundaries of the country that is built, and of no other: what draws them imports `virtual:boundaries` once it is needed. */
export function boundaries(country: string): Plugin {
  return {
    name: 'boundaries',
    resolveId: (source) => (source === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      const file = boundariesFile(country);
      if (!file) return 'export default undefined;';
      this.addWatchFile(file);
      // Browsers read a long text as JSON faster than as a program.
      return `export default JSON.parse(${JSON.stringify(readFileSync(file, 'utf8').trim())});`;
    },
  };
}
