import * as z from 'zod/mini';
import { Day, Month, monthOf } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import type { Silence } from '../equipment/chain/silence.ts';
import {
  EquipmentState,
  equipmentStates,
  type Consignment,
  type EventKind,
} from '../equipment/consignment.ts';
import { isAtPlace, standingOf, stepsOf, type Standing } from '../equipment/standing.ts';
import { placeSeenBy, type KnownPlace } from '../locationPolicy.ts';
import { ProperNames } from '../names.ts';

/** Whether units are in use; not known where the reports of the newest months do not say. */
export const inUseAnswers = ['yes', 'no', 'notKnown'] as const;
export const InUse = z.enum(inUseAnswers);
export type InUse = z.infer<typeof InUse>;

/** What a timeline tells of; all else that happens to units stays inside. */
export const tracedKinds = [
  'planned',
  'shipped',
  'received',
  'installed',
  'firstUse',
  'dismantled',
  'returned',
  'lost',
  'destroyed',
  'scrapped',
] as const satisfies readonly EventKind[];
const TracedKind = z.enum(tracedKinds);
type TracedKind = z.infer<typeof TracedKind>;

/** Units that stand alike at places of which as much is told. */
const TracedUnits = z.strictObject({
  state: EquipmentState,
  inUse: InUse,
  units: z.int(),
  /** Of the region where they are; absent on the way, after the end, and where the policy tells nothing. */
  region: z.optional(ProperNames),
  settlement: z.optional(ProperNames),
});
type TracedUnits = z.infer<typeof TracedUnits>;

/** What happened, to how many units; of a donation by months, of a consignment by days. */
const Happened = z.strictObject({ on: z.union([Day, Month]), kind: TracedKind, units: z.int() });

/** All that anyone is told who opens a link. */
export const TraceCard = z.strictObject({
  of: z.enum(['donation', 'consignment']),
  country: ProperNames,
  asOf: Day,
  units: z.int(),
  where: z.array(TracedUnits),
  timeline: z.array(Happened),
});
export type TraceCard = z.infer<typeof TraceCard>;

/** What is known of the units besides their log. */
export interface TraceKnowledge {
  pack: Pick<CountryPack, 'names' | 'regions' | 'locationPolicy'>;
  today: Day;
  /** The places that the units name. */
  places: ReadonlyMap<string, KnownPlace>;
  /** What the reports say of units that are in use by their record. */
  silences: ReadonlyMap<string, Silence>;
}

/** The card of these consignments, which are a donation's or the parts of one; what was a mistake is not on it. */
export function traceCardOf(
  of: TraceCard['of'],
  consignments: Consignment[],
  known: TraceKnowledge,
): TraceCard {
  const where = consignments.flatMap((one) => {
    const standing = standingOf(one);
    return standing ? [tracedUnits(one, standing, known)] : [];
  });
  const happened = consignments.flatMap((one) => happenedTo(one, of));
  return {
    of,
    country: known.pack.names,
    asOf: known.today,
    units: where.reduce((sum, { units }) => sum + units, 0),
    where: added(where, ({ units: _, ...alike }) => JSON.stringify(alike)).sort(
      (a, b) => equipmentStates.indexOf(a.state) - equipmentStates.indexOf(b.state) || b.units - a.units,
    ),
    timeline: added(happened, ({ on, kind }) => `${on} ${kind}`).sort(
      (a, b) => a.on.localeCompare(b.on) || order(a) - order(b),
    ),
  };
}

const order = ({ kind }: { kind: TracedKind }): number => tracedKinds.indexOf(kind);

function tracedUnits(one: Consignment, standing: Standing, known: TraceKnowledge): TracedUnits {
  const { state } = standing;
  const inUse = inUseBy(standing, known.silences.get(one.consignmentId));
  return { state, inUse, units: one.units, ...whereOf(standing, known) };
}

/** By the record of the units, unless what was reported since says otherwise. */
function inUseBy({ state, faultySince, unused }: Standing, silence: Silence | undefined): InUse {
  if (state !== 'inUse' || faultySince || unused) return 'no';
  const byVerdict = { silent: 'no', notSilent: 'yes', notKnown: 'notKnown' } as const;
  return silence ? byVerdict[silence.verdict] : 'yes';
}

/** Where the public may know the units to be: never where they go, and no more than a region and a settlement. */
function whereOf(
  standing: Standing,
  { pack, places }: TraceKnowledge,
): Pick<TracedUnits, 'region' | 'settlement'> {
  const place = isAtPlace(standing) && standing.holder && places.get(standing.holder.placeId);
  if (!place) return {};
  const { region: code, settlement } = placeSeenBy({ role: 'public' }, place, pack);
  const region = pack.regions.find((one) => one.code === code);
  const told = ProperNames.safeParse(settlement);
  return { ...(region && { region: region.names }), ...(told.success && { settlement: told.data }) };
}

function happenedTo(consignment: Consignment, of: TraceCard['of']): z.infer<typeof Happened>[] {
  const isTraced = (kind: EventKind): kind is TracedKind => tracedKinds.some((one) => one === kind);
  return stepsOf(consignment).flatMap(({ event: { kind, date } }) => {
    const on = of === 'donation' ? monthOf(date) : date;
    return isTraced(kind) ? [{ on, kind, units: consignment.units }] : [];
  });
}

/** Rows that are alike as one, in the order in which they first came. */
function added<Row extends { units: number }>(rows: Row[], alike: (row: Row) => string): Row[] {
  return [...Map.groupBy(rows, alike).values()].flatMap((some) => {
    const [first] = some;
    return first ? [{ ...first, units: some.reduce((sum, { units }) => sum + units, 0) }] : [];
  });
}
