import type { Caller } from '../caller.ts';
import { ensureFound, may, type Action, type Place as Reached } from '../permissions.ts';
import { ensure } from '../refusal.ts';
import type { Consignment, EquipmentEvent, EventKind } from './consignment.ts';
import { isWarehouse, type Place } from './place.ts';
import { placeOf, standingOf, type Standing } from './standing.ts';

/** Where units stand, as far as it matters to who may tell of an event. */
type Side = 'holder' | 'destination' | 'offeredTo' | 'current' | 'any';

/** What an event takes, and at which of the places that have to do with the units. */
const needs: Record<EventKind, { action: Action; at: Side }> = {
  planned: { action: 'moveEquipment', at: 'holder' },
  shipped: { action: 'moveEquipment', at: 'current' },
  missing: { action: 'confirmEquipment', at: 'destination' },
  received: { action: 'confirmEquipment', at: 'destination' },
  installed: { action: 'confirmEquipment', at: 'holder' },
  firstUse: { action: 'confirmEquipment', at: 'holder' },
  dismantled: { action: 'confirmEquipment', at: 'holder' },
  fault: { action: 'confirmEquipment', at: 'holder' },
  repaired: { action: 'confirmEquipment', at: 'holder' },
  active: { action: 'confirmEquipment', at: 'holder' },
  stored: { action: 'confirmEquipment', at: 'holder' },
  notInUse: { action: 'confirmEquipment', at: 'holder' },
  transferOffered: { action: 'moveEquipment', at: 'holder' },
  transferAccepted: { action: 'confirmEquipment', at: 'offeredTo' },
  transferDeclined: { action: 'confirmEquipment', at: 'offeredTo' },
  transferWithdrawn: { action: 'moveEquipment', at: 'holder' },
  returned: { action: 'moveEquipment', at: 'current' },
  lost: { action: 'moveEquipment', at: 'current' },
  destroyed: { action: 'moveEquipment', at: 'current' },
  scrapped: { action: 'moveEquipment', at: 'current' },
  note: { action: 'confirmEquipment', at: 'any' },
};

/** A place as permissions need to know it. */
export function reachedAt(place: Place, source?: Consignment['source']): Reached {
  const { placeId, region } = place;
  return {
    region,
    ...(!isWarehouse(place) && { facilityId: placeId }),
    ...(source?.kind === 'donation' && { donorIds: [source.donorId] }),
  };
}

/** Whether the caller may see the units: as those who have, get or are offered them, or as who gave them. */
export function maySeeEquipment(caller: Caller, consignment: Consignment): boolean {
  return placesAround(standingOf(consignment) ?? lastKnown(consignment)).some((place) =>
    may(caller, 'readEquipment', reachedAt(place, consignment.source)),
  );
}

/** Refuses as missing what the caller may not see. */
export function ensureSees(
  caller: Caller,
  consignment: Consignment | undefined,
): asserts consignment is Consignment {
  ensureFound(consignment, 'readEquipment');
  ensureFound(maySeeEquipment(caller, consignment) || undefined, 'readEquipment');
}

/** Refuses who may not tell of such an event of these units; to whom may not even see them, there are none. */
export function ensureMayTell(
  caller: Caller,
  kind: EventKind,
  consignment: Consignment | undefined,
): asserts consignment is Consignment {
  ensureSees(caller, consignment);
  ensureAllowed(mayTellAt(caller, kind, standingOf(consignment) ?? lastKnown(consignment)));
}

/** Whether the caller may tell of such an event of units that stand so. */
export function mayTellAt(caller: Caller, kind: EventKind, standing: Standing): boolean {
  const { action, at } = needs[kind];
  const places = placesAt(standing, at);
  // Where there is no such place, the event cannot happen now: that is for the life cycle to say.
  const asked = places.length > 0 ? places : placesAround(standing);
  return asked.some((place) => may(caller, action, reachedAt(place)));
}

/** Who told of an event may strike it out, and who moves the units there. */
export function ensureMayStrike(
  caller: Caller,
  consignment: Consignment | undefined,
  event: Pick<EquipmentEvent, 'by'> | undefined,
): asserts consignment is Consignment {
  ensureSees(caller, consignment);
  ensureAllowed(mayStrike(caller, consignment, event));
}

/** Whether the caller may strike out this event of units that the caller sees. */
export function mayStrike(
  caller: Caller,
  consignment: Consignment,
  event: Pick<EquipmentEvent, 'by'> | undefined,
): boolean {
  const place = reachedAt(placeOf(standingOf(consignment) ?? lastKnown(consignment)));
  const isOwn = event?.by.accountId === caller.accountId && may(caller, 'confirmEquipment', place);
  return isOwn || may(caller, 'moveEquipment', place);
}

/** Who entered the units may correct what is known of them, and who moves them there. */
export function ensureMayCorrectFacts(
  caller: Caller,
  consignment: Consignment | undefined,
): asserts consignment is Consignment {
  ensureSees(caller, consignment);
  ensureAllowed(mayCorrectFacts(caller, consignment));
}

/** Whether the caller may correct what is known of units that the caller sees. */
export function mayCorrectFacts(caller: Caller, consignment: Consignment): boolean {
  const first = consignment.log.find(({ eventId }) => eventId === 1);
  return mayStrike(caller, consignment, first);
}

function ensureAllowed(isAllowed: boolean): void {
  ensure(isAllowed, 'forbidden', 'Your role may not do this.');
}

function placesAt(standing: Standing, at: Side): Place[] {
  if (at === 'any') return placesAround(standing);
  if (at === 'current') return [placeOf(standing)];
  return [standing[at]].filter((place) => place !== undefined);
}

function placesAround({
  holder,
  destination,
  offeredTo,
}: Pick<Standing, 'holder' | 'destination' | 'offeredTo'>): Place[] {
  return [holder, destination, offeredTo].filter((place) => place !== undefined);
}

/** Of what is struck out, where it was to go. */
function lastKnown({ log }: Consignment): Standing {
  const destination = log.find(({ to }) => to)?.to;
  return { state: 'planned', since: log[0]?.date ?? '', ...(destination && { destination }) };
}
