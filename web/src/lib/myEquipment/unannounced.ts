import { m } from 'virtual:messages';
import type { Day } from '#functions/domain/calendar.ts';
import type { StockEntry } from '#functions/domain/equipment/consignment.ts';
import { newStockId } from '#lib/equipment/stockId.ts';

/** What came unannounced, as it is typed. */
export interface TypedStock {
  equipmentType: string;
  units: string;
  date: Day;
  broughtBy: string;
  note: string;
}

/** The name under which a device keeps the form. */
export const unannouncedForm = 'unannounced';

/** An empty form. */
export function emptyStock(today: Day): TypedStock {
  return { equipmentType: '', units: '', date: today, broughtBy: '', note: '' };
}

export type StockFaults = Partial<Record<keyof TypedStock, string>>;

const isWhole = (text: string, most = 100_000) =>
  /^\d{1,6}$/.test(text) && Number(text) >= 1 && Number(text) <= most;

/** What has to be mended before it can be entered. */
export function stockFaults({ equipmentType, units, date, note }: TypedStock, today: Day): StockFaults {
  return {
    ...(!equipmentType && { equipmentType: m.equipmentTypeFault() }),
    ...(!isWhole(units.trim()) && { units: m.unitsFault() }),
    ...((!date || date > today) && { date: m.eventDayFault() }),
    ...(note.trim() && note.trim().length < 3 && { note: m.eventNoteFault() }),
  };
}

/** As the API takes it: planned, sent and received on the day on which it came. */
export function stockOf(
  { equipmentType, units, date, broughtBy, note }: TypedStock,
  placeId: string,
  consignmentId = newStockId(),
): StockEntry {
  const name = broughtBy.trim();
  const text = note.trim();
  return {
    consignmentId,
    source: { kind: 'unknown', ...(name && { name }) },
    equipmentType,
    units: Number(units),
    log: [
      { kind: 'planned', date, to: placeId },
      { kind: 'shipped', date },
      { kind: 'received', date, ...(text && { note: text }) },
    ],
  };
}

/** What was entered, for it to be mended. */
export function typedStock({ equipmentType, units, source, log }: StockEntry): TypedStock {
  const received = log.at(-1);
  return {
    equipmentType,
    units: String(units),
    date: received?.date ?? '',
    broughtBy: source.name ?? '',
    note: received?.note ?? '',
  };
}
