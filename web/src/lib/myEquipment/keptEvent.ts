import type { EventKind } from '#functions/domain/equipment/consignment.ts';
import type { TypedEvent } from '#lib/equipment/typedEvent.ts';

/** What is typed of an event, with the event that it is. */
export interface KeptEvent extends TypedEvent {
  kind: EventKind;
}

/** The name under which a device keeps the form of an event. */
export function eventForm(consignmentId: string): string {
  return `event ${consignmentId}`;
}
