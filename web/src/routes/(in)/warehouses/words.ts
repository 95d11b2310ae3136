import { m } from 'virtual:messages';
import type { Warehouse } from '#functions/domain/warehouse.ts';
import { day } from '#lib/i18n/format.ts';

/** Whether a warehouse is open, in words. */
export function stateOf({ closedOn }: Pick<Warehouse, 'closedOn'>): string {
  return closedOn ? m.closedSince({ day: day(closedOn) }) : m.isOpen();
}
