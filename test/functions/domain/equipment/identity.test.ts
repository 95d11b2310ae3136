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
import { registerDonation } from '../../../../functions/domain/equipment/agreement.ts';
import { type Donation } from '../../../../functions/domain/equipment/donation.ts';
import { concernFigure, unitsFigure } from '../../../../functions/domain/equipment/equipmentFigures.ts';
import { chainSteps, unitsWithin } from '../../../../functions/domain/equipment/chain/chain.ts';
import { dayClasses } from '../../../../functions/domain/equipment/chain/dayClasses.ts';
import { useFunnel } from '../../../../functions/domain/equipment/chain/useFunnel.ts';
import { correctRate, followRate } from '../../../../functions/domain/equipment/rateCorrection.ts';
import { standingOf, stepsOf } from '../../../../functions/domain/equipment/standing.ts';
import { regionCodes } from '../../../../functions/domain/countryPack.ts';
import { cubeOf } from '../../../../functions/domain/progress.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { testPack } from '../../../support/builders.ts';
import { agreement, consignment, inUse, lviv, odesa, store, telling } from '../../../support/equipment.ts';

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
/** The rate of the line was wrong; its consignments follow one after the other, in any order. */
const correction = fc.record({
  do: fc.constant('correctRate' as const),
  usdRate: fc.constantFrom('0.37', '1.1', '41.5'),
});
const follow = fc.record({ do: fc.constant('followRate' as const) });
const command = fc.record({
  at: fc.nat(),
  what: fc.oneof(
    { weight: 8, arbitrary: event },
    { weight: 2, arbitrary: receipt },
    strike,
    correction,
    follow,
  ),
});
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

interface Known {
  donation: Donation;
  all: Consignment[];
}

/** Seven units of a line, all of them in one consignment. */
function begun(kinds: typeof inUse): Known {
  const all = [consignment(kinds, { units: 7 })];
  const planned = { units: 7, usdCents: 100_001 };
  const registered = registerDonation({ donationId: 'aid', donorId: 'donor-1' }, agreement, {
    ...telling,
    pack: testPack,
    solutions: [],
  });
  const lines = registered.lines.map((line) => ({ ...line, quantity: 7, usdCents: 100_001, planned }));
  return { donation: { ...registered, lines }, all };
}

/** Does a command, on the consignment that it comes to; what is refused changes nothing. */
function done({ donation, all }: Known, { at, what }: Command): Known {
  const before = all[at % all.length];
  if (!before) throw new Error('There are always units.');
  const withOwn = (own: Consignment[]) => all.flatMap((one) => (one === before ? own : [one]));
  try {
    if (what.do === 'correctRate') {
      const rate = { usdRate: what.usdRate, usdRateOn: telling.today };
      return { donation: correctRate(donation, 'l1', rate, telling.today), all };
    }
    if (what.do === 'followRate') {
      const followed = followRate(donation, before);
      return { donation: followed.donation, all: withOwn([followed.consignment]) };
    }
    const { after, parts } = changed(before, what);
    return { donation, all: withOwn([after, ...parts]) };
  } catch (error) {
    if (error instanceof Refusal) return { donation, all };
    throw error;
  }
}

type Happening = Exclude<Command['what'], { do: 'correctRate' | 'followRate' }>;

function changed(before: Consignment, what: Happening): Changed {
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

/** In every row, units that came further came so far before; and money that was received is the same as in the country's figures. */
function expectChain(known: Consignment[]): void {
  const rows = known
    .flatMap((one) => consignmentContributions(one, testPack))
    .filter(({ scope }) => scope === 'equipment:all');
  const cube = cubeOf(rows, regionCodes(testPack));
  for (const row of cube.rows) {
    const steps = useFunnel(cube, [row]).steps.map(({ units }) => units);
    expect([...steps, 0]).toEqual([...steps, 0].sort((a, b) => b - a));
  }
  const { steps, ended } = useFunnel(cube, regionCodes(testPack));
  const value = Object.fromEntries(steps.map(({ step, usdCents }) => [step, usdCents]));
  const country = totals(known);
  expect(value['shipped']).toBe(country['aidShippedUsd'] ?? 0);
  expect(value['received']).toBe(country['aidReceivedUsd'] ?? 0);
  const lost = [...steps.flatMap(({ missing }) => missing), ...ended].filter(({ why }) => why === 'lost');
  expect(lost.reduce((sum, { usdCents }) => sum + usdCents, 0)).toBe(
    (country['aidLostUnderWayUsd'] ?? 0) + (country['aidLostUsd'] ?? 0),
  );
  const took = chainSteps.slice(1).map((step) => {
    const within = dayClasses.map((one) => unitsWithin(step, one));
    return rows.reduce(
      (sum, { amounts }) => sum + within.reduce((all, name) => all + (amounts[name] ?? 0), 0),
      0,
    );
  });
  expect(took).toEqual(steps.slice(1).map(({ units }) => units));
}

test('whatever happens, and whatever its rate was, what was shipped and received is accounted for, in units and cents', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.nat(4), fc.array(command, { maxLength: 40 }), (before, commands) => {
      const { donation, all: known } = commands.reduce(done, begun(inUse.slice(0, before)));
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
      expectChain(known);
      expect(of('aidInUseUsd')).toBe(cents(({ state }) => state === 'inUse'));
      expect(equipmentStates.reduce((sum, state) => sum + of(unitsFigure(state)), 0)).toBe(7);
      for (const month of ['2024-03', '2024-06', '2024-09', '2024-11', '2025-02'])
        for (const concern of equipmentConcerns)
          expect(levelAt(known, concernFigure(concern), month), `${concern} ${month}`).toBe(
            unitsWith(known, concern, month),
          );
      expect(known.reduce((sum, one) => sum + one.units, 0)).toBe(7);
      const worth = known.reduce((sum, one) => sum + one.usdCents, 0);
      const [line] = donation.lines;
      expect(worth).toBe(line?.planned.usdCents);
      if (!line?.behind) expect(worth).toBe(line?.usdCents);
      expect(summed(known.flatMap((one) => consignmentContributions(one, testPack)))).not.toHaveLength(0);
    }),
    { numRuns: 600 },
  );
  // The sequences go far enough to mean something.
  for (const state of ['inUse', 'lost', 'destroyed', 'scrapped', 'returned', 'received'])
    expect(reached).toContain(state);
});
