import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adoptionPeriods } from '../../../functions/domain/adoption.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import {
  eventKinds,
  type Consignment,
  type EquipmentState,
  type EventKind,
} from '../../../functions/domain/equipment/consignment.ts';
import { installedSpans } from '../../../functions/domain/equipment/installedSpans.ts';
import { standingOf } from '../../../functions/domain/equipment/standing.ts';
import { plainText } from '../../../functions/domain/plainText.ts';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { checkRows } from '../../../functions/rebuild/rows.ts';
import { Database } from '../../../functions/store/database.ts';
import { Consignments } from '../../../functions/store/equipment/consignments.ts';
import { Donations } from '../../../functions/store/equipment/donations.ts';
import { Facilities } from '../../../functions/store/facilities.ts';
import { testPack } from '../../support/builders.ts';
import { agreement, allMet } from '../../support/equipment.ts';
import { equipmentOf, monitoring, registerMonitoring } from '../../support/equipmentCommands.ts';
import { joinedFacility, lookAt, moveTo } from '../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';
import { wireTo, type Mishap, type Wire } from '../../support/wire.ts';

const facilityIds = ['UA-0001', 'UA-0002'];
/** Units of the first may come to be sent anywhere; those of the other wait until places are ready. */
const donationIds = ['aid', 'strict'] as const;
const [donationId] = donationIds;

let engine: TestEngine;
let wire: Wire;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  wire = await wireTo(engine.endpoint);
  database = new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint });
  for (const facilityId of facilityIds)
    await joinedFacility(database, { facilityId, region: facilityId === 'UA-0002' ? 'UA-51' : 'UA-46' });
  await registerMonitoring(database);
  const lines = agreement.lines.map((line) => ({ ...line, quantity: 40, solutionId: monitoring }));
  for (const id of donationIds) await equipmentOf(database).register(id, { ...agreement, lines });
  await lookAt(database, { facilityId: 'UA-0001', basedOn: 5, solutionId: monitoring, checks: allMet });
  // From the beginning there are units on their way, installed and in use, or most sequences would not come that far.
  const lives: EventKind[][] = [
    ['shipped'],
    ['shipped', 'received', 'installed'],
    ['shipped', 'received', 'installed', 'firstUse'],
  ];
  for (const [index, kinds] of lives.entries()) {
    await equipmentOf(database).plan({ donationId, placeId: 'UA-0001', units: 3 });
    for (const kind of kinds)
      await equipmentOf(database).addEvent(`${donationId}.${index + 1}`, {
        kind,
        date: '2024-03-05',
        placeIds: ['UA-0001'],
      });
  }
});
afterAll(async () => {
  await wire.stop();
  await engine.stop();
});

/** Perhaps several times at once, perhaps over a bad line, perhaps under a key that was used before. */
const circumstances = {
  times: fc.constantFrom(1, 1, 1, 2, 3),
  mishaps: fc.array(fc.constantFrom<Mishap>('collision', 'answerLost'), { maxLength: 2 }),
  isSameKeyAsLast: fc.boolean(),
};
const place = fc.constantFrom(...facilityIds);
const day = fc.constantFrom(
  '2024-03-05',
  '2024-06-05',
  '2024-09-05',
  '2024-11-05',
  '2024-11-05',
  '2024-11-05',
);
const gap = { check: 'power', isMet: false, lookAgainOn: '2024-12-20' } as const;
/** What takes units on from each state. */
const onward: Partial<Record<EquipmentState, EventKind>> = {
  planned: 'shipped',
  shipped: 'received',
  received: 'installed',
  installed: 'firstUse',
  inUse: 'fault',
};
const donation = fc.constantFrom(...donationIds);
const asks = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      donationId: donation,
      placeId: place,
      units: fc.integer({ min: 1, max: 3 }),
      ...circumstances,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('tell' as const),
      donationId: donation,
      at: fc.nat(),
      kind: fc.oneof(
        { weight: 2, arbitrary: fc.constant('onward' as const) },
        fc.constantFrom(...eventKinds),
      ),
      date: day,
      to: place,
      units: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
      ...circumstances,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      donationId: donation,
      at: fc.nat(),
      date: day,
      working: fc.integer({ min: 0, max: 2 }),
      damaged: fc.integer({ min: 0, max: 1 }),
      ...circumstances,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('strikeOut' as const),
      donationId: donation,
      at: fc.nat(),
      eventId: fc.integer({ min: 1, max: 6 }),
      ...circumstances,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('lookAt' as const),
      facilityId: place,
      isReady: fc.boolean(),
      ...circumstances,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('override' as const), ...circumstances }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      facilityId: place,
      region: fc.constantFrom(...regionCodes(testPack)),
      date: fc.constantFrom('2024-05-15', '2024-08-01', '2024-11-30'),
      ...circumstances,
    }),
  },
);
type Ask = typeof asks extends fc.Arbitrary<infer Value> ? Value : never;

let lastKey = 'first-key-of-all';
let serial = 0;

/** Asks as often as it is said, over the line that there is; only refusals may come of it, and one answer. */
async function asked(ask: Ask): Promise<void> {
  const command = await commandOf(ask);
  const key = ask.isSameKeyAsLast ? lastKey : `key-${(serial += 1)}-of-many`;
  lastKey = key;
  wire.upset(...ask.mishaps);
  const answers = await Promise.allSettled(Array.from({ length: ask.times }, () => command(key)));
  wire.upset();
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Refusal);
  const done = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [plainText(answer.value)] : []));
  expect(new Set(done).size, `one answer for ${key}`).toBeLessThanOrEqual(1);
}

async function commandOf(ask: Ask): Promise<(key: string) => Promise<unknown>> {
  const equipment = equipmentOf(database);
  if (ask.do === 'plan') {
    const { donationId, placeId, units } = ask;
    return (key) => equipment.plan({ donationId, placeId, units, key });
  }
  if (ask.do === 'override') return (key) => equipment.override(donationId, { key });
  const basedOn = async (facilityId: string) =>
    (await new Facilities(database).find(facilityId))?.version ?? 0;
  if (ask.do === 'lookAt') {
    const { facilityId, isReady } = ask;
    const look = { facilityId, basedOn: await basedOn(facilityId), solutionId: monitoring };
    return (key) => lookAt(database, { ...look, key, checks: isReady ? allMet : [gap] });
  }
  if (ask.do === 'move') {
    const { facilityId, region, date } = ask;
    const version = await basedOn(facilityId);
    return (key) => moveTo(database, { facilityId, region, date, basedOn: version, key });
  }
  const known = await new Consignments(database).ofDonation(ask.donationId);
  const id = known[ask.at % Math.max(1, known.length)]?.consignmentId ?? 'aid.1';
  const placeIds = facilityIds.slice(0, 1);
  if (ask.do === 'receive') {
    const { date, working, damaged } = ask;
    return (key) => equipment.receive(id, { date, working, damaged, placeIds, key });
  }
  if (ask.do === 'strikeOut')
    return (key) => equipment.strikeOut(id, { eventId: ask.eventId, reason: 'a mistake', placeIds, key });
  const { date, to, units } = ask;
  const kind = ask.kind === 'onward' ? nextOf(known.find((one) => one.consignmentId === id)) : ask.kind;
  const needsPlace = kind === 'planned' || kind === 'transferOffered';
  return (key) =>
    equipment.addEvent(id, {
      kind,
      date,
      ...(needsPlace && { to }),
      ...(units && { units }),
      placeIds: [to],
      key,
    });
}

function nextOf(consignment: Consignment | undefined): EventKind {
  const standing = consignment && standingOf(consignment);
  if (standing?.offeredTo) return 'transferAccepted';
  if (standing?.holder && standing.destination && standing.state !== 'shipped') return 'shipped';
  return onward[standing?.state ?? 'planned'] ?? 'note';
}

describe('after any sequence of plans, events, splits, transfers, checklists, overrides, moves, retries and conflicts', () => {
  test('progress equals its records, units and cents are all there, and adoptions follow from what is installed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(asks, { minLength: 1, maxLength: 3 }), { maxLength: 14 }),
        async (rounds) => {
          for (const together of rounds) await Promise.all(together.map(asked));

          const { differences, unsettled } = await checkRows(database, testPack);
          expect([differences, unsettled]).toEqual([[], []]);
          await expectAllThere();
          await expectAdoptionsFollow();
        },
      ),
      { numRuns: 12 },
    );
  });
});

/** What a line has in consignments is in them. */
async function expectAllThere(): Promise<void> {
  for (const id of donationIds) {
    const found = await new Donations(database, testPack).find(id);
    const known = await new Consignments(database).ofDonation(id);
    const standing = known.filter((one) => standingOf(one));
    const sum = (name: 'units' | 'usdCents') => standing.reduce((all, one) => all + one[name], 0);
    expect(found?.lines.map(({ planned }) => planned)).toEqual([
      { units: sum('units'), usdCents: sum('usdCents') },
    ]);
  }
}

/** What a facility keeps of its equipment is what the consignments say. */
async function expectAdoptionsFollow(): Promise<void> {
  for (const facilityId of facilityIds) {
    const facility = await new Facilities(database).find(facilityId);
    const known = await new Consignments(database).everAt(facilityId);
    const spans = known.flatMap((one) => installedSpans(one, facilityId));
    const [adoption] = facility?.adoptions ?? [];
    expect(adoption?.periods ?? []).toEqual(adoptionPeriods(['tablet'], new Map([['tablet', spans]])));
  }
}
