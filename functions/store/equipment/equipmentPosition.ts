import type { RegionCode } from '../../domain/countryPack.ts';
import { ConsignmentId } from '../../domain/equipment/consignment.ts';
import { ensure } from '../../domain/refusal.ts';
import type { EquipmentPosition, EquipmentRange } from './consignments.ts';

/** Where a page of the equipment of some regions begins: a region, and where in it. */
export interface ListPosition {
  region: RegionCode;
  from?: EquipmentPosition;
}

/** The start of a region's equipment. */
function startOf(region: RegionCode | undefined): ListPosition | undefined {
  return region ? { region } : undefined;
}

/** Where the list goes on after a read of a region: within it, or at the next of these regions. */
export function after(
  { region }: ListPosition,
  next: EquipmentPosition | undefined,
  regions: RegionCode[],
): ListPosition | undefined {
  return next ? { region, from: next } : startOf(regions[regions.indexOf(region) + 1]);
}

/** A page's address: the region, and where in it the page begins. */
export function pageAt({ region, from }: ListPosition): string {
  return from ? [region, from.at, from.consignmentId].join('~') : region;
}

const places = {
  byRegion: /^[a-zA-Z]{4,10}#\d{4}-\d\d-\d\d$/,
  faulty: /^\d{4}-\d\d-\d\d$/,
};

/** Where a page of these regions begins by its address, or the list without one; a list of some states has no page within others. */
export function positionAt(
  page: string | undefined,
  regions: RegionCode[],
  range?: EquipmentRange,
): ListPosition | undefined {
  if (page === undefined) return startOf(regions[0]);
  const [code = '', at, id = '', ...rest] = page.split('~');
  const isPlace = at !== undefined && places[range?.index ?? 'byRegion'].test(at);
  const isWithin = isPlace && (!range || (range.from <= at && at <= range.to));
  const isPage =
    regions.includes(code) &&
    rest.length === 0 &&
    (at === undefined || (isWithin && ConsignmentId.safeParse(id).success));
  ensure(isPage, 'invalid', 'This is not a page of this list.', { field: 'page' });
  return at === undefined
    ? { region: code }
    : { region: code, from: { region: code, at, consignmentId: id } };
}
