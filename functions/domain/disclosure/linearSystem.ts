type Term = readonly [variable: number, factor: number];

export interface Relation {
  terms: Term[];
  sum: number;
  isEqual: boolean;
}

/** Which counts may be others than they are, and what they are. */
export interface Freedom {
  isFree: (variable: number) => boolean;
  truth: (variable: number) => number;
  /** What was worked out of it: what is said of each free variable and all that it has to do with. */
  parts: Map<number, Relation[]>;
}

/** What is known of unknown counts, none of which is negative: sums that are told, and sums that are not more than others. */
export class LinearSystem {
  #relations: Relation[];
  readonly #fixed = new Map<number, number>();
  #relationsOf: Map<number, Relation[]> | undefined;

  constructor(relations: Relation[]) {
    this.#relations = relations;
  }

  /** What follows at once, without a solver: the value of a variable, where there is no other one. */
  fixed(variable: number): number | undefined {
    this.#reduce();
    return this.#fixed.get(variable);
  }

  /**
   * What is said of these variables, which are free, and of others that are; all else is taken to be as it is (`truth`), which
   * leaves them less freedom than they have.
   */
  about(variables: readonly number[], freedom: Freedom): Relation[] {
    const parts = new Set(variables.map((variable) => this.#partOf(variable, freedom)));
    return [...parts].flat();
  }

  /** What is said of all that a free variable has to do with. It is the same for each of those, and worked out once. */
  #partOf(variable: number, { isFree, truth, parts }: Freedom): Relation[] {
    const known = parts.get(variable);
    if (known) return known;
    const relationsOf = this.#reduce();
    const reached = new Set([variable]);
    const relations = new Set<Relation>();
    for (const one of reached)
      for (const relation of relationsOf.get(one) ?? []) {
        if (relations.has(relation)) continue;
        relations.add(relation);
        for (const [other] of relation.terms) if (isFree(other)) reached.add(other);
      }
    const left = (other: number) => (reached.has(other) ? undefined : truth(other));
    // Of several releases, and of cells that are taken to be as they are, many say the same.
    const distinct = new Map<string, Relation>();
    for (const relation of relations) {
      const short = withKnown(relation, left);
      distinct.set(`${short.terms.join(';')} ${short.sum} ${short.isEqual}`, short);
    }
    const part = [...distinct.values()];
    for (const one of reached) parts.set(one, part);
    return part;
  }

  #reduce(): Map<number, Relation[]> {
    if (this.#relationsOf) return this.#relationsOf;
    while (this.#fixMore())
      this.#relations = this.#relations.map((each) =>
        withKnown(each, (variable) => this.#fixed.get(variable)),
      );
    this.#relations = this.#relations.filter(({ terms }) => terms.length > 0);
    this.#relationsOf = new Map();
    for (const relation of this.#relations)
      for (const [variable] of relation.terms) {
        const known = this.#relationsOf.get(variable);
        if (known) known.push(relation);
        else this.#relationsOf.set(variable, [relation]);
      }
    return this.#relationsOf;
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
}

/** A relation of what is left of it once some variables are known. */
function withKnown(
  { terms, sum, isEqual }: Relation,
  known: (variable: number) => number | undefined,
): Relation {
  const left = terms.filter(([variable]) => known(variable) === undefined);
  if (left.length === terms.length) return { terms, sum, isEqual };
  const rest = terms.reduce((all, [variable, factor]) => all - factor * (known(variable) ?? 0), sum);
  return { terms: left, sum: rest, isEqual };
}
