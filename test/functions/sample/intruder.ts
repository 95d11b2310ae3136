import { addMonths, monthsBetween, type Month } from '../../../functions/domain/calendar.ts';
import type { CountryPack } from '../../../functions/domain/countryPack.ts';
import { catalogueOf } from '../../../functions/domain/figureCatalogue.ts';
import { ProgressSums, type ProgressCube } from '../../../functions/domain/progress.ts';
import { Solver, type Bounded, type Term } from './solver.ts';

/** A count that an intruder wants to know: of a figure, in a row, in a quarter (or a month of the nation). */
export interface Wanted {
  figure: string;
  row: string;
  period: Month;
}

/**
 * Someone who reads all that is published, knows the rules, and bounds what is left out with a solver that the product does not
 * use (HiGHS). Regions are known by quarter, named after its last month; the nation is the sum of its regions.
 */
export class Intruder {
  readonly #solver: Solver;
  readonly #pack: CountryPack;
  readonly #variables = new Map<string, number>();
  #truth: ProgressSums | undefined;
  #told: ProgressSums | undefined;
  #release = 0;
  readonly #relations = new Map<string, Bounded>();

  static async start(pack: CountryPack): Promise<Intruder> {
    return new Intruder(await Solver.start(), pack);
  }

  private constructor(solver: Solver, pack: CountryPack) {
    this.#solver = solver;
    this.#pack = pack;
  }

  /**
   * From now on what is learnt is of a release, in which counts were so: one that a correction made another is another
   * unknown, and one that it did not is known to be the same, but for months of the nation that are not told by themselves.
   */
  asOf(truth: ProgressCube, told: ProgressCube): void {
    this.#truth = new ProgressSums(truth, this.#pack);
    this.#told = new ProgressSums(told, this.#pack);
    this.#release += 1;
  }

  /** Learns all that a published cube says of some figures. */
  learn(cube: ProgressCube, figures: string[]): void {
    const sums = new ProgressSums(cube, this.#pack);
    for (const figure of figures)
      for (const row of [...sums.regions, this.#pack.country])
        for (const period of row === this.#pack.country ? cube.months : this.quarters(cube)) {
          const rows = row === this.#pack.country ? undefined : [row];
          if (!cube.figures[figure] || !sums.shows(figure, period, rows)) continue;
          const told = sums.value(figure, period, rows);
          this.#equal(this.upTo({ figure, row, period }, cube), told);
        }
  }

  /** Learns from the facilities that use a capability how much there is of its figure at least, and where there is nothing. */
  learnUse(cube: ProgressCube, figure: string, using: string): void {
    if (!cube.figures[using]) return;
    const sums = new ProgressSums(cube, this.#pack);
    for (const row of sums.regions)
      for (const period of this.quarters(cube)) {
        const months = cube.months.filter((month) => addMonths(period, -3) < month && month <= period);
        const least = months.reduce((sum, month) => sum + sums.amount(using, month, [row]), 0);
        this.#know({ terms: this.of({ figure, row, period }), least, most: least === 0 ? 0 : 1e9 });
      }
    for (const month of cube.months) {
      const least = sums.amount(using, month);
      const terms = this.of({ figure, row: this.#pack.country, period: month });
      this.#know({ terms, least, most: least === 0 ? 0 : 1e9 });
    }
  }

  /** The rules that everybody may read: what is a sum of what, and what can be no more than what. */
  knowRules(cube: ProgressCube, figures: string[]): void {
    const wholes = new Map(this.#pack.indicators.map(({ code, atMost = [] }) => [code, atMost]));
    for (const figure of figures) {
      const { indicators: parts = [] } = catalogueOf(this.#pack).get(figure) ?? {};
      const within = (wholes.get(figure) ?? []).filter((one) => figures.includes(one));
      for (const row of cube.rows.filter((each) => each.includes('-')))
        for (const period of this.quarters(cube)) {
          const of = (name: string, factor: number): Term => [
            this.#at({ figure: name, row, period }),
            factor,
          ];
          const own = of(figure, 1);
          if (parts.length > 0 && !parts.includes(figure))
            this.#equal([own, ...parts.filter((one) => figures.includes(one)).map((one) => of(one, -1))], 0);
          if (within.length > 0)
            this.#know({ terms: [own, ...within.map((one) => of(one, -1))], least: -Infinity, most: 0 });
        }
    }
  }

  /** Learns that quarters of a row have at least one together: a zero would be told. */
  knowNotZero(figure: string, row: string, quarters: Month[]): void {
    const terms = quarters.map((period): Term => [this.#at({ figure, row, period }), 1]);
    this.#know({ terms, least: 1, most: 1e9 });
  }

  /** How far apart the least and the most are that each sum can be. */
  widths(wanted: Term[][]): number[] {
    return this.#solver.widths(
      { count: this.#variables.size, relations: [...this.#relations.values()] },
      wanted,
    );
  }

  #equal(terms: Term[], sum: number): void {
    this.#know({ terms, least: sum, most: sum });
  }

  /** What is told again is known already. */
  #know(relation: Bounded): void {
    this.#relations.set(JSON.stringify(relation), relation);
  }

  /** What a told value is the sum of: a month of the nation is one of the quarter's, all together its regions. */
  upTo({ figure, row, period }: Wanted, cube: ProgressCube): Term[] {
    const isRunning = catalogueOf(this.#pack).get(figure)?.kind !== 'month';
    const upTo = (periods: Month[]) => (isRunning ? periods.filter((each) => each <= period) : [period]);
    const periods = upTo(row === this.#pack.country ? cube.months : this.quarters(cube));
    return periods.map((each) => [this.#at({ figure, row, period: each }), 1]);
  }

  /** Quarters that are complete, by their last months. */
  quarters({ months }: ProgressCube): Month[] {
    return months.filter((month) => Number(month.slice(5)) % 3 === 0);
  }

  /** The nation's months of a quarter are together what its regions have. */
  joinNation(cube: ProgressCube, figures: string[]): void {
    const regions = cube.rows.filter((row) => row.includes('-'));
    const { country } = this.#pack;
    for (const figure of figures) {
      const isRunning = catalogueOf(this.#pack).get(figure)?.kind !== 'month';
      let first = cube.months[0] ?? '';
      for (const period of this.quarters(cube)) {
        const months = isRunning ? monthsBetween(first, period) : [period];
        this.#equal(
          [
            ...months.map((month): Term => [this.#at({ figure, row: country, period: month }), 1]),
            ...regions.map((row): Term => [this.#at({ figure, row, period }), -1]),
          ],
          0,
        );
        first = cube.months[cube.months.indexOf(period) + 1] ?? '';
      }
    }
  }

  /** A single count. */
  of(cell: Wanted): Term[] {
    return [[this.#at(cell), 1]];
  }

  /** What a count is the sum of, month by month and region by region: where that is the same, so is the count. */
  #madeOf({ figure, row, period }: Wanted): string {
    const truth = this.#truth;
    if (!truth) throw new Error('As of when is not said.');
    const isNation = row === this.#pack.country;
    const isRunning = catalogueOf(this.#pack).get(figure)?.kind !== 'month';
    const months = isNation || !isRunning ? [period] : monthsBetween(addMonths(period, -2), period);
    const rows = isNation ? truth.rows : [row];
    const made = months.flatMap((month) => rows.map((each) => truth.amount(figure, month, [each]))).join();
    return isNation && !this.#told?.showsAmount(figure, period)
      ? `${made} in release ${this.#release}`
      : made;
  }

  #at({ figure, row, period }: Wanted): number {
    const key = `${figure} ${row} ${period} ${this.#madeOf({ figure, row, period })}`;
    const known = this.#variables.get(key) ?? this.#variables.size;
    this.#variables.set(key, known);
    return known;
  }
}
