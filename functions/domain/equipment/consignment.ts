import * as z from 'zod/mini';
import { SolutionId, SolutionTerms } from '../solution/solutionTerms.ts';
import { Day, Instant } from '../calendar.ts';
import { Person } from '../person.ts';
import { lineOf, textOf } from '../text.ts';
import { longestNumber, mostSerialNumbers, mostUnits } from './bounds.ts';
import { DonationId, DonorId } from './giverIds.ts';
import { Place, PlaceId } from './place.ts';

export const ConsignmentId = z.string().check(z.regex(/^[a-z][a-z0-9-]{2,39}(\.\d{1,5}){0,6}$/));
export type ConsignmentId = z.infer<typeof ConsignmentId>;

/** Chosen by who enters equipment that is of no donation, such as `stock-k3v9x2`. */
export const StockId = z.string().check(z.regex(/^stock-[a-z0-9]{6,30}$/));

/** The states of equipment on its way into use, in order, and its ends. */
export const equipmentStates = [
  'planned',
  'shipped',
  'received',
  'installed',
  'inUse',
  'returned',
  'lost',
  'destroyed',
  'scrapped',
] as const;
export const EquipmentState = z.enum(equipmentStates);
export type EquipmentState = z.infer<typeof EquipmentState>;

/** Everything that can happen to equipment. */
export const eventKinds = [
  'planned',
  'shipped',
  'missing',
  'received',
  'installed',
  'firstUse',
  'dismantled',
  'fault',
  'repaired',
  'active',
  'stored',
  'notInUse',
  'transferOffered',
  'transferAccepted',
  'transferDeclined',
  'transferWithdrawn',
  'returned',
  'lost',
  'destroyed',
  'scrapped',
  'note',
] as const;
export const EventKind = z.enum(eventKinds);
export type EventKind = z.infer<typeof EventKind>;

/** Why equipment is faulty, or installed and not used. */
export const equipmentReasons = [
  'damagedOnTheWay',
  'broken',
  'spareParts',
  'power',
  'internet',
  'staff',
  'room',
  'noNeed',
  'other',
] as const;
export const EquipmentReason = z.enum(equipmentReasons);

/** One thing that happened, as it was told; the true day may lie long before it was told. */
export const EquipmentEvent = z.strictObject({
  /** Counts from 1 in the order of telling; parts of a consignment keep the numbers. */
  eventId: z.int().check(z.minimum(1)),
  kind: EventKind,
  date: Day,
  at: Instant,
  by: Person,
  /** Where the units are to go: of what is planned, and of a transfer. */
  to: z.optional(Place),
  reason: z.optional(EquipmentReason),
  note: z.optional(z.string()),
  /** The event was a mistake: it stays visible and counts no more. */
  struckOut: z.optional(z.strictObject({ by: Person, at: Instant, reason: z.string() })),
});
export type EquipmentEvent = z.infer<typeof EquipmentEvent>;

/** Who provided equipment that is of no donation. */
export const OtherSource = z.strictObject({
  kind: z.enum(['state', 'own', 'unknown']),
  name: z.optional(lineOf(200)),
});
export type OtherSource = z.infer<typeof OtherSource>;

/** Where equipment is from. */
export const EquipmentSource = z.union([
  z.strictObject({
    kind: z.literal('donation'),
    donationId: DonationId,
    donorId: DonorId,
    lineId: z.string(),
  }),
  OtherSource,
]);
export type EquipmentSource = z.infer<typeof EquipmentSource>;

/** The solution that equipment is for, with the terms that it counts with there. */
export const EquipmentSolution = z.strictObject({ solutionId: SolutionId, terms: SolutionTerms });
export type EquipmentSolution = z.infer<typeof EquipmentSolution>;

export const Units = z.int().check(z.minimum(1), z.maximum(mostUnits));

/** Facts about the units of a consignment besides where they are from and what became of them. */
export const ConsignmentFacts = z.strictObject({
  serialNumbers: z.optional(z.array(lineOf(longestNumber)).check(z.maxLength(mostSerialNumbers))),
  orderNumber: z.optional(lineOf(longestNumber)),
  /** The day until which the receiver answers to the donor for it. */
  accountableUntil: z.optional(Day),
});
export type ConsignmentFacts = z.infer<typeof ConsignmentFacts>;

/** Units of one source that go the same way and are in the same state. */
export const Consignment = z.extend(ConsignmentFacts, {
  consignmentId: ConsignmentId,
  version: z.int().check(z.minimum(1)),
  source: EquipmentSource,
  equipmentType: z.string(),
  solution: z.optional(EquipmentSolution),
  units: Units,
  /** What the units are worth in US cents; 0 where they are of no donation. */
  usdCents: z.int(),
  /** How many corrections of its line's rate that counts with. */
  rateCorrections: z.optional(z.int().check(z.minimum(1))),
  /** How the books of the place hold them from which they were imported. */
  inventory: z.optional(z.strictObject({ number: lineOf(60), units: Units })),
  /** How many parts were split off. */
  parts: z.int().check(z.minimum(0)),
  /** The consignment of which this is a part. */
  partOf: z.optional(ConsignmentId),
  /** In the order of days, those of a day in the order of telling. */
  log: z.array(EquipmentEvent).check(z.minLength(1)),
});
export type Consignment = z.infer<typeof Consignment>;

/** What a receiver has counted; what is neither is missing. */
export const ReceiptBody = z.strictObject({
  date: Day,
  working: z.int().check(z.minimum(0), z.maximum(mostUnits)),
  damaged: z.int().check(z.minimum(0), z.maximum(mostUnits)),
  note: z.optional(textOf(3, 500)),
});
export type ReceiptBody = z.infer<typeof ReceiptBody>;

/** An event as it is told. */
export const ToldEvent = z.strictObject({
  kind: EventKind,
  date: Day,
  to: z.optional(PlaceId),
  reason: z.optional(EquipmentReason),
  note: z.optional(textOf(3, 500)),
});
export type ToldEvent = z.infer<typeof ToldEvent>;

/** Equipment of no donation as it is entered: with all that happened to it, the oldest first. */
export const StockEntry = z.extend(ConsignmentFacts, {
  consignmentId: StockId,
  source: OtherSource,
  equipmentType: z.string(),
  solutionId: z.optional(SolutionId),
  units: Units,
  log: z.array(ToldEvent).check(z.minLength(1), z.maxLength(20)),
});
export type StockEntry = z.infer<typeof StockEntry>;
