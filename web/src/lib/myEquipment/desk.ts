import { rowStanding, type ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { after, isAtPlace, type Standing } from '#functions/domain/equipment/standing.ts';
import { Refusal } from '#functions/domain/refusal.ts';
import type { Entry, EntryOf } from '#lib/outbox/entry.ts';
import { isOfEquipment, subjectOf, type EquipmentEntry } from './equipmentCommands.ts';
import type { MyEquipment } from './myEquipmentData.ts';

/** Units of my facility, as they stand once what waits on this device has arrived. */
export interface Item {
  row: ConsignmentRow;
  standing: Standing;
  /** What waits on this device about them, and what was refused. */
  entries: EquipmentEntry[];
}

/** What there is to do with equipment, and what there is. */
export interface EquipmentDesk {
  /** On its way here: to be confirmed once it came. */
  arriving: Item[];
  /** Offered to this facility, which has to answer. */
  offered: Item[];
  /** Planned for this facility, and not sent yet. */
  planned: Item[];
  here: Item[];
}

interface Known extends MyEquipment {
  facilityId: string;
  region: string;
  waiting: Entry[];
}

/** The head's equipment, with what waits on this device. */
export function equipmentDesk(known: Known): EquipmentDesk {
  const items = itemsOf(known);
  const isMine = (place: Standing['holder']) => place?.placeId === known.facilityId;
  const where = (item: Item): keyof EquipmentDesk | undefined => {
    // Where it stands for the server says what was asked; what waits is the answer.
    const { state, holder, destination, offeredTo } = rowStanding(item.row, regionsOf(known));
    if (isMine(offeredTo)) return 'offered';
    if (isMine(destination)) return state === 'shipped' ? 'arriving' : 'planned';
    return isMine(holder) && (isAtPlace({ state }) || state === 'shipped') ? 'here' : undefined;
  };
  const group = (name: keyof EquipmentDesk) => items.filter((item) => where(item) === name);
  return {
    arriving: group('arriving'),
    offered: group('offered'),
    planned: group('planned'),
    here: group('here'),
  };
}

/** One consignment of the desk. */
export function itemOf(known: Known, consignmentId: string): Item | undefined {
  return itemsOf(known).find(({ row }) => row.consignmentId === consignmentId);
}

/** The regions of places; only who may do what depends on them, which a head may at the own facility alone. */
const regionsOf =
  ({ places, region }: Pick<Known, 'places' | 'region'>) =>
  (placeId: string) =>
    places.find((place) => place.placeId === placeId)?.region ?? region;

function itemsOf({ consignments, waiting, ...known }: Known): Item[] {
  const entries = waiting.filter(isOfEquipment);
  const entered = entries
    .filter((entry) => entry.route === 'consignments.register')
    .filter(({ body }) => !consignments.some((row) => row.consignmentId === body.consignmentId))
    .map((entry) => enteredRow(entry, known));
  return [...consignments, ...entered].map((row) => {
    const about = entries.filter(({ subject }) => subject === subjectOf(row.consignmentId));
    const standing = about.reduce(withEntry, rowStanding(row, regionsOf(known)));
    return { row: { ...row, units: row.units - leaving(about) }, standing, entries: about };
  });
}

/** How units stand once a command about all of them has arrived; one that cannot be any more changes nothing. */
function withEntry(standing: Standing, entry: EquipmentEntry): Standing {
  if (entry.route !== 'consignments.addEvent' || entry.refused || entry.body.units) return standing;
  const { kind, date, reason } = entry.body;
  try {
    return after(standing, { kind, date, ...(reason && { reason }) });
  } catch (error) {
    if (error instanceof Refusal) return standing;
    throw error;
  }
}

/** How many units go their own way once what waits has arrived. */
function leaving(entries: EquipmentEntry[]): number {
  return entries.reduce(
    (sum, entry) =>
      sum + (entry.route === 'consignments.addEvent' && !entry.refused ? (entry.body.units ?? 0) : 0),
    0,
  );
}

/** What was entered on this device, as the list shows it once it has arrived. */
function enteredRow(
  { body }: EntryOf<'consignments.register'>,
  { facilityId, region }: Pick<Known, 'facilityId' | 'region'>,
): ConsignmentRow {
  const { consignmentId, source, equipmentType, units, log } = body;
  const since = log.at(-1)?.date ?? '';
  return {
    consignmentId,
    source,
    equipmentType,
    units,
    usdCents: 0,
    state: 'received',
    since,
    lastEventOn: since,
    region,
    placeId: facilityId,
  };
}
