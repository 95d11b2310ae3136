import { facilitiesApi } from 'virtual:api/facilities';
import type { FacilityRow } from '#functions/domain/facility/facility.ts';
import { pagesOf, pageWithRows, type Pages } from '#lib/ui/list/pages.ts';
import type { FacilityFilter } from './filter.ts';

export type Listing = Pages<FacilityRow>;

/** So many pages of the list; a part that was looked through in vain is none. */
export function listing(filter: FacilityFilter, pages: number): Promise<Listing> {
  const ask = async (page: string | undefined) => {
    const { body } = await facilitiesApi.list({ query: { ...filter, page } });
    return { rows: body.facilities, next: body.next };
  };
  return pagesOf((page) => pageWithRows(ask, page), pages);
}
