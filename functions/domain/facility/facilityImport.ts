import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { edit, register, type Facility } from './facility.ts';
import {
  NewFacilityProfile,
  claimOf,
  mostCodes,
  mostLinks,
  type ExternalCode,
  type FacilityProfile,
  type Known,
} from './facilityProfile.ts';
import { accepted, decideEach, type Accepted, type Decision } from '../importRows.ts';
import { ensure } from '../refusal.ts';

/** How many rows one request brings: with their history, their codes and progress they fit a few transactions. */
export const mostImportRows = 25;

/**
 * What a row of an import says of a facility; `plannedOn` is the day it is planned from, today where nothing is said. How
 * exactly the facility is shown stays as it is: no file makes it known by the way.
 */
export const ImportRow = z.strictObject({
  profile: z.omit(NewFacilityProfile, { locationPolicy: true }),
  plannedOn: z.optional(Day),
});
export type ImportRow = z.infer<typeof ImportRow>;

interface Circumstances {
  pack: CountryPack;
  today: Day;
  by: string;
}

/** What is on record of what the rows name. */
export interface OnRecord {
  facilities: ReadonlyMap<string, Facility>;
  /** Whose each claimed code is. */
  holders: ReadonlyMap<string, string>;
}

/** Decides what becomes of each row. */
export function decideRows(rows: ImportRow[], onRecord: OnRecord, on: Circumstances): Decision<Facility>[] {
  const seen = new Set<string>();
  const holders = new Map(onRecord.holders);
  return decideEach(rows, (row) => {
    const { facilityId } = row.profile;
    ensure(!seen.has(facilityId), 'alreadyExists', 'This facility is named in an earlier row.', {
      field: 'facilityId',
    });
    seen.add(facilityId);
    const decided = decideRow(row, { ...onRecord, holders }, on);
    for (const code of decided.after.externalCodes ?? []) holders.set(claimOf(code), facilityId);
    return decided;
  });
}

function decideRow(
  { profile, plannedOn }: ImportRow,
  onRecord: OnRecord,
  on: Circumstances,
): Accepted<Facility> {
  const { by, ...rest } = on;
  const before = onRecord.facilities.get(profile.facilityId);
  const known = { ...rest, ...knownOf(profile, before, onRecord) };
  if (!before) return accepted(before, register(profile, { ...known, date: plannedOn ?? on.today, by }));
  ensureSameFacility(before, { profile, plannedOn });
  const { facilityId: _, region: __, ...merged } = mergedProfile(before, profile);
  return accepted(before, edit(before, merged, known));
}

function knownOf(
  { facilityId, externalCodes = [] }: FacilityProfile,
  before: Facility | undefined,
  { facilities, holders }: OnRecord,
): Known {
  return {
    // What a facility is linked to already was there then, and no facility ever goes.
    facilities: [...facilities.keys(), ...(before?.links ?? []).map((link) => link.facilityId)],
    takenCodes: externalCodes.filter((code) => (holders.get(claimOf(code)) ?? facilityId) !== facilityId),
  };
}

/** What has a command of its own is not done by the way: a move to another region, and a correction of a stage's day. */
function ensureSameFacility(before: Facility, { profile, plannedOn }: ImportRow): void {
  ensure(
    profile.region === before.region,
    'wrongState',
    `This facility is in region ${before.region}; an import moves none to another region.`,
    { field: 'region' },
  );
  ensure(
    !plannedOn || plannedOn === before.stages[0]?.date,
    'wrongState',
    `This facility is planned since ${before.stages[0]?.date}; an import corrects no stage.`,
    { field: 'plannedOn' },
  );
}

/** What the row says, over what is known: an import never takes away. */
function mergedProfile(before: Facility, row: FacilityProfile): FacilityProfile {
  const {
    version: _,
    stages: __,
    formerRegions: ___,
    latest: ____,
    adoptions: _____,
    readiness: ______,
    ...known
  } = before;
  const externalCodes = mergedCodes(before.externalCodes, row.externalCodes);
  const links = mergedLinks(before.links, row.links);
  return {
    ...known,
    ...row,
    names: { ...known.names, ...row.names },
    settlement: { ...known.settlement, ...row.settlement },
    ...(externalCodes && { externalCodes }),
    ...(links && { links }),
  };
}

/** A new code takes the place of those in its system, as one that was mended; one that is known changes nothing. */
function mergedCodes(
  known: ExternalCode[] | undefined,
  told: ExternalCode[] | undefined,
): ExternalCode[] | undefined {
  const claims = new Set((known ?? []).map(claimOf));
  const fresh = (told ?? []).filter((code) => !claims.has(claimOf(code)));
  if (fresh.length === 0) return known;
  const replaced = new Set(fresh.map(({ system }) => system));
  const kept = new Set((told ?? []).map(claimOf));
  const merged = [
    ...(known ?? []).filter((code) => !replaced.has(code.system) || kept.has(claimOf(code))),
    ...fresh,
  ];
  ensureFits(merged, mostCodes, 'externalCodes');
  return merged;
}

function mergedLinks(
  known: FacilityProfile['links'],
  told: FacilityProfile['links'],
): FacilityProfile['links'] {
  const has = new Set((known ?? []).map(({ kind, facilityId }) => `${kind} ${facilityId}`));
  const fresh = (told ?? []).filter(({ kind, facilityId }) => !has.has(`${kind} ${facilityId}`));
  if (fresh.length === 0) return known;
  const merged = [...(known ?? []), ...fresh];
  ensureFits(merged, mostLinks, 'links');
  return merged;
}

/** What is known and what is told may be more together than a profile holds. */
function ensureFits(list: unknown[], most: number, field: string): void {
  ensure(list.length <= most, 'invalid', `Together these are more than ${most}.`, { field });
}
