import type { AnyContractRouter } from '@orpc/contract';
import { isContractProcedure } from '@orpc/contract';
import type { Plugin } from 'vite';
import { apiPrefix, contract } from '../../functions/contract.ts';

const id = 'virtual:routes';

/** The contract's methods and paths without its schemas: all that the browser needs at run time, 40 KB less of it. */
export function routes(): Plugin {
  return {
    name: 'routes',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? code() : undefined),
  };
}

function code(): string {
  return `export const routes = ${JSON.stringify(Object.fromEntries(routesOf(contract, [])))};`;
}

function routesOf(router: AnyContractRouter, path: string[]): [string, { method: string; path: string }][] {
  if (!isContractProcedure(router))
    return Object.entries(router).flatMap(([name, inner]) => routesOf(inner, [...path, name]));
  const { method = 'GET', path: own = '' } = router['~orpc'].route;
  return [[path.join('.'), { method, path: apiPrefix + own }]];
}
