import type { FacilityRow } from '#functions/domain/facility.ts';
import { api } from '#lib/api/api.ts';
import type { FacilityFilter } from './filter.ts';

/** The first rows of a list, and where the further ones begin. */
export interface Listing {
  rows: FacilityRow[];
  next?: string;
}

/** So many pages of the list, one after the other, from where an earlier listing ended. */
export async function listing(filter: FacilityFilter, pages: number, from?: string): Promise<Listing> {
  const { body } = await api.facilities.list({ query: { ...filter, page: from } });
  const { facilities: rows, next } = body;
  if (pages <= 1 || !next) return { rows, next };
  const rest = await listing(filter, pages - 1, next);
  return { rows: [...rows, ...rest.rows], next: rest.next };
}
