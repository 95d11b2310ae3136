import type { Instant } from '../../domain/calendar.ts';
import type { Consignment, ReceiptBody, StockEntry, ToldEvent } from '../../domain/equipment/consignment.ts';
import {
  addEvent,
  beginConsignment,
  receive,
  type Changed,
} from '../../domain/equipment/consignmentRules.ts';
import type { Place } from '../../domain/equipment/place.ts';
import type { Person } from '../../domain/person.ts';
import { ensure } from '../../domain/refusal.ts';

/** What happens to units, by whom it is told, and of which place. */
interface Happening {
  consignmentId: string;
  placeId: string;
  at: Instant;
  by: Person;
}

/** A command on units of equipment. */
export type UnitsEvent = Happening &
  (
    | {
        action: 'register';
        entry: Omit<StockEntry, 'consignmentId' | 'solutionId'> & Pick<Consignment, 'solution'>;
      }
    | { action: 'addEvent'; event: ToldEvent & { units?: number } }
    | { action: 'receive'; receipt: ReceiptBody }
  );

/** The units after the event, by the domain's own rules. */
export function decideUnits(
  event: UnitsEvent,
  before: Consignment | undefined,
  places: ReadonlyMap<string, Place>,
): Changed {
  const { consignmentId, at, by } = event;
  const telling = { by, at, today: at.slice(0, 10), places };
  if (event.action === 'register') {
    const { log, ...entry } = event.entry;
    return { after: beginConsignment({ consignmentId, ...entry, usdCents: 0 }, log, telling), parts: [] };
  }
  ensure(before, 'notFound', 'There are no such units.');
  return event.action === 'receive'
    ? receive(before, event.receipt, telling)
    : addEvent(before, event.event, telling);
}

/** The places that a command names, its own first. */
export function placesNamed(event: UnitsEvent): string[] {
  const { placeId } = event;
  const to = event.action === 'addEvent' ? event.event.to : undefined;
  return to === undefined ? [placeId] : [placeId, to];
}

/** What happened to units, and those of them that are planned before anything is told. */
export interface UnitsStory {
  planned: Consignment[];
  events: UnitsEvent[];
}

/** Units by id as a story leaves them. */
export function unitsAfter(
  { planned, events }: UnitsStory,
  places: ReadonlyMap<string, Place>,
): Map<string, Consignment> {
  const units = new Map(planned.map((one) => [one.consignmentId, one]));
  for (const event of events) {
    const { after, parts } = decideUnits(event, units.get(event.consignmentId), places);
    for (const one of [after, ...parts]) units.set(one.consignmentId, one);
  }
  return units;
}
