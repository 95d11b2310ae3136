import { facilitiesApi } from 'virtual:api/facilities';
import type { FacilityRow } from '#functions/domain/facility/facility.ts';
import { pagesOf, type Pages } from '#lib/ui/list/pages.ts';
import type { FacilityFilter } from './filter.ts';

export type Listing = Pages<FacilityRow>;

/** So many pages of the list. */
export function listing(filter: FacilityFilter, pages: number): Promise<Listing> {
  return pagesOf(async (page) => {
    const { body } = await facilitiesApi.list({ query: { ...filter, page } });
    return { rows: body.facilities, next: body.next };
  }, pages);
}
