import type { Plugin } from 'vite';
import { fileBeside, readJson } from '../../infra/packs.ts';

const name = 'virtual:outline';

/** The picture of the country that is built, and where on it the regions' numbers stand. */
export function outline(country: string): Plugin {
  return {
    name: 'outline',
    // One for each that imports it: what they have in common would be a file of its own.
    resolveId: (source, importer) => (source === name ? `\0${name}?${importer}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${name}?`)) return undefined;
      const [picture, labels] = [fileBeside(country, 'outline.svg'), fileBeside(country, 'labels.json')];
      const file = picture && JSON.stringify(`${picture}?url&no-inline`);
      return [
        file ? `export { default as outline } from ${file};` : 'export const outline = undefined;',
        `export const labels = ${JSON.stringify(labels ? readJson(labels) : {})};`,
      ].join('\n');
    },
  };
}
