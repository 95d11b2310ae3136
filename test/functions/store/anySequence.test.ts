import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import type { Target } from '../../../functions/domain/plan/target.ts';
import { changeStage } from '../../../functions/domain/facility/facility.ts';
import { ensure } from '../../../functions/domain/refusal.ts';
import { checkLatest } from '../../../functions/rebuild/latest.ts';
import { checkRows } from '../../../functions/rebuild/rows.ts';
import type { Database } from '../../../functions/store/database.ts';
import { facilityFrom, facilityKind, Facilities } from '../../../functions/store/facility/facilities.ts';
import { Plan, targetSubject } from '../../../functions/store/plan/plan.ts';
import { MonthlyReports, reportSubject } from '../../../functions/store/report/monthlyReports.ts';
import { recordChange, sourceOf } from '../../../functions/store/recordKind.ts';
import { recordSources } from '../../../functions/store/recordKinds.ts';
import { testPack } from '../../support/builders.ts';
import { changePledges, newPledge, next, pledgeChange, pledgeKind } from '../../support/pledge.ts';
import { planFor } from '../../support/plan.ts';
import { joinedFacility, moveTo, reportsOf } from '../../support/rollout.ts';
import {
  expectWholeHistory,
  startAsking,
  versionCircumstances,
  type Asking,
} from '../../support/sequence/asking.ts';

const facilities = ['UA-0001', 'UA-0002', 'UA-0003'];
const months = ['2024-10', '2024-11'];
const planned = ['facilitiesLive', 'teleconsultations'];
/** Two of one donor, of the nation and of a region, and one of another. */
const pledges = [
  newPledge({ donor: 'x' }),
  newPledge({ donor: 'x', row: 'UA-46' }),
  newPledge({ donor: 'y', month: '2024-10' }),
];

let asking: Asking;
let database: Database;

beforeAll(async () => {
  asking = await startAsking();
  ({ database } = asking);
  for (const facilityId of facilities)
    await joinedFacility(database, { facilityId, region: facilityId === 'UA-0003' ? 'UA-51' : 'UA-46' });
  for (const pledge of pledges)
    await changePledges(database, { pledgeIds: [pledge.pledgeId], basedOn: 0 }, () => [
      pledgeChange(undefined, pledge),
    ]);
});
afterAll(() => asking.stop());

const actions = ['saveDraft', 'submit', 'return', 'approve', 'correct', 'attribute'] as const;

/** Someone asks for something that is about a month. */
const askOfReport = fc.record({
  facilityId: fc.constantFrom(...facilities),
  month: fc.constantFrom(...months),
  action: fc.constantFrom(...actions),
  consultations: fc.integer({ min: 0, max: 20 }),
  ...versionCircumstances,
});
/** Someone moves an amount between two pledges and a facility's stage with it, in one command. */
const askOfPledges = fc.record({
  from: fc.constantFrom(...pledges),
  to: fc.constantFrom(...pledges),
  amount: fc.integer({ min: -5, max: 5 }),
  withFacility: fc.option(fc.constantFrom(...facilities), { nil: undefined }),
  guards: fc.constantFrom('version', 'state'),
  ...versionCircumstances,
});
/** Someone moves a facility to another region, from a day before, between or after its months. */
const askOfMove = fc.record({
  facilityId: fc.constantFrom(...facilities),
  region: fc.constantFrom(...regionCodes(testPack)),
  date: fc.constantFrom('2024-09-30', '2024-10-15', '2024-11-01', '2024-11-30', '2024-12-02'),
  ...versionCircumstances,
});
/** Someone plans a figure anew, by region or for the nation, with a reason or without. */
const askOfTarget = fc.record({
  figure: fc.constantFrom(...planned),
  row: fc.constantFrom('nation', 'UA-46'),
  value: fc.integer({ min: 0, max: 50 }),
  reason: fc.constantFrom('No funds', undefined),
  ...versionCircumstances,
});
type Asked<Kind> = Kind extends fc.Arbitrary<infer Value> ? Value : never;

async function performOnReport({
  facilityId,
  month,
  action,
  consultations,
  ...rest
}: Asked<typeof askOfReport>) {
  const version = (await new MonthlyReports(database).find(facilityId, month))?.version;
  const figures = {
    doctorToDoctor: consultations,
    doctorToPatient: 1,
    resolved: 0,
    staff: 2,
    daysWithoutPower: 3,
  };
  const content = { figures, field: 'resolved', reason: 'Please check' };
  await asking.askedOn(rest, version, (basedOn, key) =>
    reportsOf(database)[action]({ facilityId, month, basedOn, key }, content),
  );
}

async function performOnMove({ facilityId, region, date, ...rest }: Asked<typeof askOfMove>) {
  const version = (await new Facilities(database).find(facilityId))?.version;
  await asking.askedOn(rest, version, (basedOn, key) =>
    moveTo(database, { facilityId, region, date, basedOn, key }),
  );
}

async function performOnTarget({ figure, row, value, reason, ...rest }: Asked<typeof askOfTarget>) {
  const version = (await targetOf(figure))?.version;
  await asking.askedOn(rest, version, (basedOn, key) =>
    planFor(database, { figure, row, value, reason, basedOn, key }),
  );
}

async function targetOf(figure: string): Promise<Target | undefined> {
  return (await new Plan(database, testPack).targets()).find((target) => target.figure === figure);
}

async function performOnPledges({
  from,
  to,
  amount,
  withFacility,
  guards,
  ...rest
}: Asked<typeof askOfPledges>) {
  const [item] = await database.get([{ table: 'accounts', key: { accountId: from.pledgeId } }]);
  const pledgeIds: [string, ...string[]] = [from.pledgeId, ...(to === from ? [] : [to.pledgeId])];
  const others = withFacility ? [{ table: 'facilities' as const, key: { facilityId: withFacility } }] : [];
  await asking.askedOn(rest, Number(item?.['version']), (basedOn, key) =>
    changePledges(
      database,
      { pledgeIds, basedOn, key, guards, others, content: { amount, withFacility, pledgeIds } },
      ([giving, taking], [place]) => {
        ensure(giving, 'notFound', 'There is no such pledge.');
        return [
          pledgeChange(giving, next(giving, { amount: giving.amount - amount })),
          ...(taking ? [pledgeChange(taking, next(taking, { amount: taking.amount + amount }))] : []),
          ...(place ? [stageTurned(place)] : []),
        ];
      },
    ),
  );
}

/** A pause after the last month there is, or its end. */
function stageTurned(item: Record<string, unknown>) {
  const before = facilityFrom(item);
  const stage = before.stages.at(-1)?.stage === 'live' ? 'suspended' : 'live';
  const today = '2024-12-03';
  const after = changeStage(
    before,
    { stage, date: today, by: 'test', ...(stage === 'suspended' && { reason: 'repair' }) },
    { pack: testPack, today, reported: months },
  );
  return recordChange(facilityKind, before, after);
}

const round = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: askOfReport.map((ask) => () => performOnReport(ask)) },
    { weight: 1, arbitrary: askOfMove.map((ask) => () => performOnMove(ask)) },
    { weight: 1, arbitrary: askOfTarget.map((ask) => () => performOnTarget(ask)) },
    { weight: 2, arbitrary: askOfPledges.map((ask) => () => performOnPledges(ask)) },
  ),
  { minLength: 1, maxLength: 4 },
);

describe('after any sequence of commands, retries, duplicates and conflicts', () => {
  test('progress equals its records in every scope, and every acknowledged command was done exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { maxLength: 10 }), async (rounds) => {
        for (const together of rounds) await Promise.all(together.map((perform) => perform()));

        const { differences, unsettled } = await checkRows(database, testPack, [
          ...recordSources,
          sourceOf(pledgeKind),
        ]);
        expect([differences, unsettled]).toEqual([[], []]);
        expect(await checkLatest(database, testPack)).toEqual([]);
        await expectWholeHistories();
      }),
      { numRuns: 25 },
    );
  });
});

async function expectWholeHistories(): Promise<void> {
  for (const facilityId of facilities) {
    const facility = await new Facilities(database).find(facilityId);
    await expectWholeHistory(database, `facility#${facilityId}`, facility?.version);
    for (const month of months) {
      const report = await new MonthlyReports(database).find(facilityId, month);
      await expectWholeHistory(database, reportSubject(facilityId, month), report?.version);
    }
  }
  for (const figure of planned)
    await expectWholeHistory(database, targetSubject(figure), (await targetOf(figure))?.version);
  for (const { pledgeId } of pledges) {
    const [pledge] = await database.get([{ table: 'accounts', key: { accountId: pledgeId } }]);
    await expectWholeHistory(database, `pledge#${pledgeId}`, pledge?.['version']);
  }
}
