import type { TableName } from './tables.ts';
import type { Write } from './write.ts';

/** Something that can be only one record's: where that is kept, under which key, and who claims it. */
interface Claims {
  table: TableName;
  /** The name of the key. */
  key: string;
  /** The attribute that names the record, and the record. */
  holder: readonly [name: string, value: string];
}

/** Claims what a record has got, and lets go of what it has no more; nothing is written where another one has it. */
export function claimsWrites({ table, key, holder }: Claims, had: string[], has: string[]): Write[] {
  const [name, value] = holder;
  const own = {
    table,
    condition: 'attribute_not_exists(#key) OR #holder = :holder',
    names: { '#key': key, '#holder': name },
    values: { ':holder': value },
  };
  return [
    ...without(has, had).map((one): Write => ({ ...own, kind: 'put', item: { [key]: one, [name]: value } })),
    ...without(had, has).map((one): Write => ({ ...own, kind: 'delete', key: { [key]: one } })),
  ];
}

/** Each once. */
function without(all: string[], others: string[]): string[] {
  return [...new Set(all)].filter((one) => !others.includes(one));
}
