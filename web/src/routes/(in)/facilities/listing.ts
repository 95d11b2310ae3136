import type { FacilityRow } from '#functions/domain/facility.ts';
import { api } from '#lib/api/api.ts';
import { listing as listed, type Listing as Listed } from '#lib/api/listing.ts';
import type { FacilityFilter } from './filter.ts';

export type Listing = Listed<FacilityRow>;

/** So many pages of the facilities that the filter leaves. */
export function listing(filter: FacilityFilter, pages: number): Promise<Listing> {
  return listed(async (page) => {
    const { facilities: rows, next } = (await api.facilities.list({ query: { ...filter, page } })).body;
    return { rows, next };
  }, pages);
}
