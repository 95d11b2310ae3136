import * as z from 'zod/mini';
import { ownLanguage, type CountryPack, type RegionCode } from '../../domain/countryPack.ts';
import { Facility, FacilityIndexed, type LatestReport } from '../../domain/facility/facility.ts';
import { FacilityId } from '../../domain/facility/facilityProfile.ts';
import { facilityContributions } from '../../domain/facility/facilityContributions.ts';
import { nameIn, sortable, type Language } from '../../domain/names.ts';
import type { Database } from '../database.ts';
import type { Item, Write } from '../write.ts';
import { recordChange, type RecordChange, type RecordKind } from '../recordKind.ts';

/** Facilities as records that progress is made of. */
export const facilityKind: RecordKind<Facility> = {
  name: 'facilities',
  table: 'facilities',
  subjectOf: ({ facilityId }) => facilitySubject(facilityId),
  shardBy: ({ facilityId }) => facilityId,
  from: facilityFrom,
  parse: facilityKept,
  write: facilityWrite,
  contributions: facilityContributions,
};

/** The subject of a facility's history. */
export const facilitySubject = (facilityId: string) => `facility#${facilityId}`;

/** The facility as its table keeps it: besides the record, `sortName` for the order of lists. */
export function facilityFrom(item: Item): Facility {
  const { sortName: _, ...facility } = item;
  return facilityKept(facility);
}

/** The first releases knew only the facilities that give consultations, as `hubs`. */
function facilityKept(kept: unknown): Facility {
  const { hubs, ...facility } = Kept.parse(kept);
  const links = hubs?.map((facilityId) => ({ kind: 'givesConsultations', facilityId }));
  return Facility.parse({ ...(links?.length && { links }), ...facility });
}
const Kept = z.looseObject({ hubs: z.optional(z.array(FacilityId)) });

/** What a facility may lack, and what only the first releases kept. */
const perhapsAbsent = [
  'coordinates',
  'population',
  'populationOn',
  'populationSource',
  'externalCodes',
  'links',
  'locationPolicy',
  'adoptions',
  'readiness',
  'hubs',
] as const;

/**
 * Saves a facility on top of the version it was based on. What it keeps of its reports is not its own to change, and is as it
 * was read, since the facility counts with it.
 */
function facilityWrite({ latest, ...facility }: Facility, pack: CountryPack): Write {
  const { facilityId, ...fields } = { ...facility, sortName: sortNameOf(facility, ownLanguage(pack)) };
  const names = Object.keys(fields);
  const absent = perhapsAbsent.filter((name) => !names.includes(name));
  return {
    table: 'facilities',
    kind: 'update',
    key: { facilityId },
    update: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE ${absent.map((name) => `#${name}`).join(', ')}`,
    condition:
      facility.version === 1
        ? 'attribute_not_exists(facilityId)'
        : `#version = :basedOn AND ${keepsLatest(latest)}`,
    names: {
      ...Object.fromEntries([...names, ...absent].map((name) => [`#${name}`, name])),
      ...(facility.version > 1 && { '#latest': 'latest' }),
    },
    values: {
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`:${name}`, value])),
      ...(facility.version > 1 && { ':basedOn': facility.version - 1, ...(latest && { ':kept': latest }) }),
    },
  };
}

/** The condition that the facility is as it was read, but for its latest report. */
const sameVersion = '#version = :version';

/** The condition that the facility keeps this of its reports. */
const keepsLatest = (latest: LatestReport | undefined): string =>
  latest ? '#latest = :kept' : 'attribute_not_exists(#latest)';

/** A facility that keeps something else of its reports, with which it counts; the rest of it is as it was read. */
export function latestReportChange(before: Facility, latest: LatestReport): RecordChange {
  const after = { ...before, latest };
  return {
    ...recordChange(facilityKind, before, after),
    write: () => latestReportWrite(before, latest),
    isUntold: true,
  };
}

function latestReportWrite({ facilityId, version, latest: before }: Facility, latest: LatestReport): Write {
  return {
    table: 'facilities',
    kind: 'update',
    key: { facilityId },
    update: 'SET #latest = :latest',
    condition: `${sameVersion} AND ${keepsLatest(before)}`,
    names: { '#latest': 'latest', '#version': 'version' },
    values: { ':latest': latest, ':version': version, ...(before && { ':kept': before }) },
  };
}

/** Nothing is written unless the facility is as it was read. */
export function sameFacilityCheck({ facilityId, version }: Facility): Write {
  return {
    table: 'facilities',
    kind: 'check',
    key: { facilityId },
    condition: sameVersion,
    names: { '#version': 'version' },
    values: { ':version': version },
  };
}

/** Where a page of a region's list goes on: after this facility, or at the beginning. */
export interface ListPosition {
  region: RegionCode;
  after?: string;
}

export class Facilities {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One facility, or undefined. */
  async find(facilityId: string): Promise<Facility | undefined> {
    const [facility] = await this.these([facilityId]);
    return facility;
  }

  /** Those of these facilities that are on record. */
  async these(facilityIds: string[]): Promise<Facility[]> {
    const keys = facilityIds.map((facilityId) => ({ table: 'facilities' as const, key: { facilityId } }));
    const items = await this.#database.getAll(keys);
    return this.#database.readable(
      'facilities',
      items.filter((item) => item !== undefined),
      facilityFrom,
    );
  }

  /**
   * A region's facilities by name, a page at a time, in full or as most lists show them; `next` is the facility after
   * which the following page begins.
   */
  async inRegion(
    { region, after }: ListPosition,
    { limit, isInFull }: { limit: number; isInFull: boolean },
  ): Promise<{ rows: FacilityIndexed[]; read: number; next?: string }> {
    const index = isInFull ? 'byRegionInFull' : 'byRegion';
    const query = { index, key: 'region', equals: region, limit };
    const { items, next } = await this.#database.queryPage(
      'facilities',
      query,
      after ? await this.#indexKeyOf(region, after) : undefined,
    );
    const from = next?.['facilityId'];
    return {
      rows: this.#database.readable('facilities', items, indexedRow),
      read: items.length,
      ...(typeof from === 'string' && { next: from }),
    };
  }

  /** All of a region's facilities by name, in full or as most lists show them. */
  async allInRegion(region: RegionCode, { isInFull = false } = {}): Promise<FacilityIndexed[]> {
    const query = { index: isInFull ? 'byRegionInFull' : 'byRegion', key: 'region', equals: region };
    return this.#database.readable('facilities', await this.#database.query('facilities', query), indexedRow);
  }

  /** A page's address names only a facility; the rest of its place in the index is read from the record. */
  async #indexKeyOf(region: RegionCode, facilityId: string): Promise<Item | undefined> {
    const [item] = await this.#database.get([{ table: 'facilities', key: { facilityId } }]);
    return item?.['region'] === region ? { region, facilityId, sortName: item['sortName'] } : undefined;
  }
}

function indexedRow({ sortName: _, ...item }: Item): FacilityIndexed {
  return FacilityIndexed.parse(item);
}

/** DynamoDB takes 1,024 bytes as a sort key, and a letter has up to four. */
const mostLetters = 200;

/**
 * The name by which lists are ordered, in the country's own language; long ones are cut, and the code keeps them apart.
 * Facilities of the first releases are in the order of their English names until they change.
 */
export function sortNameOf(
  { names, facilityId }: Pick<Facility, 'names' | 'facilityId'>,
  ofCountry: Language,
): string {
  const name = sortable(nameIn(names, ofCountry));
  return `${[...name].slice(0, mostLetters).join('')}#${facilityId}`;
}
