import type { RegionCode } from '../domain/countryPack.ts';
import { Facility, FacilityIndexed, type LatestReport } from '../domain/facility.ts';
import type { Database, Item, Write } from './database.ts';

/** The facility as its table keeps it: besides the record, `sortName` for the order of lists. */
export function facilityFrom(item: Item): Facility {
  const { sortName: _, ...facility } = item;
  return Facility.parse(facility);
}

/** Saves a facility on top of the version it was based on; the latest report is not the facility's own to change. */
export function facilityWrite({ latest: _, ...facility }: Facility): Write {
  const { facilityId, ...fields } = { ...facility, sortName: sortNameOf(facility) };
  const names = Object.keys(fields);
  return {
    table: 'facilities',
    kind: 'update',
    key: { facilityId },
    update: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    condition: facility.version === 1 ? 'attribute_not_exists(facilityId)' : '#version = :basedOn',
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    values: {
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
      ...(facility.version > 1 && { ':basedOn': facility.version - 1 }),
    },
  };
}

/** Keeps the newest report of a facility beside it, unless a newer month has come in meanwhile. */
export function latestReportWrite(facilityId: string, latest: LatestReport): Write {
  return {
    table: 'facilities',
    kind: 'update',
    key: { facilityId },
    update: 'SET #latest = :latest',
    condition: 'attribute_exists(facilityId) AND (attribute_not_exists(#latest) OR #latest.#month <= :month)',
    names: { '#latest': 'latest', '#month': 'month' },
    values: { ':latest': latest, ':month': latest.month },
  };
}

export class Facilities {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One facility, or undefined. */
  async find(facilityId: string): Promise<Facility | undefined> {
    const [item] = await this.#database.get([{ table: 'facilities', key: { facilityId } }]);
    return item && facilityFrom(item);
  }

  /** A region's facilities by name, a page at a time; `next` is where the following page begins. */
  async inRegion(
    region: RegionCode,
    limit?: number,
    from?: Item,
  ): Promise<{ rows: FacilityIndexed[]; next?: Item }> {
    const query = { index: 'byRegion', key: 'region', equals: region, limit };
    const { items, next } = await this.#database.queryPage('facilities', query, from);
    return { rows: items.map(indexedRow), next };
  }

  /** All of a region's facilities by name. */
  async allInRegion(region: RegionCode): Promise<FacilityIndexed[]> {
    const items = await this.#database.query('facilities', {
      index: 'byRegion',
      key: 'region',
      equals: region,
    });
    return items.map(indexedRow);
  }
}

function indexedRow({ sortName: _, ...item }: Item): FacilityIndexed {
  return FacilityIndexed.parse(item);
}

function sortNameOf({ names, facilityId }: Pick<Facility, 'names' | 'facilityId'>): string {
  return `${names.en.toLowerCase()}#${facilityId}`;
}
