import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type {
  EquipmentEvent,
  EquipmentState,
  EventKind,
  OtherSource,
} from '#functions/domain/equipment/consignment.ts';
import type { ProperNames } from '#functions/domain/names.ts';
import { named } from '#lib/i18n/format.ts';

/* Words for the codes that equipment is kept with. */

export const stateWords: Record<EquipmentState, () => string> = {
  planned: m.equipmentPlanned,
  shipped: m.equipmentShipped,
  received: m.equipmentReceived,
  installed: m.equipmentInstalled,
  inUse: m.equipmentInUse,
  returned: m.equipmentReturned,
  lost: m.equipmentLost,
  destroyed: m.equipmentDestroyed,
  scrapped: m.equipmentScrapped,
};

/** Who provided equipment that is of no donation. */
export const sourceWords: Record<OtherSource['kind'], () => string> = {
  unknown: m.sourceUnknown,
  own: m.sourceOwn,
  state: m.sourceState,
};

/** What happened, as a line of what was told; the place is where the units were to go. */
export const eventWords: Record<EventKind, (told: { place: string }) => string> = {
  planned: m.eventPlanned,
  shipped: m.eventShipped,
  missing: m.eventMissing,
  received: m.eventReceived,
  installed: m.eventInstalled,
  firstUse: m.eventFirstUse,
  dismantled: m.eventDismantled,
  fault: m.eventFault,
  repaired: m.eventRepaired,
  active: m.eventActive,
  stored: m.eventStored,
  notInUse: m.eventNotInUse,
  transferOffered: m.eventTransferOffered,
  transferAccepted: m.eventTransferAccepted,
  transferDeclined: m.eventTransferDeclined,
  transferWithdrawn: m.eventTransferWithdrawn,
  returned: m.eventReturned,
  lost: m.eventLost,
  destroyed: m.eventDestroyed,
  scrapped: m.eventScrapped,
  note: m.eventNote,
};

/** What a button does that tells of such an event. */
export const tellWords: Record<EventKind, () => string> = {
  planned: m.tellPlanned,
  shipped: m.tellShipped,
  missing: m.tellMissing,
  received: m.tellReceived,
  installed: m.tellInstalled,
  firstUse: m.tellFirstUse,
  dismantled: m.tellDismantled,
  fault: m.tellFault,
  repaired: m.tellRepaired,
  active: m.tellActive,
  stored: m.tellStored,
  notInUse: m.tellNotInUse,
  transferOffered: m.tellTransferOffered,
  transferAccepted: m.tellTransferAccepted,
  transferDeclined: m.tellTransferDeclined,
  transferWithdrawn: m.tellTransferWithdrawn,
  returned: m.tellReturned,
  lost: m.tellLost,
  destroyed: m.tellDestroyed,
  scrapped: m.tellScrapped,
  note: m.tellNote,
};

type Reason = NonNullable<EquipmentEvent['reason']>;

export const reasonWords: Record<Reason, () => string> = {
  damagedOnTheWay: m.reasonDamagedOnTheWay,
  broken: m.reasonBroken,
  spareParts: m.reasonSpareParts,
  power: m.reasonPower,
  internet: m.reasonInternet,
  staff: m.reasonStaff,
  room: m.reasonRoom,
  noNeed: m.reasonNoNeed,
  other: m.reasonOther,
};

const reasonsWhy: Partial<Record<EventKind, Reason[]>> = {
  fault: ['broken', 'damagedOnTheWay', 'spareParts', 'power', 'other'],
  stored: ['power', 'internet', 'staff', 'room', 'noNeed', 'other'],
  notInUse: ['power', 'internet', 'staff', 'room', 'noNeed', 'spareParts', 'other'],
};

/** The reasons to choose from when such an event is told; one that has none is not asked for. */
export function reasonsOf(kind: EventKind): Reason[] {
  return reasonsWhy[kind] ?? [];
}

/** Whether such an event names the place that the units are to go to. */
export function namesPlace(kind: EventKind): boolean {
  return kind === 'planned' || kind === 'transferOffered';
}

/** The name of a type of equipment; its code where the country does not have it any more. */
export function typeName(code: string, { equipmentTypes }: Pick<CountryPack, 'equipmentTypes'>): string {
  const type = equipmentTypes.find((known) => known.code === code);
  return type ? named(type.names) : code;
}

/** A place's name; its code where the reader may not know more. */
export function placeName(
  placeId: string | undefined,
  places: readonly { placeId: string; names?: ProperNames }[],
): string {
  const place = places.find((known) => known.placeId === placeId);
  return place?.names ? named(place.names) : (placeId ?? '');
}
