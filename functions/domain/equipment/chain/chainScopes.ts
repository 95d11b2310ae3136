import type { Scope } from '../../contribution.ts';

/** The scope of all that is given: what the country's own has no room for. */
export const equipmentScope: Scope = 'equipment:all';
/** The scope of a donor's own progress. */
export const donorScope = (donorId: string): Scope => `donor:${donorId}`;
/** Whose scope or source it is; undefined of one that is no donor's. */
export function donorOf(scope: string): string | undefined {
  return scope.startsWith('donor:') ? scope.slice('donor:'.length) : undefined;
}
/** The scope of a type of equipment. */
export const typeScope = (equipmentType: string): Scope => `type:${equipmentType}`;
/** The scope of the equipment that is for a solution. */
export const solutionScope = (solutionId: string): Scope => `solution:${solutionId}`;

/** What given units belong to. */
interface Given {
  donorId: string;
  equipmentType: string;
  solutionId?: string | undefined;
}

/** The scopes in which given units are followed from the pledge to their use. */
export function chainScopes({ donorId, equipmentType, solutionId }: Given): Scope[] {
  return [
    equipmentScope,
    donorScope(donorId),
    typeScope(equipmentType),
    ...(solutionId === undefined ? [] : [solutionScope(solutionId)]),
  ];
}
