import { RegionCode, type CountryPack } from '../../domain/countryPack.ts';
import { rowOf, type FacilityRow, type Stage } from '../../domain/facility/facility.ts';
import { FacilityId } from '../../domain/facility/facilityProfile.ts';
import type { Database } from '../database.ts';
import { Refusal } from '../../domain/refusal.ts';
import { facilitiesWithCode } from './externalCodes.ts';
import { Facilities, type ListPosition } from './facilities.ts';

interface Wanted {
  region?: RegionCode;
  stage?: Stage;
  text?: string;
  page?: string;
}

/** A page ends with the read that fills it, so it has up to twice as many rows. */
const pageSize = 50;
/** How many rows one request looks through for a rare text before it hands back what it has. */
const readAtMost = 2000;

/** Facilities of the given regions, region by region and by name within one, a page at a time; who has the text as a code of another register comes first. */
export async function listFacilities(
  database: Database,
  { codeSystems }: Pick<CountryPack, 'codeSystems'>,
  regions: RegionCode[],
  { region, stage, text, page }: Wanted,
): Promise<{ facilities: FacilityRow[]; next?: string }> {
  const facilities = new Facilities(database);
  const wanted = region ? regions.filter((known) => known === region) : regions;
  const systems = codeSystems.map(({ code }) => code);
  const coded = text && !page ? await facilitiesWithCode(database, text.trim(), systems) : [];
  const isWanted = (row: FacilityRow) => wanted.includes(row.region) && (!stage || row.stage === stage);
  const found = (await facilities.these(coded)).map(rowOf).filter(isWanted);
  let position = page === undefined ? startOf(wanted[0]) : positionAt(page, wanted);
  for (let looked = 0; position && found.length < pageSize && looked < readAtMost;) {
    const { rows, read, next } = await facilities.inRegion(position, pageSize);
    found.push(
      ...rows
        .map(rowOf)
        .filter((row) => isWanted(row) && matches(row, text) && !coded.includes(row.facilityId)),
    );
    looked += read;
    position = next
      ? { region: position.region, after: next }
      : startOf(wanted[wanted.indexOf(position.region) + 1]);
  }
  return { facilities: found, ...(position && { next: pageAt(position) }) };
}

function startOf(region: RegionCode | undefined): ListPosition | undefined {
  return region ? { region } : undefined;
}

function matches({ facilityId, names, settlement }: FacilityRow, text: string | undefined): boolean {
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
