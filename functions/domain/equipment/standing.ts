import type { Day } from '../calendar.ts';
import { Refusal, ensure } from '../refusal.ts';
import type { Consignment, EquipmentEvent, EquipmentState, EventKind } from './consignment.ts';
import { isWarehouse, type Place } from './place.ts';

/** How units stand from an event on. */
export interface Standing {
  state: EquipmentState;
  /** The day on which they came into the state. */
  since: Day;
  /** Whose they are: where they are, and while they move on, where they were. None until they are first received. */
  holder?: Place;
  /** Where they are going. */
  destination?: Place;
  /** Where a transfer is offered to, as long as nobody has answered. */
  offeredTo?: Place;
  /** Noted as not come with the rest. */
  missingSince?: Day;
  /** What does not work, since when. */
  faultySince?: Day;
  /** Installed and not used: put away, or standing idle. */
  unused?: { kind: 'stored' | 'notInUse'; since: Day; reason?: EquipmentEvent['reason'] };
}

/** How units stood from a day on. */
export interface Step {
  event: EquipmentEvent;
  standing: Standing;
}

/** What an event does to the units. */
export type Happening = Pick<EquipmentEvent, 'kind' | 'date' | 'to' | 'reason'>;

const ends: readonly EquipmentState[] = ['returned', 'lost', 'destroyed', 'scrapped'];
const atPlace: readonly EquipmentState[] = ['received', 'installed', 'inUse'];

/** Whether the units are gone for good. */
export const isEnded = ({ state }: Pick<Standing, 'state'>): boolean => ends.includes(state);
/** Whether the units are at their holder's, and not on their way. */
export const isAtPlace = ({ state }: Pick<Standing, 'state'>): boolean => atPlace.includes(state);
/** Whether the units are set up, used or not. */
export const isInstalled = ({ state }: Pick<Standing, 'state'>): boolean =>
  state === 'installed' || state === 'inUse';

/** Where the units count: at their holder's, and before anyone has received them, where they are to go. */
export function placeOf({ holder, destination }: Standing): Place {
  const place = holder ?? destination;
  if (!place) throw new Error('Units are at a place or on their way to one.');
  return place;
}

/** How the units stood after each event that counts. Refuses a log that the life cycle does not allow. */
export function stepsOf({ log }: Pick<Consignment, 'log'>): Step[] {
  let standing: Standing | undefined;
  const steps: Step[] = [];
  for (const event of log) {
    if (event.struckOut) continue;
    standing = next(standing, event);
    if (standing) steps.push({ event, standing });
  }
  return steps;
}

/** How the units stand now; undefined where all that was told is struck out. */
export function standingOf(consignment: Pick<Consignment, 'log'>): Standing | undefined {
  return stepsOf(consignment).at(-1)?.standing;
}

/** How units stand after something happened to them. Refuses what the life cycle does not allow. */
export function after(before: Standing, event: Happening): Standing {
  if (event.kind === 'note') return before;
  allow(!isEnded(before), event.kind, before);
  return transitions[event.kind](before, event);
}

/** Whether such a thing can happen to units that stand so. */
export function canFollow(standing: Standing, kind: EventKind): boolean {
  try {
    after(standing, { kind, date: standing.since, to: elsewhereAtAll });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Stands for any place where the units are not. */
const elsewhereAtAll: Place = { placeId: '', region: '' };

function next(before: Standing | undefined, event: EquipmentEvent): Standing | undefined {
  if (before) return after(before, event);
  if (event.kind === 'note') return undefined;
  allow(event.kind === 'planned', event.kind);
  return { state: 'planned', since: event.date, destination: destinationIn(event) };
}

type Transition = (before: Standing, event: Happening) => Standing;

const transitions: Record<Exclude<EventKind, 'note'>, Transition> = {
  /** Units in a warehouse are planned to move on. */
  planned: (before, event) => {
    const isInStore = before.holder !== undefined && isWarehouse(before.holder);
    allow(isInStore && isAtPlace(before) && isFree(before), event.kind, before);
    return { ...before, destination: elsewhere(before, event) };
  },
  shipped: (before, event) => {
    const isReady = before.state === 'planned' || isAtPlace(before);
    allow(isReady && before.destination !== undefined, event.kind, before);
    const { unused: _, ...rest } = before;
    return { ...rest, state: 'shipped', since: event.date };
  },
  missing: (before, event) => {
    allow(before.state === 'shipped' && !before.missingSince, event.kind, before);
    return { ...before, missingSince: event.date };
  },
  received: (before, event) => {
    allow(before.state === 'shipped', event.kind, before);
    const { destination, missingSince: _, ...rest } = before;
    return { ...rest, state: 'received', since: event.date, holder: destination };
  },
  installed: (before, event) => {
    const isAtFacility = before.holder !== undefined && !isWarehouse(before.holder);
    allow(before.state === 'received' && isAtFacility, event.kind, before);
    return { ...before, state: 'installed', since: event.date };
  },
  firstUse: (before, event) => {
    allow(before.state === 'installed', event.kind, before);
    return { ...before, state: 'inUse', since: event.date };
  },
  dismantled: (before, event) => {
    allow(isInstalled(before), event.kind, before);
    const { unused: _, ...rest } = before;
    return { ...rest, state: 'received', since: event.date };
  },
  fault: (before, event) => {
    allow(isAtPlace(before) && !before.faultySince, event.kind, before);
    return { ...before, faultySince: event.date };
  },
  repaired: (before, event) => {
    allow(isAtPlace(before) && before.faultySince, event.kind, before);
    const { faultySince: _, ...rest } = before;
    return rest;
  },
  active: (before, event) => {
    allow(isInstalled(before) && before.unused, event.kind, before);
    const { unused: _, ...rest } = before;
    return rest;
  },
  stored: unused('stored'),
  notInUse: unused('notInUse'),
  transferOffered: (before, event) => {
    allow(isAtPlace(before) && isFree(before), event.kind, before);
    return { ...before, offeredTo: elsewhere(before, event) };
  },
  transferAccepted: (before, event) => {
    allow(before.offeredTo, event.kind, before);
    const { offeredTo, ...rest } = before;
    return { ...rest, destination: offeredTo };
  },
  transferDeclined: (before, event) => {
    allow(before.offeredTo, event.kind, before);
    const { offeredTo: _, ...rest } = before;
    return rest;
  },
  /** Whoever gives may think better of it until the units are on their way. */
  transferWithdrawn: (before, event) => {
    allow(isAtPlace(before) && !isFree(before), event.kind, before);
    const { offeredTo: _, destination: __, ...rest } = before;
    return rest;
  },
  returned: end('returned'),
  lost: (before, event) => {
    allow(before.state !== 'planned', event.kind, before);
    return ended(before, event, 'lost');
  },
  destroyed: end('destroyed'),
  scrapped: end('scrapped'),
};

function unused(kind: 'stored' | 'notInUse'): Transition {
  return (before, event) => {
    allow(isInstalled(before) && before.unused?.kind !== kind, event.kind, before);
    return { ...before, unused: { kind, since: event.date, ...(event.reason && { reason: event.reason }) } };
  };
}

/** What was never received cannot come to such an end; it is lost on the way. */
function end(state: 'returned' | 'destroyed' | 'scrapped'): Transition {
  return (before, event) => {
    allow(before.holder, event.kind, before);
    return ended(before, event, state);
  };
}

/** Where they were when it ended stays known: that is where they count. */
function ended({ holder, destination }: Standing, { date }: Happening, state: EquipmentState): Standing {
  return { state, since: date, ...(holder ? { holder } : { destination }) };
}

function isFree({ destination, offeredTo }: Standing): boolean {
  return !destination && !offeredTo;
}

function destinationIn({ to, kind }: Happening): Place {
  ensure(to, 'invalid', `Say where the units go: "${kind}" needs a place.`, { field: 'to' });
  return to;
}

function elsewhere({ holder }: Standing, event: Happening): Place {
  const to = destinationIn(event);
  ensure(to.placeId !== holder?.placeId, 'invalid', 'The units are there already.', { field: 'to' });
  return to;
}

function allow(condition: unknown, kind: EventKind, before?: Standing): asserts condition {
  if (condition) return;
  const state = before ? `They are ${before.state}.` : 'They are not planned yet.';
  throw new Refusal('wrongState', `"${kind}" cannot happen to these units now. ${state}`, { field: 'kind' });
}
