import { solve, type Constraint } from 'yalps';

type Term = readonly [variable: number, factor: number];

interface Relation {
  terms: Term[];
  sum: number;
  isEqual: boolean;
}

/** What is known of unknown counts, none of which is negative: sums that are told, and sums that are not more than others. */
export class LinearSystem {
  #relations: Relation[] = [];
  readonly #fixed = new Map<number, number>();
  #components: Map<number, Relation[]> | undefined;

  equal(terms: Term[], sum: number): void {
    this.#relations.push({ terms, sum, isEqual: true });
  }

  atMost(terms: Term[], sum: number): void {
    this.#relations.push({ terms, sum, isEqual: false });
  }

  /** What follows at once, without a solver: the value of a variable, where there is no other one. */
  fixed(variable: number): number | undefined {
    this.#reduce();
    return this.#fixed.get(variable);
  }

  /** The relations that say anything of these variables, also by way of others. */
  about(variables: number[]): Relation[] {
    const components = this.#reduce();
    return [...new Set(variables.flatMap((variable) => components.get(variable) ?? []))];
  }

  #reduce(): Map<number, Relation[]> {
    if (this.#components) return this.#components;
    while (this.#fixMore()) this.#relations = this.#relations.map((each) => this.#without(each));
    this.#relations = this.#relations.filter(({ terms }) => terms.length > 0);
    this.#components = componentsOf(this.#relations);
    return this.#components;
  }

  #fixMore(): boolean {
    const before = this.#fixed.size;
    for (const { terms, sum, isEqual } of this.#relations) {
      const [first] = terms;
      if (!isEqual || !first) continue;
      const areAlike = terms.every(([, factor]) => factor === first[1]);
      if (terms.length === 1) this.#fixed.set(first[0], sum / first[1]);
      else if (sum === 0 && areAlike) for (const [variable] of terms) this.#fixed.set(variable, 0);
    }
    return this.#fixed.size > before;
  }

  #without({ terms, sum, isEqual }: Relation): Relation {
    const known = terms.filter(([variable]) => this.#fixed.has(variable));
    if (known.length === 0) return { terms, sum, isEqual };
    const rest = known.reduce(
      (left, [variable, factor]) => left - factor * (this.#fixed.get(variable) ?? 0),
      sum,
    );
    return { terms: terms.filter(([variable]) => !this.#fixed.has(variable)), sum: rest, isEqual };
  }
}

/** For each variable the relations of its component: those that share variables with each other. */
function componentsOf(relations: Relation[]): Map<number, Relation[]> {
  const components = new Map<number, Relation[]>();
  for (const relation of relations) {
    const touched = relation.terms
      .map(([variable]) => components.get(variable))
      .filter((one) => one !== undefined);
    const component = [...new Set(touched)].flat();
    component.push(relation);
    for (const { terms } of component) for (const [variable] of terms) components.set(variable, component);
  }
  return components;
}

/** The least and the most that variables can be together. Where the solver finds no answer, nothing is taken to be protected. */
export function bounds(system: LinearSystem, variables: number[]): { low: number; high: number } {
  const free = variables.filter((variable) => system.fixed(variable) === undefined);
  const known = variables.reduce((sum, variable) => sum + (system.fixed(variable) ?? 0), 0);
  if (free.length === 0) return { low: known, high: known };
  const relations = system.about(free);
  const low = best('minimize', relations, free);
  const high = best('maximize', relations, free);
  return low === undefined || high === undefined
    ? { low: known, high: known }
    : { low: known + low, high: known + high };
}

function best(
  direction: 'minimize' | 'maximize',
  relations: Relation[],
  wanted: number[],
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
  const { status, result } = solve({ direction, objective: 'wanted', constraints, variables: columns });
  if (status === 'unbounded') return direction === 'maximize' ? Number.POSITIVE_INFINITY : undefined;
  return status === 'optimal' ? result : undefined;
}
