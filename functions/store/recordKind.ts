import type { Contribution } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import type { Item, Write } from './write.ts';
import { tables, type TableName } from './tables.ts';

/** What every record has: it counts its writes, and a write names the version it was based on. */
export interface Versioned {
  version: number;
}

/** One kind of record: where it is kept, what it adds to progress, and how its history is told. A new kind is a new value of this. */
export interface RecordKind<Record extends Versioned> {
  /** What people call several of them. */
  name: string;
  table: TableName;
  /** Whose history it is, such as `facility#UA-0001`. */
  subjectOf: (record: Record) => string;
  /** What chooses the shard of its rows of progress, so that a record always meets the same one. */
  shardBy: (record: Record) => string;
  /** The record in an item of its table; throws where it is none. */
  from: (item: Item) => Record;
  /** The record as history keeps it. */
  parse: (kept: unknown) => Record;
  /** Saves it on top of the version before. */
  write: (record: Record, pack: CountryPack) => Write;
  contributions: (record: Record, pack: CountryPack) => Contribution[];
}

/** A record as a command found it and as it leaves it. */
export interface RecordChange<Record extends Versioned = Versioned> {
  subject: string;
  after: Record;
  write: (pack: CountryPack) => Write;
  shardBy: string;
  before: (pack: CountryPack) => Contribution[];
  now: (pack: CountryPack) => Contribution[];
  /** What moves with it and is no record of its own. */
  alongside: Write[];
  /** It follows from another of the command's records, whose history tells of it. */
  isUntold?: true;
}

/** One of the records that a command changes, with what else is written with it. */
export function recordChange<Record extends Versioned>(
  kind: RecordKind<Record>,
  before: Record | undefined,
  after: Record,
  alongside: Write[] = [],
): RecordChange<Record> {
  return {
    subject: kind.subjectOf(after),
    after,
    write: (pack) => kind.write(after, pack),
    shardBy: kind.shardBy(after),
    before: (pack) => (before ? kind.contributions(before, pack) : []),
    now: (pack) => kind.contributions(after, pack),
    alongside,
  };
}

/** Saves a record whole, on top of the version it was based on. */
export function versionedPut(table: TableName, item: Item, version: number): Write {
  const isBasedOn =
    version === 1
      ? { condition: `attribute_not_exists(${tables[table].partitionKey})` }
      : {
          condition: '#version = :basedOn',
          names: { '#version': 'version' },
          values: { ':basedOn': version - 1 },
        };
  return { table, kind: 'put', item, ...isBasedOn };
}

/** A record's part of progress, as maintenance recounts it. */
export interface Counted {
  shardBy: string;
  contributions: Contribution[];
}

/** One kind of record as maintenance walks through it, whatever the record is. */
export interface RecordSource {
  name: string;
  table: TableName;
  /** What the record in an item adds to progress; throws where it is none. */
  counted: (item: Item, pack: CountryPack) => Counted;
}

/** A kind of record as a source of progress. */
export function sourceOf<Record extends Versioned>(kind: RecordKind<Record>): RecordSource {
  const { name, table, from, shardBy, contributions } = kind;
  return {
    name,
    table,
    counted: (item, pack) => {
      const record = from(item);
      return { shardBy: shardBy(record), contributions: contributions(record, pack) };
    },
  };
}
