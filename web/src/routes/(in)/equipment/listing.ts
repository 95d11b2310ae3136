import { consignmentsApi } from 'virtual:api/consignments';
import { daysFrom, type Day } from '#functions/domain/calendar.ts';
import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { placeName } from '#lib/equipment/labels.ts';
import { pagesOf, type Pages } from '#lib/ui/list/pages.ts';
import type { EquipmentFilter } from './filter.ts';

/** A consignment in the list, with the name of its place. */
export interface ListedRow extends ConsignmentRow {
  where: string;
}

/** So many pages of the equipment that the filter leaves. */
export function equipmentListing(filter: EquipmentFilter, pages: number): Promise<Pages<ListedRow>> {
  return pagesOf(async (page) => {
    const { consignments, places, next } = (await consignmentsApi.list({ query: { ...filter, page } })).body;
    return { rows: consignments.map((row) => ({ ...row, where: placeName(row.placeId, places) })), next };
  }, pages);
}

/** For longer than this nothing should be on its way. */
export const longestWay = 30;

/** What the list says at its top; undefined as long as a part of it has not been read. */
export function answerOf(
  { rows, next }: Pages<ConsignmentRow>,
  today: Day,
): { all: number; late: number; faulty: number } | undefined {
  if (next) return undefined;
  const isLate = ({ state, since }: ConsignmentRow) =>
    state === 'shipped' && daysFrom(since, today) > longestWay;
  return {
    all: rows.length,
    late: rows.filter(isLate).length,
    faulty: rows.filter(({ faultySince }) => faultySince).length,
  };
}
