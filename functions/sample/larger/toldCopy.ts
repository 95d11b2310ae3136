import { addedUp, type Contribution } from '../../domain/contribution.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { OpenReport } from '../../domain/release/release.ts';
import { progressWrites, shardOf } from '../../store/progress.ts';
import type { Counted } from '../../store/recordKind.ts';
import { recordSources } from '../../store/recordKinds.ts';
import type { Item, Write } from '../../store/write.ts';
import { changeTexts } from './largerSample.ts';

/**
 * A facility's code; what may be that of a donation or of units, told apart by the copy, alone or in the key of a command; and
 * a name that is told apart. In history they stand in a text within the text.
 */
const codes =
  /\bUA-(\d{4,6})\b|(?<![\w-])((?:sample-(?:plan-)?)?)([a-z][a-z0-9-]*?)-2(?!\w)| 2(?=$|\\*"|#UA-\d{4})/g;

/**
 * The second copy of a sample as its commands left it, to be written again as a third and so on: what is stored differs in the
 * codes alone, so nobody need tell it once more. What each record adds to progress is counted as the rebuild counts it.
 */
export class ToldCopy {
  readonly #items: { table: Write['table']; item: Item }[];
  readonly #counted: Counted[];
  /** Donations and units, by the codes that they have in the sample itself. */
  readonly #copied = new Set<string>();
  readonly #facilities: number;
  readonly #pack: CountryPack;

  constructor(writes: readonly Write[], facilities: number, pack: CountryPack) {
    this.#items = writes.filter((write) => write.kind === 'put');
    this.#counted = this.#items.flatMap(({ table, item }) => {
      const source = recordSources.find((one) => one.table === table);
      return source ? [source.counted(item, pack)] : [];
    });
    for (const { item } of this.#items)
      for (const id of [item['donationId'], item['consignmentId']])
        if (typeof id === 'string') this.#copied.add(id.replace(/-2(\..*)?$/, ''));
    this.#facilities = facilities;
    this.#pack = pack;
  }

  /** Everything that is stored of another copy, but for progress. */
  writesOf(copy: number): Write[] {
    return this.#items.map(({ table, item }): Write => ({ table, kind: 'put', item: this.#as(copy, item) }));
  }

  /** Adds what another copy adds to progress, by shard. */
  count(copy: number, counted: Map<number, Contribution[]>): void {
    const copied = this.#counted.map((one) => this.#as(copy, one));
    for (const [shard, own] of Map.groupBy(copied, ({ shardBy }) => shardOf(shardBy, this.#pack))) {
      const added = own.flatMap(({ contributions }) => contributions);
      counted.set(shard, addedUp([...(counted.get(shard) ?? []), ...added]));
    }
  }

  /** A report that was open in the second copy, as that of another. */
  openIn(copy: number, report: OpenReport): OpenReport {
    return this.#as(copy, report);
  }

  #as<Value extends object>(copy: number, value: Value): Value {
    const copied = structuredClone(value);
    changeTexts(copied, (_, text) => this.#recoded(copy, text));
    return copied;
  }

  #recoded(copy: number, text: string): string {
    const further = (copy - 2) * this.#facilities;
    return text.replace(codes, (whole, facility?: string, key = '', units?: string) => {
      if (facility) return `UA-${String(Number(facility) + further).padStart(4, '0')}`;
      if (!units) return ` ${copy}`;
      return this.#copied.has(units) ? `${key}${units}-${copy}` : whole;
    });
  }
}

/** What was counted, as writes to progress. */
export function progressOf(counted: ReadonlyMap<number, Contribution[]>, pack: CountryPack): Write[] {
  return [...counted].flatMap(([shard, contributions]) => progressWrites(contributions, shard, pack));
}
