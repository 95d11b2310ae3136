import { m } from 'virtual:messages';
import type { Day } from '#functions/domain/calendar.ts';
import type { EquipmentEvent, EventKind, ToldEvent } from '#functions/domain/equipment/consignment.ts';
import { namesPlace, reasonsOf } from './labels.ts';

/** What a form of an event holds, as it was typed. */
export interface TypedEvent {
  date: Day;
  units: number | undefined;
  reason: NonNullable<EquipmentEvent['reason']> | '';
  note: string;
  to: string;
}

/** The form of an event of today, of all units. */
export function emptyEvent(today: Day, units: number): TypedEvent {
  return { date: today, units, reason: '', note: '', to: '' };
}

export type EventFaults = Partial<Record<keyof TypedEvent, string>>;

/** What has to be mended before an event of these units can be told. */
export function eventFaults(typed: TypedEvent, kind: EventKind, units: number, today: Day): EventFaults {
  const note = typed.note.trim();
  const isNoteShort = note.length < 3 && (note !== '' || kind === 'note');
  const some = typed.units ?? 0;
  return {
    ...(namesPlace(kind) && !typed.to && { to: m.eventPlaceFault() }),
    ...((some < 1 || some > units) && { units: m.eventUnitsFault({ n: units }) }),
    ...(reasonsOf(kind).length > 0 && !typed.reason && { reason: m.eventReasonFault() }),
    ...((!typed.date || typed.date > today) && { date: m.eventDayFault() }),
    ...(isNoteShort && { note: m.eventNoteFault() }),
  };
}

/** The event as the API takes it, of all units where nothing else is said. */
export function eventIn(typed: TypedEvent, kind: EventKind, all: number): ToldEvent & { units?: number } {
  const { date, units, reason, to } = typed;
  const note = typed.note.trim();
  return {
    kind,
    date,
    ...(namesPlace(kind) && { to }),
    ...(reasonsOf(kind).length > 0 && reason && { reason }),
    ...(note && { note }),
    ...(units !== undefined && units < all && { units }),
  };
}

/** The form of an event that was told, for it to be mended. */
export function typedOf(
  { date, reason, note, to, units }: ToldEvent & { units?: number },
  all: number,
): TypedEvent {
  return { date, units: units ?? all, reason: reason ?? '', note: note ?? '', to: to ?? '' };
}
