import { ownLanguage, type CountryPack, type RegionCode } from '../domain/countryPack.ts';
import { nameIn, sortable } from '../domain/names.ts';
import { Warehouse } from '../domain/warehouse.ts';
import { commitChange, type Command } from './change.ts';
import type { Database } from './database.ts';
import { basedOnBefore, recordChange, type RecordKind } from './recordKind.ts';
import type { Item } from './write.ts';

/** Warehouses as records; they add nothing to progress themselves. */
export const warehouseKind: RecordKind<Warehouse> = {
  name: 'warehouses',
  table: 'warehouses',
  subjectOf: ({ warehouseId }) => warehouseSubject(warehouseId),
  shardBy: ({ warehouseId }) => warehouseId,
  from: (item) => Warehouse.parse(item),
  parse: (kept) => Warehouse.parse(kept),
  write: (warehouse) => ({
    table: 'warehouses',
    kind: 'put',
    item: warehouse,
    ...basedOnBefore(warehouse, 'warehouseId'),
  }),
  contributions: () => [],
};

/** The subject of a warehouse's history. */
export const warehouseSubject = (warehouseId: string) => `warehouse#${warehouseId}`;

const keyOf = (warehouseId: string) => ({ table: 'warehouses' as const, key: { warehouseId } });

export interface WarehouseRules {
  authorise: (warehouse: Warehouse | undefined) => void;
  decide: (warehouse: Warehouse | undefined) => Warehouse;
}

/** Does one command on a warehouse. */
export function changeWarehouse(
  database: Database,
  pack: CountryPack,
  warehouseId: string,
  command: Command,
  { authorise, decide }: WarehouseRules,
): Promise<Warehouse> {
  return commitChange(
    database,
    pack,
    {
      kind: warehouseKind,
      subject: warehouseSubject(warehouseId),
      read: async () => {
        const [item] = await database.get([keyOf(warehouseId)]);
        return { warehouse: item && warehouseKind.from(item) };
      },
      recordIn: ({ warehouse }) => warehouse,
      authorise: ({ warehouse }) => authorise(warehouse),
      decide: ({ warehouse }) => [recordChange(warehouseKind, warehouse, decide(warehouse))],
      shown: (warehouse) => warehouse,
      guards: 'version',
    },
    command,
  );
}

export class Warehouses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One warehouse, or undefined. */
  async find(warehouseId: string): Promise<Warehouse | undefined> {
    const [item] = await this.#database.get([keyOf(warehouseId)]);
    const [warehouse] = this.#readable(item ? [item] : []);
    return warehouse;
  }

  /** All warehouses of these regions, region by region, by name in the country's own language within one. */
  async inRegions(regions: RegionCode[], pack: CountryPack): Promise<Warehouse[]> {
    const own = ownLanguage(pack);
    const nameOf = ({ names, warehouseId }: Warehouse) => `${sortable(nameIn(names, own))}#${warehouseId}`;
    const found = await Promise.all(regions.map((region) => this.#inRegion(region)));
    return found.flatMap((some) => some.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)));
  }

  async #inRegion(region: RegionCode): Promise<Warehouse[]> {
    const query = { index: 'byRegion', key: 'region', equals: region };
    return this.#readable(await this.#database.query('warehouses', query));
  }

  #readable(items: Item[]): Warehouse[] {
    return this.#database.readable('warehouses', items, warehouseKind.from);
  }
}
