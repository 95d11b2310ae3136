type Term = readonly [variable: number, factor: number];

export interface Relation {
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

  /** The relations that say anything of these variables, also by way of others: the same list for all that they join. */
  about(variables: readonly number[]): readonly Relation[] {
    const components = this.#reduce();
    const [first = [], ...others] = new Set(variables.map((variable) => components.get(variable) ?? []));
    return others.length === 0 ? first : [...first, ...others.flat()];
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
