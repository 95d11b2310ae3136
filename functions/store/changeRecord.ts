import type { CountryPack } from '../domain/countryPack.ts';
import { commitChange, type Command } from './change.ts';
import type { Database } from './database.ts';
import { recordChange, type RecordKind, type Versioned } from './recordKind.ts';
import type { Key } from './write.ts';

/** One record, and where it is kept. */
interface Named<Record extends Versioned> {
  kind: RecordKind<Record>;
  subject: string;
  key: Key;
}

export interface RecordRules<Record> {
  authorise: (record: Record | undefined) => void;
  decide: (record: Record | undefined) => Record;
  /** What must not have changed since the caller looked (change.ts); the version where nothing is said. */
  guards?: 'version' | 'state';
}

/** Does one command on a record with which nothing else moves. */
export function changeRecord<Record extends Versioned>(
  database: Database,
  pack: CountryPack,
  { kind, subject, key }: Named<Record>,
  command: Command,
  { authorise, decide, guards = 'version' }: RecordRules<Record>,
): Promise<Record> {
  return commitChange(
    database,
    pack,
    {
      kind,
      subject,
      read: async () => {
        const [item] = await database.get([{ table: kind.table, key }]);
        return { record: item && kind.from(item) };
      },
      recordIn: ({ record }) => record,
      authorise: ({ record }) => authorise(record),
      decide: ({ record }) => [recordChange(kind, record, decide(record))],
      shown: (record) => record,
      guards,
    },
    command,
  );
}
