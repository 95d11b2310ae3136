import type { ReceiptBody, StockEntry, ToldEvent } from '#functions/domain/equipment/consignment.ts';
import { newKey, type Entry, type EntryOf, type Route } from '#lib/outbox/entry.ts';

/** What the outbox calls a consignment. */
export function subjectOf(consignmentId: string): string {
  return `consignment ${consignmentId}`;
}

type EquipmentRoute = Extract<Route, `consignments.${string}`>;

/** A command on equipment that waits on this device, or was refused. */
export type EquipmentEntry = { [R in EquipmentRoute]: EntryOf<R> }[EquipmentRoute];

/** Whether a command is about equipment. */
export function isOfEquipment(entry: Entry): entry is EquipmentEntry {
  return entry.route.startsWith('consignments.');
}

/** The consignment that a head tells of, and the facility for which it is told. */
export interface About {
  consignmentId: string;
  placeId: string;
}

/** Confirms what came. */
export function receiptOf(about: About, receipt: ReceiptBody): EntryOf<'consignments.receive'> {
  return { ...headOf(about), route: 'consignments.receive', ...commandOn(about, receipt) };
}

/** Tells what happened to all units, or to some. */
export function eventOf(
  about: About,
  event: ToldEvent & { units?: number },
): EntryOf<'consignments.addEvent'> {
  return { ...headOf(about), route: 'consignments.addEvent', ...commandOn(about, event) };
}

/** Enters equipment that nobody had announced. */
export function registrationOf(entry: StockEntry): EntryOf<'consignments.register'> {
  const body = { ...entry, idempotencyKey: newKey() };
  return { ...headOf(entry), route: 'consignments.register', body };
}

function headOf({ consignmentId }: Pick<About, 'consignmentId'>) {
  return { id: newKey(), subject: subjectOf(consignmentId), at: Date.now() };
}

function commandOn<Body extends object>({ consignmentId, placeId }: About, body: Body) {
  return { params: { consignmentId }, body: { ...body, placeId, idempotencyKey: newKey() } };
}
