import { ownLanguage, type CountryPack, type RegionCode } from '../domain/countryPack.ts';
import { nameIn, sortable } from '../domain/names.ts';
import { hiddenContributions } from '../domain/toldOutside.ts';
import { Warehouse } from '../domain/warehouse.ts';
import type { Command } from './change.ts';
import { changeRecord, type RecordRules } from './changeRecord.ts';
import type { Database } from './database.ts';
import { versionedPut, type RecordKind } from './recordKind.ts';
import type { Item } from './write.ts';

/** Warehouses as records; all that they add to progress is that they are hidden. */
export const warehouseKind: RecordKind<Warehouse> = {
  name: 'warehouses',
  table: 'warehouses',
  subjectOf: ({ warehouseId }) => warehouseSubject(warehouseId),
  shardBy: ({ warehouseId }) => warehouseId,
  from: (item) => Warehouse.parse(item),
  parse: (kept) => Warehouse.parse(kept),
  write: (warehouse) => versionedPut('warehouses', warehouse, warehouse.version),
  contributions: hiddenContributions,
};

/** The subject of a warehouse's history. */
export const warehouseSubject = (warehouseId: string) => `warehouse#${warehouseId}`;

const keyOf = (warehouseId: string) => ({ table: 'warehouses' as const, key: { warehouseId } });

/** Does one command on a warehouse. */
export function changeWarehouse(
  database: Database,
  pack: CountryPack,
  warehouseId: string,
  command: Command,
  rules: RecordRules<Warehouse>,
): Promise<Warehouse> {
  const named = { kind: warehouseKind, subject: warehouseSubject(warehouseId), key: { warehouseId } };
  return changeRecord(database, pack, named, command, rules);
}

export class Warehouses {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One warehouse, or undefined. */
  async find(warehouseId: string): Promise<Warehouse | undefined> {
    const [warehouse] = await this.these([warehouseId]);
    return warehouse;
  }

  /** Those of these warehouses that are on record. */
  async these(warehouseIds: string[]): Promise<Warehouse[]> {
    const items = await this.#database.getAll(warehouseIds.map(keyOf));
    return this.#readable(items.filter((item) => item !== undefined));
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
