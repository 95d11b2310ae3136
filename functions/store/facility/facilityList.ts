import type { Day } from '../../domain/calendar.ts';
import { RegionCode, type CountryPack } from '../../domain/countryPack.ts';
import {
  currentStage,
  rowOf,
  type FacilityIndexed,
  type FacilityRow,
  type Stage,
} from '../../domain/facility/facility.ts';
import type { FacilityConcern } from '../../domain/facility/facilityConcern.ts';
import { FacilityId } from '../../domain/facility/facilityProfile.ts';
import { isConcernOn } from '../../domain/facility/periodsOfConcern.ts';
import { dueGaps } from '../../domain/facility/readiness.ts';
import { ensureCapability, isCapableOn } from '../../domain/solution/capable.ts';
import type { Database } from '../database.ts';
import { Refusal } from '../../domain/refusal.ts';
import { facilitiesWithCode } from './externalCodes.ts';
import { Facilities, type ListPosition } from './facilities.ts';

interface Wanted {
  region?: RegionCode;
  stage?: Stage;
  /** One that they have today. */
  capability?: string;
  /** For which somebody should look at them today. */
  concern?: FacilityConcern;
  text?: string;
  page?: string;
}

/** A page ends with the read that fills it, so it has up to twice as many rows. */
const pageSize = 50;
/** How many rows one request looks through for a rare text before it hands back what it has. */
const readAtMost = 2000;
/** Rows of one read: while nothing is found, each reads twice as many as the one before. */
const mostAtOnce = 400;

/** Facilities of the given regions, region by region and by name within one, a page at a time; who has the text as a code of another register comes first. */
export async function listFacilities(
  database: Database,
  regions: RegionCode[],
  { region, stage, capability, concern, text, page }: Wanted,
  { today, pack }: { today: Day; pack: CountryPack },
): Promise<{ facilities: FacilityRow[]; next?: string }> {
  if (capability !== undefined) ensureCapability(capability, pack);
  const facilities = new Facilities(database);
  const wanted = region ? regions.filter((known) => known === region) : regions;
  const systems = pack.codeSystems.map(({ code }) => code);
  const coded = text && !page ? await facilitiesWithCode(database, text.trim(), systems) : [];
  const isWanted = (facility: FacilityIndexed) =>
    wanted.includes(facility.region) &&
    (!stage || currentStage(facility).stage === stage) &&
    (!capability || isCapableOn(today, facility, capability)) &&
    (!concern || isConcernOn(today, facility, concern));
  const rowFor = (facility: FacilityIndexed) => ({
    ...rowOf(facility),
    ...(concern === 'readinessGap' && { dueGaps: dueGaps(facility, today) }),
  });
  const found = (await facilities.these(coded)).filter(isWanted).map(rowFor);
  const isInFull = capability !== undefined || concern !== undefined;
  let limit = pageSize;
  let position = page === undefined ? startOf(wanted[0]) : positionAt(page, wanted);
  for (let looked = 0; position && found.length < pageSize && looked < readAtMost;) {
    const { rows, read, next } = await facilities.inRegion(position, { limit, isInFull });
    const more = rows.filter((one) => isWanted(one) && matches(one, text) && !coded.includes(one.facilityId));
    found.push(...more.map(rowFor));
    looked += read;
    limit = more.length > 0 ? pageSize : Math.min(2 * limit, mostAtOnce);
    position = next
      ? { region: position.region, after: next }
      : startOf(wanted[wanted.indexOf(position.region) + 1]);
  }
  return { facilities: found, ...(position && { next: pageAt(position) }) };
}

function startOf(region: RegionCode | undefined): ListPosition | undefined {
  return region ? { region } : undefined;
}

function matches({ facilityId, names, settlement }: FacilityIndexed, text: string | undefined): boolean {
  const sought = text?.trim().toLowerCase();
  if (!sought) return true;
  return [facilityId, ...Object.values(names), ...Object.values(settlement)].some((name) =>
    name?.toLowerCase().includes(sought),
  );
}

/** A page's address: the region, and the facility after which it begins; `UA-46` or `UA-46.UA-0123`. */
function pageAt({ region, after }: ListPosition): string {
  return after ? `${region}.${after}` : region;
}

function positionAt(page: string, wanted: RegionCode[]): ListPosition {
  const [code, id, ...rest] = page.split('.');
  const region = RegionCode.safeParse(code);
  const after = FacilityId.safeParse(id);
  const isPage = region.success && wanted.includes(region.data) && rest.length === 0;
  if (!isPage || (id !== undefined && !after.success))
    throw new Refusal('invalid', 'This is not a page of this list.', { field: 'page' });
  return { region: region.data, ...(after.success && { after: after.data }) };
}
