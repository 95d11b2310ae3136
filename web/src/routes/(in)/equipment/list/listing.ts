import { consignmentsApi } from 'virtual:api/consignments';
import type { Day } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { concernsOn } from '#functions/domain/equipment/concern.ts';
import type { EventKind } from '#functions/domain/equipment/consignment.ts';
import type { Silence } from '#functions/domain/equipment/chain/silence.ts';
import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { placeName } from '#lib/equipment/labels.ts';
import { pagesOf, type Pages } from '#lib/ui/list/pages.ts';
import type { Condition, EquipmentFilter } from './filter.ts';

/** A consignment in the list, with the name of its place. */
export interface ListedRow extends ConsignmentRow {
  where: string;
  /** The place that is offered the units. */
  offeredTo?: string;
  /** Of what is silent. */
  silence?: Silence | undefined;
}

/** What somebody should look at is sorted by its age: so many pages are asked for at once. */
const pagesToSort = 10;

/** So many rows are enough where only the first of them are shown. */
const firstRows = 50;

/** So many pages of the equipment that the filter leaves; what somebody should look at the oldest first. */
export function equipmentListing(filter: EquipmentFilter, pages: number): Promise<Pages<ListedRow>> {
  return sortedListing(filter, filter.condition ? Math.max(pages, pagesToSort) : pages);
}

/** The first of what somebody should look at, the oldest first: where there is much, no more is asked for than a page. */
export function firstToLookAt(filter: EquipmentFilter): Promise<Pages<ListedRow>> {
  return sortedListing(filter, pagesToSort, firstRows);
}

async function sortedListing(
  filter: EquipmentFilter,
  pages: number,
  enough = Infinity,
): Promise<Pages<ListedRow>> {
  const { condition: narrowed } = filter;
  const { rows, next } = await pagesOf(
    async (page) => {
      const { condition, ...others } = filter;
      const query = {
        ...others,
        ...(condition === 'faulty' ? { isFaulty: 'true' as const } : { concern: condition }),
        page,
      };
      const { consignments, places, next } = (await consignmentsApi.list({ query })).body;
      const rows = consignments.map((row) => ({
        ...row,
        where: placeName(row.placeId, places),
        ...(row.offeredToId && { offeredTo: placeName(row.offeredToId, places) }),
      }));
      return { rows, next };
    },
    pages,
    { enough },
  );
  const oldest = (row: ListedRow) => (narrowed ? concernedSince(row, narrowed) : '');
  return { rows: rows.toSorted((a, b) => oldest(a).localeCompare(oldest(b))), ...(next && { next }) };
}

/** Since when somebody should look at units; for what is stuck, since its last event, for what is silent, since its first use. */
export function concernedSince(row: ConsignmentRow, condition: Condition): Day {
  if (condition === 'missing') return row.missingSince ?? row.since;
  return condition === 'stuck' ? row.lastEventOn : (row.faultySince ?? row.since);
}

const onward: Partial<Record<ConsignmentRow['state'], EventKind>> = {
  planned: 'shipped',
  shipped: 'received',
  received: 'installed',
  installed: 'firstUse',
};

/** What is waited for, so that nobody has to look at the units any more. */
export function awaited({ state }: Pick<ConsignmentRow, 'state'>, condition: Condition): EventKind {
  if (condition === 'faulty' || condition === 'longFaulty') return 'repaired';
  return onward[state] ?? 'active';
}

/** What is told of a whole list at its top. */
export type Emphasis = 'stuck' | 'faulty' | 'silent' | 'all';

/** What matters most in a list: what it is narrowed to, and else what is stuck, then what is faulty. */
export function emphasisOf(
  { stuck, faulty }: { stuck: number; faulty: number },
  condition: Condition | undefined,
): Emphasis {
  if (condition === 'missing') return 'all';
  if (condition === 'silent') return 'silent';
  if (condition === 'faulty' || condition === 'longFaulty') return faulty > 0 ? 'faulty' : 'all';
  if (stuck > 0) return 'stuck';
  return faulty > 0 ? 'faulty' : 'all';
}

/** What the list says at its top; undefined as long as a part of it has not been read. */
export function answerOf(
  { rows, next }: Pages<ConsignmentRow>,
  today: Day,
  pack: Pick<CountryPack, 'daysUntilStuck'>,
): { all: number; stuck: number; faulty: number } | undefined {
  if (next) return undefined;
  return {
    all: rows.length,
    stuck: rows.filter((row) => concernsOn(today, row, pack).includes('stuck')).length,
    faulty: rows.filter(({ faultySince }) => faultySince).length,
  };
}
