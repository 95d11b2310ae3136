import { addedUp, type Amounts, type Contribution, type Scope } from '../domain/contribution.ts';
import { programmeMonths, regionCodes, type CountryPack } from '../domain/countryPack.ts';
import { donationPattern } from '../domain/equipment/bounds.ts';
import { chainFigures } from '../domain/equipment/chain/chain.ts';
import { donationsScope } from '../domain/equipment/donationContributions.ts';
import { repairsRowOf, repairsScope } from '../domain/equipment/chain/repairs.ts';
import { approvedName, catalogueOf } from '../domain/figureCatalogue.ts';
import { Month, monthOf, type Day } from '../domain/calendar.ts';
import { groupFigures, isOfReporters } from '../domain/release/reporters.ts';
import { outsideScope, placesHidden } from '../domain/toldOutside.ts';
import { unreadable, type UnreadableRow } from './unreadable.ts';
import type { Database, RawItem } from './database.ts';
import type { Write } from './write.ts';

/** The key of an item: a partition holds a year of one scope, so that years are read side by side; one that is small, as a donor's is, holds all of it. */
export interface ProgressKey {
  scope: string;
  monthRegion: string;
}

/** One shard of a row of progress as it is stored. */
export interface ProgressRow {
  key: ProgressKey;
  scope: Scope;
  row: string;
  month: Month;
  amounts: Amounts;
  /** Counts writes, those included in which amounts cancelled each other. */
  writes: number;
}

/** The attribute that counts the writes to a row. */
const writesCounter = 'v';

/** Which of the shards of its rows a record meets: always the same one, chosen by its subject. */
export function shardOf(subject: string, { progressShards }: Pick<CountryPack, 'progressShards'>): number {
  let sum = 0;
  for (const letter of subject) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % progressShards;
}

/** Where a contribution is kept. An unknown row is a bug: it would never be shown. */
export function progressKey(
  { scope, row, month }: Pick<Contribution, 'scope' | 'row' | 'month'>,
  shard: number,
  pack: CountryPack,
): ProgressKey {
  if (!isRow(scope, row, pack)) throw new Error(`There is no row ${row} in the progress of ${pack.country}.`);
  const suffix = shard === 0 ? '' : `#${shard}`;
  return { scope: partitionOf(scope, month.slice(0, 4)), monthRegion: `${month}#${row}${suffix}` };
}

function partitionOf(scope: Scope, year: string): string {
  return `${scope}#${isWhole(scope) ? 'all' : year}`;
}

const isWhole = (scope: Scope): boolean =>
  scope.startsWith('donor:') || scope === outsideScope || isOfReporters(scope);

function isRow(scope: Scope, row: string, pack: CountryPack): boolean {
  if (scope === donationsScope) return donationPattern.test(row);
  if (scope === repairsScope) return regionCodes(pack).includes(repairsRowOf(row)?.region ?? '');
  return row === pack.country || regionCodes(pack).includes(row);
}

/** Adds what a write changes to its rows; a row in which nothing is left of it is touched all the same. */
export function progressWrites(differences: Contribution[], shard: number, pack: CountryPack): Write[] {
  return differences.map((one) => progressWrite(progressKey(one, shard, pack), one.amounts, pack));
}

/** Adds amounts to one row; `condition` may bind it to what was read before. */
export function progressWrite(
  key: ProgressKey,
  amounts: Amounts,
  pack: CountryPack,
  condition?: Pick<Write, 'condition' | 'names' | 'values'>,
): Write {
  const { keyOf } = storedKeys(pack);
  const added = Object.entries(amounts).map(([name, amount]) => [stored(name, keyOf), amount] as const);
  const all = [...added, [writesCounter, 1] as const];
  return {
    table: 'progress',
    kind: 'update',
    key: { ...key },
    update: `ADD ${all.map((_, index) => `#f${index} :a${index}`).join(', ')}`,
    ...(condition && { condition: condition.condition }),
    names: {
      ...Object.fromEntries(all.map(([name], index) => [`#f${index}`, name])),
      ...condition?.names,
    },
    values: {
      ...Object.fromEntries(all.map(([, amount], index) => [`:a${index}`, amount])),
      ...condition?.values,
    },
  };
}

/** What a write adds to a row of progress; undefined for one that adds to none. */
export function addedIn(write: Write, pack: CountryPack): Contribution | undefined {
  if (write.table !== 'progress' || write.kind !== 'update') return undefined;
  const { key, names = {}, values = {} } = write;
  const { nameOf } = storedKeys(pack);
  const amounts = Object.entries(names).flatMap(([placeholder, kept]): [string, number][] => {
    const name = nameOf.get(kept);
    return name === undefined ? [] : [[name, Number(values[placeholder.replace('#f', ':a')])]];
  });
  const [month = '', row = ''] = (key['monthRegion'] ?? '').split('#');
  return { scope: scopeIn(key['scope'] ?? ''), row, month, amounts: Object.fromEntries(amounts) };
}

function stored(name: string, keyOf: ReadonlyMap<string, string>): string {
  const key = keyOf.get(name);
  if (!key) throw new Error(`There is no figure "${name}" in the catalogue.`);
  return key;
}

/** The condition that a row was not written to since it was read; undefined when there was none. */
export function untouchedSince(row: ProgressRow | undefined): Pick<Write, 'condition' | 'names' | 'values'> {
  return row
    ? {
        condition: '#writes = :writes',
        names: { '#writes': writesCounter },
        values: { ':writes': row.writes },
      }
    : { condition: 'attribute_not_exists(#scope)', names: { '#scope': 'scope' } };
}

export class Progress {
  readonly #database: Database;
  readonly #pack: CountryPack;

  constructor(database: Database, pack: CountryPack) {
    this.#database = database;
    this.#pack = pack;
  }

  /**
   * Every row of a scope from the programme's first month to the one after today's: one Query a year, all at once, and one
   * for a scope that is whole. What was written this year and last is seen as soon as it was acknowledged, older years within a moment.
   */
  async ofScope(scope: Scope, today: Day): Promise<Contribution[]> {
    const { first, last } = programmeMonths(this.#pack, today);
    const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
    const years = isWhole(scope) ? [to] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const pages = await Promise.all(
      years.map((year) =>
        this.#database.queryRaw('progress', {
          key: 'scope',
          equals: partitionOf(scope, String(year)),
          isConsistent: year >= Number(today.slice(0, 4)) - 1,
        }),
      ),
    );
    const onUnreadable = (row: UnreadableRow) => this.#database.tellUnreadable(row);
    return pages
      .flat()
      .flatMap((item) => this.#rowFrom(item, onUnreadable) ?? [])
      .filter(({ month }) => first <= month && month <= last);
  }

  /** What has become of each donation until now, by its code. */
  async ofDonations(today: Day): Promise<ReadonlyMap<string, Amounts>> {
    const until = (await this.ofScope(donationsScope, today)).filter(({ month }) => month <= monthOf(today));
    const byDonation = Map.groupBy(until, ({ row }) => row);
    return new Map(
      [...byDonation].map(([donationId, rows]) => {
        const whole = addedUp(rows.map((one) => ({ ...one, month: monthOf(today) })));
        return [donationId, whole[0]?.amounts ?? {}];
      }),
    );
  }

  /** Every row there is, read consistently, for maintenance alone; those of the former layout are left out. */
  async *all(onUnreadable: (row: UnreadableRow) => void): AsyncGenerator<ProgressRow> {
    for await (const item of this.#database.scanRaw('progress')) {
      const row = isFormer(item) ? undefined : this.#rowFrom(item, onUnreadable, onUnreadable);
      if (row) yield row;
    }
  }

  /** The keys of rows in a former layout: release 0.1 had one partition for all years, and later a donor had one for each. */
  async *formerKeys(): AsyncGenerator<ProgressKey> {
    for await (const item of this.#database.scanRaw('progress')) if (isFormer(item)) yield keyOf(item);
  }

  #rowFrom(
    item: RawItem,
    onUnreadable: (row: UnreadableRow) => void,
    onUnknown: (row: UnreadableRow) => void = () => undefined,
  ): ProgressRow | undefined {
    const because = (error: unknown) => unreadable('progress', { ...keyOf(item) }, error);
    try {
      return rowOf(item, this.#pack, (name) => onUnknown(because(new Error(`"${name}" is no figure.`))));
    } catch (error) {
      onUnreadable(because(error));
      return undefined;
    }
  }
}

function keyOf(item: RawItem): ProgressKey {
  return { scope: item['scope']?.S ?? '', monthRegion: item['monthRegion']?.S ?? '' };
}

function isFormer(item: RawItem): boolean {
  const { scope } = keyOf(item);
  return !scope.includes('#') || (isWhole(scopeIn(scope)) && !scope.endsWith('#all'));
}

/**
 * A row as it is stored. Read without a schema of the whole, since there are thousands of them in one answer. A figure of a
 * later release, or one that is retired, does not hide the others.
 */
function rowOf(item: RawItem, pack: CountryPack, onUnknown: (name: string) => void): ProgressRow {
  const { nameOf } = storedKeys(pack);
  const key = keyOf(item);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- an object without a prototype takes names in any order as fast
  const amounts: Amounts = Object.create(null);
  for (const name in item) {
    if (rowAttributes.has(name)) continue;
    const amount = wholeAmount(name, item[name]);
    const figure = nameOf.get(name);
    if (figure) amounts[figure] = amount;
    else onUnknown(name);
  }
  const [month = '', row = '', shard = '0'] = key.monthRegion.split('#');
  const at = { scope: scopeIn(key.scope), row, month: Month.parse(month) };
  const expected = progressKey(at, Number(shard), pack);
  if (expected.scope !== key.scope || expected.monthRegion !== key.monthRegion)
    throw new Error('Its key is not that of a row of progress.');
  return { key, ...at, amounts, writes: Number(item[writesCounter]?.N) };
}

/** What a row has besides its figures. */
const rowAttributes: ReadonlySet<string> = new Set(['scope', 'monthRegion', writesCounter]);

function wholeAmount(name: string, value: RawItem[string] | undefined): number {
  const amount = Number(value?.N ?? Number.NaN);
  if (!Number.isSafeInteger(amount)) throw new Error(`"${name}" has no whole amount.`);
  return amount;
}

function scopeIn(partition: string): Scope {
  const scope = partition.slice(0, partition.lastIndexOf('#'));
  if (scope === 'country') return scope;
  const [kind, ...rest] = scope.split(':');
  return `${kind ?? ''}:${rest.join(':')}`;
}

interface StoredKeys {
  keyOf: ReadonlyMap<string, string>;
  nameOf: ReadonlyMap<string, string>;
}

const storedKeysOf = new WeakMap<CountryPack, StoredKeys>();

/** Figure names to the short keys that rows keep them under, and back; the approved part of `tc` is under `tc+`. */
function storedKeys(pack: CountryPack): StoredKeys {
  const known = storedKeysOf.get(pack);
  if (known) return known;
  const told = [...catalogueOf(pack).values()].flatMap(({ name, key, hasApproved }): [string, string][] => [
    [name, key],
    ...(hasApproved ? [[approvedName(name), `${key}+`] satisfies [string, string]] : []),
  ]);
  const pairs = [
    ...told,
    ...[...chainFigures, ...groupFigures, placesHidden].map(({ name, key }) => [name, key] as const),
  ];
  const keys = { keyOf: new Map(pairs), nameOf: new Map(pairs.map(([name, key]) => [key, name])) };
  storedKeysOf.set(pack, keys);
  return keys;
}
