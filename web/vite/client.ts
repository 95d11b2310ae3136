import type { AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { contract } from '../../functions/contract.ts';
import { apiPrefix } from '../../functions/contract/route.ts';

/** The API's client by the function that serves it: `virtual:api/reports` has `reportsApi`. */
export const clientModules = 'virtual:api/';

const call = join(import.meta.dirname, '../src/lib/api/call.ts');
const parts = new Map<string, AnyContractRouter>(Object.entries(contract));

/**
 * Makes the API's client of the contract: methods and paths without schemas, all that the browser needs at run time.
 * A file for each function, so that a page carries the routes of those that it asks.
 */
export function client(): Plugin {
  return {
    name: 'client',
    resolveId: (source) => (source.startsWith(clientModules) ? `\0${source}` : undefined),
    load: (id) => {
      const name = id.startsWith(`\0${clientModules}`) ? id.slice(clientModules.length + 1) : '';
      const part = parts.get(name);
      return (
        part && `import { call } from ${JSON.stringify(call)}; export const ${name}Api = ${codeOf(part)};`
      );
    },
  };
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
