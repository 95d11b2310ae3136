import type { AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import type { Plugin } from 'vite';
import { contract } from '../../functions/contract.ts';
import { apiPrefix } from '../../functions/contract/route.ts';

const id = 'virtual:client';

/** Makes the API's client of the contract: methods and paths without schemas, all that the browser needs at run time. */
export function client(): Plugin {
  return {
    name: 'client',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) =>
      source === `\0${id}` ? `export const clientOf = (call) => (${codeOf(contract)});` : undefined,
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
