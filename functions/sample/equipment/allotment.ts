import type { Day } from '../../domain/calendar.ts';
import type { ToldEvent } from '../../domain/equipment/consignment.ts';
import { sampleToday } from '../publishedFigures.ts';

/** The steps of units from the depot into use. */
export interface Days {
  planned: Day;
  shipped: Day;
  received: Day;
  installed: Day;
  firstUse: Day;
}

/** What becomes of units besides, or instead of, coming into use. */
export type Fate =
  | { kind: 'inUse' | 'installed' | 'received' | 'underWay' | 'planned' }
  | { kind: 'lost'; on: Day; note: string }
  | { kind: 'destroyed'; on: Day; note: string }
  | { kind: 'faulty'; on: Day; note?: string; repairedOn?: Day }
  | { kind: 'unused'; as: 'stored' | 'notInUse'; on: Day; reason: NonNullable<ToldEvent['reason']> }
  /** One unit was not in the box. */
  | { kind: 'short' }
  /** One unit came broken. */
  | { kind: 'damaged' }
  /** One unit goes its own way. */
  | { kind: 'scrapped'; on: Day; note: string };

/** Units of a donation's line for a place, and what becomes of them. */
export interface Allotment {
  donationId: string;
  lineId: string;
  placeId: string;
  units: number;
  days: Days;
  fate: Fate;
  /** The story that goes on with them elsewhere. */
  goesOn?: 'transfer' | 'offer' | 'warehouse';
}

/** One step of a story: told by who moves equipment or by who has it, of all units or of a part by its number. */
export type Told = {
  by: 'mover' | 'head';
  part?: number;
} & (
  { event: ToldEvent & { units?: number } } | { receipt: { date: Day; working: number; damaged: number } }
);

/** What is told of an allotment after its plan, as far as it has happened by the sample's day. */
export function storyOf({ units, days, fate }: Pick<Allotment, 'units' | 'days' | 'fate'>): Told[] {
  return told(fate, days, units).filter((step) => dayOf(step) <= sampleToday);
}

/** The day that a step is of. */
export function dayOf(step: Told): Day {
  return 'event' in step ? step.event.date : step.receipt.date;
}

function told(fate: Fate, days: Days, units: number): Told[] {
  const [shipped, received, installed, firstUse] = usual(days);
  const whole = [shipped, received, installed, firstUse];
  const counted = (damaged: number): Told => ({
    by: 'head',
    receipt: { date: days.received, working: units - 1, damaged },
  });
  switch (fate.kind) {
    case 'planned':
      return [];
    case 'underWay':
      return [shipped];
    case 'received':
      return [shipped, received];
    case 'installed':
      return [shipped, received, installed];
    case 'inUse':
      return whole;
    case 'lost':
      return [shipped, moved('lost', fate.on, fate.note)];
    case 'destroyed':
      return [...whole, moved('destroyed', fate.on, fate.note)];
    case 'faulty':
      return [
        ...whole,
        had('fault', fate.on, { reason: 'broken', ...(fate.note && { note: fate.note }) }),
        ...(fate.repairedOn ? [had('repaired', fate.repairedOn)] : []),
      ];
    case 'unused':
      return [...whole, had(fate.as, fate.on, { reason: fate.reason })];
    case 'short':
      return [shipped, counted(0), { ...installed, part: 1 }, { ...firstUse, part: 1 }];
    case 'damaged':
      return [shipped, counted(1), installed, firstUse];
    case 'scrapped':
      return [...whole, moved('scrapped', fate.on, fate.note, 1)];
  }
}

function usual({ shipped, received, installed, firstUse }: Days): [Told, Told, Told, Told] {
  return [
    moved('shipped', shipped),
    had('received', received),
    had('installed', installed),
    had('firstUse', firstUse),
  ];
}

function had(kind: ToldEvent['kind'], date: Day, more: Partial<ToldEvent> = {}): Told {
  return { by: 'head', event: { kind, date, ...more } };
}

function moved(kind: ToldEvent['kind'], date: Day, note?: string, units?: number): Told {
  return { by: 'mover', event: { kind, date, ...(note && { note }), ...(units && { units }) } };
}
