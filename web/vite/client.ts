import type { AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { contract } from '../../functions/contract.ts';
import { apiPrefix } from '../../functions/contract/route.ts';

/** The API's client by the function that serves it: `virtual:api/reports` has `reportsApi`. */
export const clientModules = 'virtual:api/';

const call = join(import.meta.dirname, '../src/lib/api/call.ts');
const imported = /import \{ (\w+)Api \} from ['"]virtual:api\/\w+['"];?/g;
const parts = new Map<string, AnyContractRouter>(Object.entries(contract));

/**
 * Makes the API's client of the contract: methods and paths without schemas, all that the browser needs at run time.
 * A module for each route, so that a page carries only those that it asks.
 */
export function client(): Plugin {
  return {
    name: 'client',
    // After Svelte has compiled.
    enforce: 'post',
    resolveId: (source) => (source.startsWith(clientModules) ? `\0${source}` : undefined),
    load: (id) =>
      id.startsWith(`\0${clientModules}`) ? moduleOf(id.slice(clientModules.length + 1)) : undefined,
    transform: (code) =>
      code.includes(clientModules) ? { code: askedOneByOne(code), map: null } : undefined,
  };
}

/** `reports/submit` is a route; `reports` all of them, where nothing says which are asked. */
function moduleOf(path: string): string | undefined {
  const [name = '', route] = path.split('/');
  const part = parts.get(name);
  if (!part) return undefined;
  const asked = route === undefined || isContractProcedure(part) ? undefined : part[route];
  const code = asked ? `export default ${codeOf(asked)};` : `export const ${name}Api = ${codeOf(part)};`;
  return `import { call } from ${JSON.stringify(call)}; ${code}`;
}

/**
 * Imports each route that a module asks by itself: one that is imported with all others would lie in the file that every
 * page fetches.
 */
function askedOneByOne(code: string): string {
  const asked = new Map<string, string>();
  let left = code.replace(imported, '');
  for (const [, name = ''] of code.matchAll(imported)) {
    left = left.replace(new RegExp(`(?<![.\\w$])${name}Api\\.(\\w+)\\b`, 'g'), (_, route: string) => {
      asked.set(`${name}_${route}`, `${clientModules}${name}/${route}`);
      return `${name}_${route}`;
    });
    if (new RegExp(`(?<![.\\w$])${name}Api\\b`).test(left))
      throw new Error('A module asks the API in a way that web/vite/client.ts does not know.');
  }
  return [...asked].map(([name, path]) => `import ${name} from '${path}';`).join('') + left;
}

function codeOf(router: AnyContractRouter): string {
  if (!isContractProcedure(router))
    return `{${Object.entries(router)
      .map(([name, inner]) => `${name}: ${codeOf(inner)}`)
      .join(', ')}}`;
  const { route } = router['~orpc'];
  const meta: unknown = router['~orpc'].meta;
  const isOpen = typeof meta === 'object' && meta !== null && 'public' in meta && meta.public === true;
  return `(input) => call('${route.method ?? 'GET'}', '${apiPrefix}${route.path ?? ''}', input, ${isOpen})`;
}
