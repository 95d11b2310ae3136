import { Consignment } from '../../domain/equipment/consignment.ts';
import { consignmentContributions } from '../../domain/equipment/consignmentContributions.ts';
import { placesIn } from '../../domain/equipment/consignmentRules.ts';
import { placeOf, standingOf, type Standing } from '../../domain/equipment/standing.ts';
import type { Day } from '../../domain/calendar.ts';
import type { RegionCode } from '../../domain/countryPack.ts';
import type { EquipmentState } from '../../domain/equipment/consignment.ts';
import type { Database } from '../database.ts';
import { versionedPut, type RecordKind } from '../recordKind.ts';
import type { Item, Key, Write } from '../write.ts';

/** Consignments as records that progress is made of. */
export const consignmentKind: RecordKind<Consignment> = {
  name: 'consignments',
  table: 'consignments',
  subjectOf: ({ consignmentId }) => consignmentSubject(consignmentId),
  // Parts meet the rows of what they were split off from, or a split would write to as many again.
  shardBy: ({ consignmentId }) => consignmentId.split('.').slice(0, 2).join('.'),
  from: consignmentFrom,
  parse: (kept) => Consignment.parse(kept),
  write: consignmentWrite,
  contributions: consignmentContributions,
};

/** The subject of a consignment's history. */
export const consignmentSubject = (consignmentId: string) => `consignment#${consignmentId}`;

/** Where a consignment is kept. */
export function consignmentKey(consignmentId: string): { table: 'consignments'; key: Key } {
  return { table: 'consignments', key: { consignmentId } };
}

/** The record without the keys of its indexes. */
export function consignmentFrom({
  donationId: _,
  region: __,
  standing: ___,
  faultyIn: ____,
  faultySince: _____,
  ...consignment
}: Item): Consignment {
  return Consignment.parse(consignment);
}

/** Saves a consignment with what lists find it by; what is struck out is in no region's list. */
function consignmentWrite(consignment: Consignment): Write {
  const { source, version } = consignment;
  const standing = standingOf(consignment);
  const item = {
    ...consignment,
    ...(source.kind === 'donation' && { donationId: source.donationId }),
    ...(standing && {
      region: placeOf(standing).region,
      standing: `${standing.state}#${standing.since}`,
    }),
    ...faultyOf(standing),
  };
  return versionedPut('consignments', item, version);
}

/** What the list of what does not work finds units by. */
const faultyOf = (standing: Standing | undefined) =>
  standing?.faultySince && { faultyIn: placeOf(standing).region, faultySince: standing.faultySince };

/** Says of units as they were read that they are faulty, which older releases did not keep; none where they work. */
export function faultyWrite(consignment: Consignment): Write[] {
  const faulty = faultyOf(standingOf(consignment));
  if (!faulty) return [];
  const { consignmentId, version } = consignment;
  return [
    {
      table: 'consignments',
      kind: 'update',
      key: { consignmentId },
      update: 'SET faultyIn = :in, faultySince = :since',
      condition: '#version = :version',
      names: { '#version': 'version' },
      values: { ':in': faulty.faultyIn, ':since': faulty.faultySince, ':version': version },
    },
  ];
}

/** The region in whose list a consignment is. */
export function regionNow(consignment: Consignment): RegionCode | undefined {
  const standing = standingOf(consignment);
  return standing && placeOf(standing).region;
}

/** The regions in which a consignment has counted, where they are several: what counts in one alone, its index has. */
export function regionsCountedIn({ log }: Pick<Consignment, 'log'>): RegionCode[] {
  const first = log[0]?.date ?? '';
  const all = log.flatMap(({ to }) =>
    to
      ? [
          to.region,
          ...(to.formerRegions ?? []).filter(({ until }) => until > first).map(({ region }) => region),
        ]
      : [],
  );
  const regions = [...new Set(all)];
  return regions.length > 1 ? regions : [];
}

/** Names the units at each place that they have come to, or are to come to, and in each of several regions; written with them. */
export function placeWrites(before: Consignment | undefined, after: Consignment): Write[] {
  const known = new Set(before && [...placesIn(before), ...regionsCountedIn(before)]);
  const { consignmentId } = after;
  return [...placesIn(after), ...regionsCountedIn(after)]
    .filter((placeId) => !known.has(placeId))
    .map((placeId) => ({ table: 'placeConsignments', kind: 'put', item: { placeId, consignmentId } }));
}

/** Where a page of a region's list goes on: after units that stand so, or in the list of what is faulty, since then. */
export interface EquipmentPosition {
  region: RegionCode;
  at: string;
  consignmentId: string;
}

/**
 * A part of a region's equipment: of some states, those that lie between two in the order of the index, which is that of their
 * names; or what is faulty, since some days.
 */
export interface EquipmentRange {
  index: keyof typeof orders;
  from: string;
  to: string;
}

/** The indexes of a region's equipment, and in which order they have it. */
const orders = {
  byRegion: { key: 'region', sort: 'standing' },
  faulty: { key: 'faultyIn', sort: 'faultySince' },
} as const;

/** Everything from one state to another, since whatever day. */
export function fromStateTo(first: EquipmentState, last: EquipmentState = first): EquipmentRange {
  return { index: 'byRegion', from: `${first}#`, to: `${last}#~` };
}

/** Everything that does not work, since some day or longer. */
export function faultySince(latest: Day): EquipmentRange {
  return { index: 'faulty', from: '0', to: latest };
}

export class Consignments {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One consignment, or undefined. */
  async find(consignmentId: string): Promise<Consignment | undefined> {
    const [consignment] = await this.these([consignmentId]);
    return consignment;
  }

  /** Those of these consignments that are on record. */
  async these(consignmentIds: string[]): Promise<Consignment[]> {
    const items = await this.#database.getAll(consignmentIds.map(consignmentKey));
    return this.#readable(items.filter((item) => item !== undefined));
  }

  /** All that has ever been at a place, or was to go there; those that were acknowledged are all there. */
  async everAt(placeId: string): Promise<Consignment[]> {
    const items = await this.#database.query('placeConsignments', {
      key: 'placeId',
      equals: placeId,
      isConsistent: true,
    });
    return this.these(items.map(({ consignmentId }) => String(consignmentId)));
  }

  /** All of a donation, parts included. */
  async ofDonation(donationId: string): Promise<Consignment[]> {
    const query = { index: 'byDonation', key: 'donationId', equals: donationId };
    return this.#readable(await this.#database.query('consignments', query));
  }

  /** The first so many of a donation's that are wanted, parts included. */
  async firstOfDonation(
    donationId: string,
    isWanted: (consignment: Consignment) => boolean,
    most: number,
  ): Promise<Consignment[]> {
    const query = { index: 'byDonation', key: 'donationId', equals: donationId, limit: 100 };
    const found: Consignment[] = [];
    for (let from: Item | undefined; found.length < most;) {
      const { items, next } = await this.#database.queryPage('consignments', query, from);
      found.push(...this.#readable(items).filter(isWanted));
      if (!next) break;
      from = next;
    }
    return found.slice(0, most);
  }

  /** A region's equipment by state and since when, or what is faulty by its age, a page at a time; `next` is where the following page begins. */
  async inRegion(
    region: RegionCode,
    { range, limit, from }: { range?: EquipmentRange; limit: number; from?: EquipmentPosition },
  ): Promise<{ consignments: Consignment[]; read: number; next?: EquipmentPosition }> {
    const index = range?.index ?? 'byRegion';
    const order = orders[index];
    const sort = range && { key: order.sort, from: range.from, to: range.to };
    const query = { index, key: order.key, equals: region, limit, ...(sort && { sort }) };
    const { items, next } = await this.#database.queryPage(
      'consignments',
      query,
      from && { [order.key]: region, [order.sort]: from.at, consignmentId: from.consignmentId },
    );
    return {
      consignments: this.#readable(items),
      read: items.length,
      ...(next && {
        next: { region, at: String(next[order.sort]), consignmentId: String(next['consignmentId']) },
      }),
    };
  }

  /** What has ever counted in a region, if it has counted in another too, a page at a time; `next` is the one after which the following page begins. */
  async everCountedIn(
    region: RegionCode,
    { limit, after }: { limit: number; after?: string },
  ): Promise<{ consignments: Consignment[]; next?: string }> {
    const { items, next } = await this.#database.queryPage(
      'placeConsignments',
      { key: 'placeId', equals: region, limit },
      after === undefined ? undefined : { placeId: region, consignmentId: after },
    );
    const from = next?.['consignmentId'];
    const consignments = await this.these(items.map(({ consignmentId }) => String(consignmentId)));
    return { consignments, ...(typeof from === 'string' && { next: from }) };
  }

  #readable(items: Item[]): Consignment[] {
    return this.#database.readable('consignments', items, consignmentFrom);
  }
}
