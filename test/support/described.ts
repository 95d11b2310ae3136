import { contract } from '../../functions/contract.ts';
import { descriptionOf } from '../../functions/handlers/description/description.ts';
import { pack } from './country.ts';
import type { Loose } from './stack.ts';

/** An operation of the API's description, with its address and its procedure in the contract. */
export interface Described {
  name: string;
  method: string;
  path: string;
  operation: Loose;
  procedure: Loose;
}

export const description: Loose = await descriptionOf(pack);

/** Every operation of the description. */
export const described: Described[] = Object.entries<Loose>(description.paths).flatMap(([path, methods]) =>
  Object.entries<Loose>(methods).map(([method, operation]) => {
    const [part, verb] = operation.operationId.split('.');
    const parts: Loose = contract;
    return {
      name: operation.operationId,
      method: method.toUpperCase(),
      path,
      operation,
      procedure: parts[part][verb]['~orpc'],
    };
  }),
);

/** The codes that an operation says it may answer with a status. */
export function codesOf(operation: Loose, status: number): string[] {
  const problem = operation.responses[status]?.content?.['application/problem+json'];
  return problem?.schema.allOf[1].properties.code.enum ?? [];
}
