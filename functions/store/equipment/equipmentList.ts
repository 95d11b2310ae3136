import type { Day } from '../../domain/calendar.ts';
import { RegionCode, type CountryPack } from '../../domain/countryPack.ts';
import { concernsOn, type EquipmentConcern } from '../../domain/equipment/concern.ts';
import { ConsignmentId, type Consignment, type EquipmentState } from '../../domain/equipment/consignment.ts';
import { consignmentRow } from '../../domain/equipment/consignmentRow.ts';
import { ensure } from '../../domain/refusal.ts';
import type { Database } from '../database.ts';
import { Consignments, type EquipmentPosition } from './consignments.ts';

interface Wanted {
  region?: RegionCode;
  state?: EquipmentState;
  equipmentType?: string;
  solutionId?: string;
  isFaulty?: 'true';
  concern?: EquipmentConcern;
  page?: string;
}

/** A page ends with the read that fills it, so it has up to twice as many rows. */
const pageSize = 50;
/** How many rows one request looks through for what is rare before it hands back what it has. */
const readAtMost = 1000;

type Position = { region: RegionCode; from?: EquipmentPosition };

/** The equipment of these regions, region by region, by state and since when within one, a page at a time. */
export async function listEquipment(
  database: Database,
  regions: RegionCode[],
  { region, state, equipmentType, solutionId, isFaulty, concern, page }: Wanted,
  { today, pack }: { today: Day; pack: CountryPack },
): Promise<{ found: Consignment[]; next?: string }> {
  const consignments = new Consignments(database);
  const among = region ? regions.filter((known) => known === region) : regions;
  const isWanted = (one: Consignment) => {
    const row = consignmentRow(one);
    return (
      row !== undefined &&
      (!equipmentType || row.equipmentType === equipmentType) &&
      (!solutionId || row.solutionId === solutionId) &&
      (!isFaulty || row.faultySince !== undefined) &&
      (!concern || concernsOn(today, row, pack).includes(concern))
    );
  };
  const found: Consignment[] = [];
  let position = page === undefined ? startOf(among[0]) : positionAt(page, among);
  for (let looked = 0; position && found.length < pageSize && looked < readAtMost;) {
    const { region: at, from } = position;
    const read = await consignments.inRegion(at, {
      limit: pageSize,
      ...(state && { state }),
      ...(from && { from }),
    });
    found.push(...read.consignments.filter(isWanted));
    looked += read.read;
    position = read.next ? { region: at, from: read.next } : startOf(among[among.indexOf(at) + 1]);
  }
  return { found, ...(position && { next: pageAt(position) }) };
}

function startOf(region: RegionCode | undefined): Position | undefined {
  return region ? { region } : undefined;
}

/** A page's address: the region, and where in it the page begins. */
function pageAt({ region, from }: Position): string {
  return from ? [region, from.standing, from.consignmentId].join('~') : region;
}

const standing = /^[a-zA-Z]{4,10}#\d{4}-\d\d-\d\d$/;

function positionAt(page: string, wanted: RegionCode[]): Position {
  const [code = '', at, id, ...rest] = page.split('~');
  const isStart = at === undefined && id === undefined;
  const isPage =
    wanted.includes(code) &&
    rest.length === 0 &&
    (isStart || (standing.test(at ?? '') && ConsignmentId.safeParse(id).success));
  ensure(isPage, 'invalid', 'This is not a page of this list.', { field: 'page' });
  return isStart
    ? { region: code }
    : { region: code, from: { region: code, standing: at ?? '', consignmentId: id ?? '' } };
}
