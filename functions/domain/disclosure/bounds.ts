import { solve, type Constraint } from 'yalps';
import type { LinearSystem, Relation } from './linearSystem.ts';

/** A sum of unknown counts: those that are not fixed, and what is left of them to solve. */
interface Wanted {
  variables: number[];
  low: number;
  high: number;
}

/** What rounding of floating numbers may take from a width. */
const rounding = 1e-6;

/**
 * Which sums of variables are left at least this wide by a system. Every solution found shows something of all sums, so that
 * a program of its own is needed only for those that it did not show to be wide.
 */
export function wideEnough(system: LinearSystem, sums: readonly number[][], width: number): boolean[] {
  const wanted = sums.map((sum): Wanted => {
    const variables = sum.filter((variable) => system.fixed(variable) === undefined);
    return { variables, low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  });
  const isWide = ({ low, high }: Wanted) => high - low >= width - rounding;
  const groups = Map.groupBy(
    wanted.filter(({ variables }) => variables.length > 0),
    ({ variables }) => system.about(variables),
  );
  for (const [relations, group] of groups) {
    const open = () => group.filter((one) => !isWide(one));
    for (const direction of ['maximize', 'minimize'] as const)
      see(
        group,
        direction,
        relations,
        open().flatMap(({ variables }) => variables),
      );
    for (const one of group)
      for (const direction of ['maximize', 'minimize'] as const)
        if (!isWide(one)) see(group, direction, relations, one.variables);
  }
  return wanted.map(isWide);
}

/** Finds the least or the most of some variables, and looks what the solution is of all sums. Without one, nothing is seen. */
function see(
  group: Wanted[],
  direction: 'minimize' | 'maximize',
  relations: readonly Relation[],
  variables: readonly number[],
): void {
  const found = best(direction, relations, variables);
  if (!found) return;
  for (const one of group) {
    const sum = one.variables.reduce((all, variable) => all + (found.get(variable) ?? 0), 0);
    one.low = Math.min(one.low, sum);
    one.high = Math.max(one.high, sum);
  }
}

function best(
  direction: 'minimize' | 'maximize',
  relations: readonly Relation[],
  wanted: readonly number[],
): ReadonlyMap<number, number> | undefined {
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
  const { status, variables } = solve({ direction, objective: 'wanted', constraints, variables: columns });
  return status === 'optimal' ? new Map(variables) : undefined;
}
