import type { Day, Instant } from '../calendar.ts';
import type { Person } from '../person.ts';
import { plainText } from '../plainText.ts';
import { Refusal, ensure } from '../refusal.ts';
import { firstEquipmentDay, lastEquipmentDay } from './bounds.ts';
import type { Consignment, ConsignmentFacts, EquipmentEvent, ReceiptBody, ToldEvent } from './consignment.ts';
import { shareOf } from './money.ts';
import type { Place } from './place.ts';
import { placeOf, standingOf, stepsOf } from './standing.ts';

/** Who tells of an event, when, and the places that it names. */
export interface Telling {
  by: Person;
  at: Instant;
  today: Day;
  /** Places by id, as they are now. */
  places: ReadonlyMap<string, Place>;
}

/** A consignment as a command leaves it, and the parts that it split off. */
export interface Changed {
  after: Consignment;
  parts: Consignment[];
}

/** What one item of the database and one page can carry. */
const mostEvents = 150;

/** A consignment begins with what was told of it, in the order of days; at least where it is to go. */
export function beginConsignment(
  consignment: Omit<Consignment, 'version' | 'parts' | 'log'>,
  told: ToldEvent[],
  telling: Telling,
): Consignment {
  const log = told.map((event, index) => eventOf(event, index + 1, telling));
  const isInOrder = log.every(({ date }, index) => (log[index - 1]?.date ?? date) <= date);
  ensure(isInOrder, 'dateNotAllowed', 'The events must be in the order of their days.', { field: 'log' });
  ensureAccountable(consignment);
  const begun = { ...consignment, version: 1, parts: 0, log };
  ensure(standingOf(begun), 'invalid', 'Say where the units are to go.', { field: 'log' });
  return begun;
}

/** Something happened to all units, or to some, which then go their own way as a part. */
export function addEvent(
  consignment: Consignment,
  { units = consignment.units, ...event }: ToldEvent & { units?: number },
  telling: Telling,
): Changed {
  ensureUnits(units, consignment);
  ensure(standingOf(consignment), 'wrongState', 'This consignment was a mistake and is struck out.');
  const known = refreshed(consignment, telling.places);
  if (units === known.units) return { after: next(withEvents(known, [event], telling)), parts: [] };
  const { rest, part } = split(known, units);
  return { after: next(rest), parts: [withEvents(part, [event], telling)] };
}

/**
 * The receiver confirms what came: what works, what is damaged, and what is missing, each going its own way. What is
 * missing stays this consignment, for it is still to come; otherwise what works does.
 */
export function receive(
  consignment: Consignment,
  { date, working, damaged, note }: ReceiptBody,
  telling: Telling,
): Changed {
  const known = refreshed(consignment, telling.places);
  const missing = known.units - working - damaged;
  ensure(missing >= 0, 'tooHigh', `Only ${known.units} units were sent.`, { field: 'working' });
  const received = { kind: 'received', date, ...(note && { note }) } as const;
  const { missingSince, faultySince } = standingOf(known) ?? {};
  const isNoted = missingSince !== undefined;
  // What was sent faulty is so already, unless it works where it came to.
  const isFaulty = faultySince !== undefined;
  const groups: { units: number; events: ToldEvent[] }[] = [
    { units: missing, events: isNoted ? [] : [{ kind: 'missing', date }] },
    { units: working, events: isFaulty ? [received, { kind: 'repaired', date }] : [received] },
    {
      units: damaged,
      events: isFaulty ? [received] : [received, { kind: 'fault', date, reason: 'damagedOnTheWay' }],
    },
  ];
  const [own, ...others] = groups.filter(({ units }) => units > 0);
  if (!own) throw new Error('A consignment has units.');
  ensure(own.events.length + others.length > 0, 'wrongState', 'It is known that none of them have come.');
  let rest = known;
  const parts = others.map(({ units, events }) => {
    const both = split(rest, units);
    rest = both.rest;
    return withEvents(both.part, events, telling);
  });
  return { after: next(withEvents(rest, own.events, telling)), parts };
}

/** An event was a mistake: it counts no more, as far as those after it allow. */
export function strikeOut(
  consignment: Consignment,
  { eventId, reason }: { eventId: number; reason: string },
  { by, at, places }: Telling,
): Consignment {
  const known = refreshed(consignment, places);
  const event = known.log.find((one) => one.eventId === eventId);
  ensure(event, 'notFound', 'There is no such event.', { field: 'eventId' });
  ensure(!event.struckOut, 'wrongState', 'This event is struck out already.', { field: 'eventId' });
  const log = known.log.map((one) => (one === event ? { ...one, struckOut: { by, at, reason } } : one));
  try {
    stepsOf({ log });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('wrongState', 'What was told later builds on this event: strike that out first.', {
      field: 'eventId',
    });
  }
  return next({ ...known, log });
}

/** Since when the units are planned; undefined where all that was told of them is struck out. */
export function plannedOn(consignment: Pick<Consignment, 'log'>): Day | undefined {
  return stepsOf(consignment)[0]?.event.date;
}

/** The facts that are told; an empty list tells none. */
export function factsIn({
  serialNumbers,
  orderNumber,
  accountableUntil,
}: ConsignmentFacts): ConsignmentFacts {
  return {
    ...(serialNumbers && serialNumbers.length > 0 && { serialNumbers }),
    ...(orderNumber && { orderNumber }),
    ...(accountableUntil && { accountableUntil }),
  };
}

/** Refuses a day that nobody can mean. */
export function ensureAccountable({ accountableUntil }: ConsignmentFacts, first = firstEquipmentDay): void {
  ensure(
    !accountableUntil || (accountableUntil >= first && accountableUntil <= lastEquipmentDay),
    'dateNotAllowed',
    `The day must lie between ${first} and ${lastEquipmentDay}.`,
    { field: 'accountableUntil' },
  );
}

/** These are the facts from now on: what they leave out is not known any more. */
export function correctFacts(consignment: Consignment, facts: ConsignmentFacts): Consignment {
  const since = plannedOn(consignment);
  ensure(since, 'wrongState', 'This consignment was a mistake and is struck out.');
  ensureSerialNumbers(facts, consignment);
  ensureAccountable(facts, since);
  const { serialNumbers: _, orderNumber: __, accountableUntil: ___, ...others } = consignment;
  return { ...others, ...factsIn(facts), version: consignment.version + 1 };
}

/** A place has moved to another region: the units count where it was then. */
export function followPlaces(consignment: Consignment, places: Telling['places']): Changed {
  return { after: next(refreshed(consignment, places)), parts: [] };
}

/** Whether a place that the consignment remembers has moved since. */
export function isBehind(consignment: Consignment, places: Telling['places']): boolean {
  return plainText(refreshed(consignment, places)) !== plainText(consignment);
}

/** The places that the consignment remembers, as they are now: one may have moved to another region. */
function refreshed(consignment: Consignment, places: ReadonlyMap<string, Place>): Consignment {
  const log = consignment.log.map((event) => {
    const now = event.to && places.get(event.to.placeId);
    return now ? { ...event, to: now } : event;
  });
  return { ...consignment, log };
}

/** The facilities and warehouses that a consignment's log names. */
export function placesIn({ log }: Pick<Consignment, 'log'>): string[] {
  return [...new Set(log.flatMap(({ to }) => to?.placeId ?? []))];
}

/** Where a command on the units is judged: where they are, or are to go. Undefined where all is struck out. */
export function currentPlace(consignment: Consignment): Place | undefined {
  const standing = standingOf(consignment);
  return standing && placeOf(standing);
}

const next = (consignment: Consignment): Consignment => ({
  ...consignment,
  version: consignment.version + 1,
});

function ensureUnits(units: number, { units: all }: Consignment): void {
  ensure(units <= all, 'tooHigh', `Only ${all} units are in this consignment.`, { field: 'units' });
}

/** Each unit has at most one, and no two the same. */
function ensureSerialNumbers({ serialNumbers = [] }: ConsignmentFacts, { units }: Consignment): void {
  const field = 'serialNumbers';
  const isEachOnce = new Set(serialNumbers).size === serialNumbers.length;
  ensure(isEachOnce, 'invalid', 'A serial number is named twice.', { field });
  ensure(serialNumbers.length <= units, 'tooHigh', `Only ${units} units are in this consignment.`, { field });
}

/** Splits units off with their share of the value; both keep the log. */
function split(consignment: Consignment, units: number): { rest: Consignment; part: Consignment } {
  const { consignmentId, serialNumbers: _, ...shared } = consignment;
  const cents = shareOf(consignment.usdCents, consignment.units, units);
  const parts = consignment.parts + 1;
  return {
    rest: { ...consignment, units: consignment.units - units, usdCents: consignment.usdCents - cents, parts },
    part: {
      ...shared,
      consignmentId: `${consignmentId}.${parts}`,
      partOf: consignmentId,
      units,
      usdCents: cents,
      version: 1,
      parts: 0,
    },
  };
}

/** Events take their places by day; each must fit between its neighbours. */
function withEvents(consignment: Consignment, told: ToldEvent[], telling: Telling): Consignment {
  return told.reduce((before, event) => withEvent(before, event, telling), consignment);
}

function withEvent(before: Consignment, told: ToldEvent, telling: Telling): Consignment {
  ensure(before.log.length < mostEvents, 'invalid', `More than ${mostEvents} events are not kept.`);
  const eventId = Math.max(...before.log.map((one) => one.eventId)) + 1;
  const event = eventOf(told, eventId, telling);
  const at = before.log.findLastIndex(({ date }) => date <= event.date) + 1;
  const upTo = [...before.log.slice(0, at), event];
  stepsOf({ log: upTo });
  const log = [...upTo, ...before.log.slice(at)];
  try {
    stepsOf({ log });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('dateNotAllowed', 'What happened later does not fit with this on such a day.', {
      field: 'date',
    });
  }
  return { ...before, log };
}

function eventOf(
  { to, ...told }: ToldEvent,
  eventId: number,
  { by, at, today, places }: Telling,
): EquipmentEvent {
  ensure(
    told.date >= firstEquipmentDay && told.date <= today,
    'dateNotAllowed',
    `The day must lie between ${firstEquipmentDay} and today.`,
    { field: 'date' },
  );
  const needsPlace = told.kind === 'planned' || told.kind === 'transferOffered';
  ensure(needsPlace || to === undefined, 'invalid', 'Only what is planned or offered names a place.', {
    field: 'to',
  });
  const place = to === undefined ? undefined : places.get(to);
  ensure(to === undefined || place, 'invalid', `There is no place "${to}".`, { field: 'to' });
  return { eventId, ...told, at, by, ...(place && { to: place }) };
}
