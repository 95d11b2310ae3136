import * as z from 'zod/mini';
import { RegionCode } from '../domain/countryPack.ts';
import { rowOf, type FacilityRow, type Stage } from '../domain/facility.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Facilities } from './facilities.ts';

interface Wanted {
  region?: RegionCode;
  stage?: Stage;
  text?: string;
  page?: string;
}

const IndexKey = z.record(z.string(), z.string());

/** Where a page ended: in which region, and at which of its keys. */
const Cursor = z.strictObject({ region: RegionCode, from: z.optional(IndexKey) });
type Cursor = z.infer<typeof Cursor>;

/** A page ends with the read that fills it, so it has up to twice as many rows. */
const pageSize = 50;
/** How many rows one request looks through for a rare text before it hands back what it has. */
const readAtMost = 2000;

/** Facilities of the given regions, region by region and by name within one, a page at a time. */
export async function listFacilities(
  facilities: Facilities,
  regions: RegionCode[],
  { region, stage, text, page }: Wanted,
): Promise<{ facilities: FacilityRow[]; next?: string }> {
  const wanted = region ? regions.filter((known) => known === region) : regions;
  const found: FacilityRow[] = [];
  let cursor = page ? decoded(page, wanted) : startOf(wanted[0]);
  for (let read = 0; cursor && found.length < pageSize && read < readAtMost;) {
    const { rows, next } = await facilities.inRegion(cursor.region, pageSize, cursor.from);
    found.push(...rows.map(rowOf).filter((row) => (!stage || row.stage === stage) && matches(row, text)));
    read += rows.length;
    cursor = next
      ? { region: cursor.region, from: IndexKey.parse(next) }
      : startOf(wanted[wanted.indexOf(cursor.region) + 1]);
  }
  return { facilities: found, ...(cursor && { next: encoded(cursor) }) };
}

function startOf(region: RegionCode | undefined): Cursor | undefined {
  return region ? { region } : undefined;
}

function matches({ facilityId, names, settlement }: FacilityRow, text: string | undefined): boolean {
  const sought = text?.trim().toLowerCase();
  if (!sought) return true;
  return [facilityId, ...Object.values(names), ...Object.values(settlement)].some((name) =>
    name?.toLowerCase().includes(sought),
  );
}

function encoded(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function decoded(page: string, wanted: RegionCode[]): Cursor {
  try {
    const cursor = Cursor.parse(JSON.parse(Buffer.from(page, 'base64url').toString()));
    if (wanted.includes(cursor.region)) return cursor;
  } catch {
    // Falls through to the same refusal as a page of regions that are not the caller's.
  }
  throw new Refusal('invalid', 'This is not a page of this list.', { field: 'page' });
}
