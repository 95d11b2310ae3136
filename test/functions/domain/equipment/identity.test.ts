import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summed, type Amounts } from '../../../../functions/domain/contribution.ts';
import { daysIn, type Month } from '../../../../functions/domain/calendar.ts';
import {
  concernsOn,
  equipmentConcerns,
  type EquipmentConcern,
} from '../../../../functions/domain/equipment/concern.ts';
import {
  equipmentStates,
  eventKinds,
  type Consignment,
} from '../../../../functions/domain/equipment/consignment.ts';
import { consignmentContributions } from '../../../../functions/domain/equipment/consignmentContributions.ts';
import {
  addEvent,
  receive,
  strikeOut,
  type Changed,
} from '../../../../functions/domain/equipment/consignmentRules.ts';
import { concernFigure, unitsFigure } from '../../../../functions/domain/equipment/equipmentFigures.ts';
import { standingOf, stepsOf } from '../../../../functions/domain/equipment/standing.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { testPack } from '../../../support/builders.ts';
import { consignment, inUse, lviv, odesa, store, telling } from '../../../support/equipment.ts';

/** Mostly one after the other, as things happen; sometimes told later than they did. */
const day = fc.oneof(
  { weight: 5, arbitrary: fc.constant('2024-11-05') },
  fc.integer({ min: 3, max: 9 }).map((month) => `2024-0${month}-05`),
);
const forward = ['shipped', 'received', 'installed', 'firstUse', 'transferAccepted'] as const;
const event = fc.record({
  do: fc.constant('addEvent' as const),
  // What takes a consignment forward comes more often, or most would stay where they begin.
  kind: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(...forward),
    },
    { weight: 2, arbitrary: fc.constantFrom(...eventKinds) },
  ),
  date: day,
  to: fc.constantFrom(lviv.placeId, odesa.placeId, store.placeId),
  units: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
});
const receipt = fc.record({
  do: fc.constant('receive' as const),
  date: day,
  working: fc.integer({ min: 0, max: 3 }),
  damaged: fc.integer({ min: 0, max: 2 }),
});
const strike = fc.record({ do: fc.constant('strikeOut' as const), eventId: fc.integer({ min: 2, max: 9 }) });
const command = fc.record({ at: fc.nat(), what: fc.oneof({ weight: 4, arbitrary: event }, receipt, strike) });
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

function done(before: Consignment, { what }: Command): Consignment[] {
  try {
    const { after, parts } = changed(before, what);
    return [after, ...parts];
  } catch (error) {
    if (error instanceof Refusal) return [before];
    throw error;
  }
}

function changed(before: Consignment, what: Command['what']): Changed {
  if (what.do === 'strikeOut')
    return {
      after: strikeOut(before, { eventId: what.eventId, reason: 'a mistake' }, telling),
      parts: [],
    };
  if (what.do === 'receive') return receive(before, what, telling);
  const { kind, date, to, units } = what;
  const needsPlace = kind === 'planned' || kind === 'transferOffered';
  return addEvent(before, { kind, date, ...(needsPlace && { to }), ...(units && { units }) }, telling);
}

/** All amounts up to today, over all rows. */
function totals(consignments: Consignment[]): Amounts {
  const all: Amounts = {};
  for (const { scope, amounts } of consignments.flatMap((one) => consignmentContributions(one, testPack)))
    if (scope === 'country')
      for (const [name, amount] of Object.entries(amounts)) all[name] = (all[name] ?? 0) + amount;
  return all;
}

/** A level at the end of a month, as progress adds it up. */
function levelAt(consignments: Consignment[], name: string, last: Month): number {
  return consignments
    .flatMap((one) => consignmentContributions(one, testPack))
    .filter(({ scope, month }) => scope === 'country' && month <= last)
    .reduce((sum, { amounts }) => sum + (amounts[name] ?? 0), 0);
}

/** The same, looking at how each consignment stood on the month's last day. */
function unitsWith(consignments: Consignment[], concern: EquipmentConcern, month: Month): number {
  const day = `${month}-${daysIn(month)}`;
  const concerned = consignments.filter((one) => {
    const last = stepsOf(one).findLast(({ event }) => event.date <= day);
    return (
      last && concernsOn(day, { ...last.standing, lastEventOn: last.event.date }, testPack).includes(concern)
    );
  });
  return concerned.reduce((sum, { units }) => sum + units, 0);
}

test('whatever happens, what was shipped and received is accounted for, in units and cents', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.nat(4), fc.array(command, { maxLength: 40 }), (before, commands) => {
      let known = [consignment(inUse.slice(0, before), { units: 7 })];
      for (const one of commands) {
        const index = one.at % known.length;
        known = known.flatMap((before, at) => (at === index ? done(before, one) : [before]));
      }
      const all = totals(known);
      const of = (name: string) => all[name] ?? 0;
      const standings = known.map((one) => ({ one, standing: standingOf(one) }));
      for (const { standing } of standings) reached.add(standing?.state ?? 'none');
      const cents = (is: (standing: NonNullable<ReturnType<typeof standingOf>>) => boolean) =>
        standings.reduce((sum, { one, standing }) => sum + (standing && is(standing) ? one.usdCents : 0), 0);
      const isOnFirstWay = cents(({ state, holder }) => state === 'shipped' && !holder);

      expect(of('aidShippedUsd')).toBe(of('aidReceivedUsd') + isOnFirstWay + of('aidLostUnderWayUsd'));
      expect(of('aidReceivedUsd')).toBe(
        of('aidHeldUsd') +
          of('aidLostUsd') +
          of('aidDestroyedUsd') +
          of('aidScrappedUsd') +
          of('aidReturnedUsd'),
      );
      expect(of('aidInUseUsd')).toBe(cents(({ state }) => state === 'inUse'));
      expect(equipmentStates.reduce((sum, state) => sum + of(unitsFigure(state)), 0)).toBe(7);
      for (const month of ['2024-03', '2024-06', '2024-09', '2024-11', '2025-02'])
        for (const concern of equipmentConcerns)
          expect(levelAt(known, concernFigure(concern), month), `${concern} ${month}`).toBe(
            unitsWith(known, concern, month),
          );
      expect(known.reduce((sum, one) => sum + one.units, 0)).toBe(7);
      expect(known.reduce((sum, one) => sum + one.usdCents, 0)).toBe(100_001);
      expect(summed(known.flatMap((one) => consignmentContributions(one, testPack)))).not.toHaveLength(0);
    }),
    { numRuns: 600 },
  );
  // The sequences go far enough to mean something.
  for (const state of ['inUse', 'lost', 'destroyed', 'scrapped', 'returned', 'received'])
    expect(reached).toContain(state);
});
