import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { accepted, decideEach, type Accepted, type Decision } from '../importRows.ts';
import { Refusal, ensure } from '../refusal.ts';
import { SolutionId } from '../solution/solutionTerms.ts';
import { lineOf } from '../text.ts';
import { firstEquipmentDay } from './bounds.ts';
import { ConsignmentFacts, OtherSource, Units, type Consignment, type ToldEvent } from './consignment.ts';
import { addEvent, beginConsignment, ensureAccountable, factsIn, type Telling } from './consignmentRules.ts';
import { PlaceId, isWarehouse, type Place } from './place.ts';
import { standingOf } from './standing.ts';

/** The states in which equipment that is there already can be. */
export const StockState = z.enum(['received', 'installed', 'inUse']);

/** What a row of an import says of equipment that is at a place. */
export const StockRow = z.extend(ConsignmentFacts, {
  placeId: PlaceId,
  /** Under which the place's own books hold the units: it tells a row that comes again. */
  inventoryNumber: lineOf(60),
  equipmentType: z.string().check(z.maxLength(60)),
  units: Units,
  source: OtherSource,
  solutionId: z.optional(SolutionId),
  /** Follows from the days; where it is told all the same, it must agree with them. */
  state: z.optional(StockState),
  receivedOn: z.optional(Day),
  installedOn: z.optional(Day),
  firstUsedOn: z.optional(Day),
  faultySince: z.optional(Day),
});
export type StockRow = z.infer<typeof StockRow>;

/** A row, and the consignment that it is about. */
export type StockOfRow = StockRow & { consignmentId: string };

/** What is on record of what the rows name. */
export interface StockOnRecord {
  consignments: ReadonlyMap<string, Consignment>;
  places: ReadonlyMap<string, Place>;
  /** As consignments keep them. */
  solutions: ReadonlyMap<string, NonNullable<Consignment['solution']>>;
}

interface Circumstances extends Omit<Telling, 'places'> {
  pack: Pick<CountryPack, 'equipmentTypes'>;
  /** Whether the caller may enter equipment there. */
  mayEnterAt: (place: Place) => boolean;
}

/** Decides what becomes of each row. */
export function decideStock(
  rows: StockOfRow[],
  onRecord: StockOnRecord,
  on: Circumstances,
): Decision<Consignment>[] {
  const seen = new Set<string>();
  return decideEach(rows, (row) => {
    ensure(!seen.has(row.consignmentId), 'alreadyExists', 'An earlier row has this number.', {
      field: 'inventoryNumber',
    });
    seen.add(row.consignmentId);
    return decideRow(row, onRecord, on);
  });
}

function decideRow(row: StockOfRow, onRecord: StockOnRecord, on: Circumstances): Accepted<Consignment> {
  ensureKnown(row, onRecord, on);
  const told = toldIn(row);
  ensureDays(row, on);
  const telling = { ...on, places: onRecord.places };
  const before = onRecord.consignments.get(row.consignmentId);
  return accepted(before, before ? mended(before, row, told, telling) : begun(row, told, onRecord, telling));
}

function ensureKnown(
  { placeId, equipmentType, solutionId }: StockOfRow,
  { places, solutions }: StockOnRecord,
  { pack, mayEnterAt }: Circumstances,
): void {
  const place = places.get(placeId);
  ensure(place && mayEnterAt(place), 'notFound', 'There is no such place where you enter equipment.', {
    field: 'placeId',
  });
  ensure(
    pack.equipmentTypes.some(({ code }) => code === equipmentType),
    'invalid',
    `There is no equipment type "${equipmentType}".`,
    { field: 'equipmentType' },
  );
  ensure(!solutionId || solutions.has(solutionId), 'invalid', `There is no solution "${solutionId}".`, {
    field: 'solutionId',
  });
}

/** An event, and the column that tells of it. */
interface Told {
  field: 'receivedOn' | 'installedOn' | 'firstUsedOn' | 'faultySince';
  event: ToldEvent;
}

/** What happened to the units, the oldest first. What is installed or in use has been received by then. */
function toldIn({ placeId, receivedOn, installedOn, firstUsedOn, faultySince }: StockRow): Told[] {
  const received = receivedOn ?? installedOn ?? firstUsedOn;
  ensure(received, 'invalid', 'Say since when the units are there.', { field: 'receivedOn' });
  const installed = installedOn ?? firstUsedOn;
  const told: Told[] = [
    { field: 'receivedOn', event: { kind: 'planned', date: received, to: placeId } },
    { field: 'receivedOn', event: { kind: 'shipped', date: received } },
    { field: 'receivedOn', event: { kind: 'received', date: received } },
    ...column('installedOn', 'installed', installed),
    ...column('firstUsedOn', 'firstUse', firstUsedOn),
    ...column('faultySince', 'fault', faultySince),
  ];
  return told.toSorted((one, other) => one.event.date.localeCompare(other.event.date));
}

function column(field: Told['field'], kind: ToldEvent['kind'], date: Day | undefined): Told[] {
  return date ? [{ field, event: { kind, date } }] : [];
}

/** The days lie in the past, follow each other, and lead to the state that is told. */
function ensureDays(row: StockRow, { today }: Circumstances): void {
  const { receivedOn, installedOn, firstUsedOn, faultySince } = row;
  const days = { receivedOn, installedOn, firstUsedOn };
  let last = firstEquipmentDay;
  for (const [field, day = last] of Object.entries(days)) {
    ensureDay(day, [last, today], field);
    last = day;
  }
  const first = receivedOn ?? installedOn ?? firstUsedOn ?? firstEquipmentDay;
  if (faultySince) ensureDay(faultySince, [first, today], 'faultySince');
  const isInstalled = installedOn ?? firstUsedOn;
  ensure(!isInstalled || !isWarehouse(row), 'wrongState', 'In a warehouse nothing is installed.', {
    field: installedOn ? 'installedOn' : 'firstUsedOn',
  });
  const reached = firstUsedOn ? 'inUse' : installedOn ? 'installed' : 'received';
  ensure(!row.state || row.state === reached, 'wrongState', `By their days they are "${reached}".`, {
    field: 'state',
  });
}

function ensureDay(day: Day, [first, last]: [Day, Day], field: string): void {
  ensure(day >= first && day <= last, 'dateNotAllowed', `The day must lie between ${first} and ${last}.`, {
    field,
  });
}

function begun(row: StockOfRow, told: Told[], { solutions }: StockOnRecord, telling: Telling): Consignment {
  const { consignmentId, source, equipmentType, units, inventoryNumber, solutionId = '' } = row;
  const solution = solutions.get(solutionId);
  return beginConsignment(
    {
      consignmentId,
      source,
      equipmentType,
      units,
      usdCents: 0,
      ...(solution && { solution }),
      ...factsIn(row),
      inventory: { number: inventoryNumber, units },
    },
    told.map(({ event }) => event),
    telling,
  );
}

/** What the row says besides what is known: an import neither takes away nor tells anew what happened. */
function mended(before: Consignment, row: StockOfRow, told: Told[], telling: Telling): Consignment {
  ensureSameUnits(before, row);
  ensureAccountable(row);
  const { source } = before;
  return {
    ...withMissing(before, row, told, telling),
    ...factsIn(row),
    source: source.kind === 'donation' ? source : { ...source, ...row.source },
    version: before.version + 1,
  };
}

/** What the units are is not mended by the way. */
function ensureSameUnits(before: Consignment, row: StockOfRow): void {
  const { inventory, source, equipmentType, solution } = before;
  const isSame: Record<string, boolean> = {
    equipmentType: row.equipmentType === equipmentType,
    units: row.units === (inventory?.units ?? before.units),
    source: row.source.kind === source.kind,
    solutionId: !row.solutionId || row.solutionId === solution?.solutionId,
  };
  const other = Object.keys(isSame).find((field) => !isSame[field]);
  ensure(!other, 'wrongState', 'On record this is otherwise, and an import does not change it.', {
    ...(other && { field: other }),
  });
}

/** The events that are not on record yet, each where it fits; one that was struck out is not told again. */
function withMissing(
  before: Consignment,
  { placeId }: StockRow,
  told: Told[],
  telling: Telling,
): Consignment {
  const isKnown = ({ event }: Told) =>
    before.log.some(({ kind, date }) => kind === event.kind && date === event.date);
  const missing = told.filter((one) => !isKnown(one));
  const [first] = missing;
  const isThere = before.parts === 0 && standingOf(before)?.holder?.placeId === placeId;
  ensure(!first || isThere, 'wrongState', 'These units have moved on: tell of it on their own page.', {
    ...(first && { field: first.field }),
  });
  return missing.reduce((known, one) => withTold(known, one, telling), before);
}

function withTold(known: Consignment, { field, event }: Told, telling: Telling): Consignment {
  try {
    return addEvent(known, event, telling).after;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('wrongState', 'It does not fit with what is on record of these units.', { field });
  }
}
