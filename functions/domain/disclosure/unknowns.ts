import type { CountTable } from './countTable.ts';
import type { Relation } from './linearSystem.ts';
import type { CellRelation, CellThen } from './relations.ts';

/** The cells of a table, and what they were before corrections, as numbered variables with their values. */
export class Unknowns {
  readonly #table: CountTable;
  readonly #figureAt: ReadonlyMap<string, number>;
  readonly #numbers = new Map<string, number>();
  readonly #values: number[] = [];
  readonly #rows: number[] = [];

  constructor(table: CountTable) {
    this.#table = table;
    this.#figureAt = new Map(table.figures.map(({ name }, at) => [name, at]));
  }

  of({ figure, row, period, was }: CellThen): number {
    const key = `${this.#figureAt.get(figure)} ${row} ${period} ${was}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.length;
    this.#numbers.set(key, number);
    this.#values.push(was ?? this.#table.values[figure]?.[row]?.[period] ?? 0);
    this.#rows.push(row);
    return number;
  }

  /** Relations of cells as relations of their numbers. */
  numbered(relations: readonly CellRelation[]): Relation[] {
    return relations.map((each) => ({
      ...each,
      terms: each.terms.map(([cell, factor]) => [this.of(cell), factor]),
    }));
  }

  valueOf(variable: number): number {
    return this.#values[variable] ?? 0;
  }

  rowOf(variable: number): number {
    return this.#rows[variable] ?? -1;
  }
}
