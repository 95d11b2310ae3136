import * as z from 'zod/mini';
import type { CountryPack } from '../../domain/countryPack.ts';
import { Solution } from '../../domain/solution/solution.ts';
import { SolutionId } from '../../domain/solution/solutionTerms.ts';
import { solutionContributions } from '../../domain/solution/solutionContributions.ts';
import { claimsWrites } from '../claims.ts';
import type { Database } from '../database.ts';
import type { RecordKind } from '../recordKind.ts';
import type { Item, Key, Write } from '../write.ts';

/** Solutions as records that progress is made of. */
export const solutionKind: RecordKind<Solution> = {
  name: 'solutions',
  table: 'solutions',
  subjectOf: ({ solutionId }) => solutionSubject(solutionId),
  shardBy: ({ solutionId }) => solutionId,
  from: solutionFrom,
  parse: (kept) => Solution.parse(kept),
  write: solutionWrite,
  contributions: solutionContributions,
};

/** The subject of a solution's history. */
export const solutionSubject = (solutionId: string) => `solution#${solutionId}`;

/** Where a solution is kept. */
export function solutionKey(
  { country }: Pick<CountryPack, 'country'>,
  solutionId: string,
): { table: 'solutions'; key: Key } {
  return { table: 'solutions', key: { country, solutionId } };
}

/** The record without the key that keeps all of them together. */
export function solutionFrom({ country: _, ...solution }: Item): Solution {
  return Solution.parse(solution);
}

/** Saves a solution on top of the version it was based on. */
function solutionWrite(solution: Solution, { country }: CountryPack): Write {
  const { version } = solution;
  return {
    table: 'solutions',
    kind: 'put',
    item: { country, ...solution },
    ...(version === 1
      ? { condition: 'attribute_not_exists(solutionId)' }
      : {
          condition: '#version = :basedOn',
          names: { '#version': 'version' },
          values: { ':basedOn': version - 1 },
        }),
  };
}

/** Where it is kept whose an indicator is. */
export function indicatorKey(indicator: string): { table: 'solutionIndicators'; key: Key } {
  return { table: 'solutionIndicators', key: { indicator } };
}

const Claim = z.object({ solutionId: SolutionId });

/** Those of these indicators that are another solution's; `claims` are what is at their keys. */
export function takenIndicators(
  solutionId: string,
  indicators: string[],
  claims: (Item | undefined)[],
): string[] {
  return indicators.filter((_, index) => {
    const claim = claims[index];
    return claim && Claim.parse(claim).solutionId !== solutionId;
  });
}

/** Claims the indicators that a solution has got, and lets go of those that it has no more. */
export function indicatorWrites(before: Solution | undefined, { solutionId, indicators }: Solution): Write[] {
  return claimsWrites(
    { table: 'solutionIndicators', key: 'indicator', holder: ['solutionId', solutionId] },
    before?.indicators ?? [],
    indicators,
  );
}

export class Solutions {
  readonly #database: Database;
  readonly #pack: CountryPack;

  constructor(database: Database, pack: CountryPack) {
    this.#database = database;
    this.#pack = pack;
  }

  /** One solution, or undefined. */
  async find(solutionId: string): Promise<Solution | undefined> {
    const [item] = await this.#database.get([solutionKey(this.#pack, solutionId)]);
    return item && solutionFrom(item);
  }

  /** All of them, by code. */
  async all(): Promise<Solution[]> {
    const query = { key: 'country', equals: this.#pack.country, isConsistent: true };
    return this.#database.readable('solutions', await this.#database.query('solutions', query), solutionFrom);
  }
}
