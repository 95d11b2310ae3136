import * as solver from 'highs';
import type { Highs } from 'highs';

/** The package's types are those of its other form, whose default export lies a level deeper. */
const isLoader = (loader: unknown): loader is typeof solver.default.default => typeof loader === 'function';

export type Term = [variable: number, factor: number];

/** What a sum of unknown counts is at least and at most. */
export interface Bounded {
  terms: Term[];
  least: number;
  most: number;
}

/** What can be said of unknown counts, with a solver that the product does not use (HiGHS). */
export class Solver {
  readonly #highs: Highs;

  static async start(): Promise<Solver> {
    const loader: unknown = solver.default;
    if (!isLoader(loader)) throw new Error('The solver is loaded in another way than it was.');
    return new Solver(await loader());
  }

  private constructor(highs: Highs) {
    this.#highs = highs;
  }

  /** How far apart the least and the most are that each sum can be. */
  widths({ count, relations }: { count: number; relations: Bounded[] }, wanted: Term[][]): number[] {
    const starts = [0];
    const [indices, values]: [number[], number[]] = [[], []];
    for (const { terms } of relations) {
      for (const [variable, factor] of addedUp(terms)) {
        indices.push(variable);
        values.push(factor);
      }
      starts.push(indices.length);
    }
    const numRows = relations.length;
    const { minimize, maximize } = this.#highs.constants.objectiveSense;
    const optimal = this.#highs.constants.modelStatus.optimal;
    const all = (value: number) => new Array<number>(count).fill(value);
    return this.#highs.withModel(
      {
        numCols: count,
        numRows,
        colCost: all(0),
        colLower: all(0),
        colUpper: all(1e6),
        rowLower: relations.map(({ least }) => (Number.isFinite(least) ? least : -this.#highs.infinity)),
        rowUpper: relations.map(({ most }) => most),
        matrix: { format: 'csr', numRows, numCols: count, starts, indices, values },
      },
      (model) => {
        model.options.set('output_flag', false);
        return wanted.map((terms) => {
          for (const [variable, factor] of terms) model.changeColCost(variable, factor);
          const [least = 0, most = 0] = [minimize, maximize].map((sense) => {
            model.changeObjectiveSense(sense);
            model.run();
            if (model.getModelStatus() !== optimal)
              throw new Error(`No solution: ${String(model.getModelStatus())}`);
            return model.getObjectiveValue();
          });
          for (const [variable] of terms) model.changeColCost(variable, 0);
          return most - least;
        });
      },
    );
  }
}

function addedUp(terms: Term[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const [variable, factor] of terms) sums.set(variable, (sums.get(variable) ?? 0) + factor);
  return sums;
}
