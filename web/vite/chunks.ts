interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null;
}

const routes = '/web/src/routes/';
const mine = `${routes}(in)/my-facility/`;
const form = [`${mine}[month]/+page.`, `${mine}+layout.`];
const ours = /\/web\/src\/|\/functions\/|\/idb-keyval\//;
const shell =
  /\/runtime\/client\/client-entry\.js$|\/web\/src\/routes\/(\(in\)\/)?\+(layout|error)\.(svelte|ts)$/;

/**
 * How the browser's JavaScript is cut into files: what every page needs as `shell`, the month's form as `form`, and
 * what the form shares with other pages as `common`; everything else as it falls. A head's phone fetches a few files
 * instead of thirty, and not what only other pages use. What runs before SvelteKit's client may, stays outside.
 */
export const groups = [
  { name: 'before', test: /\/runtime\/client\/payload\.js$|vite\/preload-helper/, priority: 3 },
  { name: 'shell', test: shell, priority: 2 },
  { debugName: 'common', name: ifPlacedIn('common'), test: ours, priority: 1 },
  { debugName: 'form', name: ifPlacedIn('form'), test: ours, priority: 0 },
];

function ifPlacedIn(name: string): (id: string, graph: Graph) => string | null {
  return (id, graph) => (placeOf(id, graph) === name ? name : null);
}

function placeOf(id: string, graph: Graph): 'form' | 'common' | undefined {
  const users = [...usersOf(id, graph)];
  if (!users.some((file) => form.some((start) => file.includes(start)))) return undefined;
  return users.every((file) => file.includes(mine)) ? 'form' : 'common';
}

/** The route files that carry a module from the start, through whatever they import. */
function usersOf(id: string, graph: Graph, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return new Set();
  seen.add(id);
  if (id.includes(routes) && id.includes('/+')) return new Set([id]);
  const importers = graph.getModuleInfo(id)?.importers ?? [];
  return new Set(importers.flatMap((importer) => [...usersOf(importer, graph, seen)]));
}
