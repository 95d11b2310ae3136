import { solve, type Constraint } from 'yalps';
import type { Freedom, LinearSystem, Relation } from './linearSystem.ts';

/** What rounding of floating numbers may take from a width. */
const rounding = 1e-6;

/**
 * Whether a system leaves a sum of variables at least so wide, if only what is free may be another: how much there may be of
 * it at most, less how little. What it is lies between the two: where there may be so much more of it, that is enough.
 */
export function isWide(
  system: LinearSystem,
  sum: readonly number[],
  width: number,
  freedom: Freedom,
): boolean {
  const variables = sum.filter((variable) => system.fixed(variable) === undefined);
  if (variables.length === 0) return false;
  const relations = system.about(variables, freedom);
  const most = best('maximize', relations, variables);
  if (most === undefined) return false;
  const truth = variables.reduce((all, variable) => all + freedom.truth(variable), 0);
  if (most - truth >= width) return true;
  const least = best('minimize', relations, variables);
  return least !== undefined && most - least >= width - rounding;
}

/** The least or the most that some variables are together; undefined where the relations have no solution. */
function best(
  direction: 'minimize' | 'maximize',
  relations: readonly Relation[],
  wanted: readonly number[],
): number | undefined {
  const columns = new Map<number, Map<string, number>>();
  const column = (variable: number) => {
    const known = columns.get(variable) ?? new Map<string, number>();
    columns.set(variable, known);
    return known;
  };
  const constraints = new Map<string, Constraint>();
  for (const [index, { terms, sum, isEqual }] of relations.entries()) {
    const key = String(index);
    constraints.set(key, isEqual ? { equal: sum } : { max: sum });
    for (const [variable, factor] of terms) column(variable).set(key, factor);
  }
  for (const variable of wanted) column(variable).set('wanted', 1);
  // More than anybody counts: a sum that nothing limits is as wide as can be, and its program has a solution all the same.
  constraints.set('limit', { max: 1e9 });
  for (const variable of wanted) column(variable).set('limit', 1);
  const { status, result } = solve({ direction, objective: 'wanted', constraints, variables: columns });
  return status === 'optimal' ? result : undefined;
}
