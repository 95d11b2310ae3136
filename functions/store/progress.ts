import * as z from 'zod/mini';
import type { Contribution } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { Database, Item, Write } from './database.ts';

const Row = z.catchall(z.object({ scope: z.string(), monthRegion: z.string() }), z.number());

/** Adds what a write changes to its region-month rows; `subject` chooses the shard, so a record always meets the same one. */
export function progressWrites(differences: Contribution[], pack: CountryPack, subject: string): Write[] {
  return differences.map(({ region, month, amounts }) => {
    const names = Object.keys(amounts);
    return {
      table: 'progress',
      kind: 'update',
      key: { scope: pack.country, monthRegion: `${month}#${region}${shardOf(subject, pack.progressShards)}` },
      update: `ADD ${names.map((_, index) => `#f${index} :a${index}`).join(', ')}`,
      names: Object.fromEntries(names.map((name, index) => [`#f${index}`, name])),
      values: Object.fromEntries(names.map((name, index) => [`:a${index}`, amounts[name]])),
    };
  });
}

export class Progress {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Every region-month row of the country: one Query for each megabyte, so one for some three years of Ukraine. */
  async ofCountry(pack: CountryPack): Promise<Contribution[]> {
    const items = await this.#database.query('progress', { key: 'scope', equals: pack.country });
    return items.map(contributionFrom);
  }
}

function contributionFrom(item: Item): Contribution {
  const { scope: _, monthRegion, ...amounts } = Row.parse(item);
  const [month = '', region = ''] = monthRegion.split('#');
  return { month, region, amounts };
}

function shardOf(subject: string, shards: number): string {
  let sum = 0;
  for (const letter of subject) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % shards === 0 ? '' : `#${sum % shards}`;
}
