import type { Plugin } from 'vite';

interface Graph {
  getModuleInfo(id: string): {
    importers: readonly string[];
    dynamicImporters: readonly string[];
    importedIds: readonly string[];
  } | null;
}

const routes = '/web/src/routes/';
const mine = `${routes}(in)/my-facility/`;
const frame = [`${routes}+`, `${routes}start/+`, `${routes}(in)/+`, '/runtime/client/bundle.js'];
const signIn = [`${routes}sign-in/+`];
const outbox = '/web/src/lib/outbox/';
/** A head's pages, and what they load later. */
const isMine = (file: string) =>
  file.includes(mine) || /\/web\/src\/lib\/my(Equipment|Facility|Training)\//.test(file);
/** Small records, whose list, page and form are one file each: who opens one opens the others. */
const rooms = [
  'donations',
  'donors',
  'equipment',
  'explain',
  'facilities',
  'people',
  'plan',
  'releases',
  'reports',
  'solutions',
  'training',
  'warehouses',
] as const;
/** A head's pages beside the month's: equipment, readiness, training. */
const beside = /my-facility\/(?!\[month\]|\+)/;
/** A region's page leads to what its figures are the sum of. */
const ofRegion = `${routes}(in)/regions/`;
const roomOf = (file: string) => {
  if (file.includes(ofRegion)) return 'explain';
  return beside.test(file) ? 'beside' : rooms.find((room) => file.includes(`${routes}(in)/${room}/`));
};

/** What people land on, each with a file of its own. */
const landings = {
  form: [`${mine}[month]/+page.`, `${mine}+layout.`],
  home: [`${mine}+page.`],
  overview: [`${routes}(in)/overview/+`],
};
type Place =
  | keyof typeof landings
  | 'core'
  | 'outbox'
  | 'beside'
  | 'texts'
  | 'both'
  | 'shared'
  | (typeof rooms)[number]
  | undefined;

/** The files that a landing page needs beside the core. */
export const landingFiles: Record<string, string[]> = {
  '/(in)/my-facility': ['form', 'home'],
  '/(in)/my-facility/[month]': ['form'],
  '/(in)/overview': ['overview'],
};

/** What it draws once its figures are read. */
export const laterFiles: Record<string, string[]> = { '/(in)/overview': ['register'] };

/** Where JavaScript is built to; each language has a copy of this folder beside it. */
export const builtFolder = '_app/immutable/js';

/**
 * Cuts the browser's JavaScript into files: `core`, which every page needs, and one for each page that people land on,
 * `outbox`, which comes after them, `texts`, which all other pages have in common, `both`, which a head's have with the
 * ministry's, `shared`, which the ministry's have among them, and everything else as it falls. On a slow network the number of files counts as much as their size, and every page carries their names.
 * SvelteKit offers one file for all or one for each page: it is told to make one, which is then cut.
 */
export function chunks(): Plugin {
  // Every page carries the names of all files, and of a hash nothing can be compressed: seven letters, the fewest that the bundler makes, tell contents apart.
  const output = {
    entryFileNames: `${builtFolder}/[name].[hash:7].js`,
    chunkFileNames: `${builtFolder}/[name].[hash:7].js`,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ debugName: 'place', name: (id: string, graph: Graph) => placeOf(id, graph) ?? null }],
    },
  };
  return {
    name: 'chunks',
    enforce: 'post',
    // The exports of the start may be those of the file that it lies in; a file of its own would be one more.
    config: () => ({
      environments: {
        client: { build: { rolldownOptions: { output, preserveEntrySignatures: 'allow-extension' } } },
      },
    }),
  };
}

function placeOf(id: string, graph: Graph): Place {
  // What loads other files, which the bundler adds by itself.
  if (/vite\/preload-helper|rolldown[/\\]runtime/.test(id)) return 'core';
  // SvelteKit's entry of a page is generated: it goes where the page goes.
  const isEntry = id.includes('/client-optimized/nodes/');
  const users = isEntry ? (graph.getModuleInfo(id)?.importedIds ?? []) : [...usersOf(id, graph)];
  const isFor = (starts: readonly string[]): boolean =>
    users.some((file) => starts.some((start) => file.includes(start)));
  if (isFor(frame)) return 'core';
  const [form, home, overview] = [landings.form, landings.home, landings.overview].map(isFor);
  if (form) return users.every((file) => isMine(file) || file.includes(outbox)) ? 'form' : 'core';
  if (overview) return home || isFor(signIn) ? 'core' : 'overview';
  if (home) return 'home';
  if (isFor([outbox])) return 'outbox';
  const room = users[0] && roomOf(users[0]);
  if (room && users.every((file) => roomOf(file) === room)) return room;
  if (users.length < 2) return undefined;
  if (id.includes('virtual:messages/')) return 'texts';
  // A head's phone does not carry what the ministry's pages have in common.
  if (!/\/(web\/src\/(lib|routes\/\(in\)\/overview)|functions)\/|virtual:api/.test(id)) return undefined;
  if (users.every(isMine)) return undefined;
  return users.some(isMine) ? 'both' : 'shared';
}

/** The route files, SvelteKit's start, the outbox and what is loaded later, that carry a module from the start, through whatever they import. */
function usersOf(id: string, graph: Graph, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return new Set();
  seen.add(id);
  const isUser = (id.includes(routes) && id.includes('/+')) || id.endsWith('/runtime/client/bundle.js');
  if (isUser) return new Set([id]);
  const { importers = [], dynamicImporters = [] } = graph.getModuleInfo(id) ?? {};
  const users = importers.flatMap((importer) => [...usersOf(importer, graph, seen)]);
  const isStart = id.includes(outbox) || dynamicImporters.length > 0;
  return new Set(isStart ? [id, ...users] : users);
}
