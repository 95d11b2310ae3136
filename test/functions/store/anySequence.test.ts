import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainText } from '../../../functions/domain/plainText.ts';
import { Refusal } from '../../../functions/domain/refusal.ts';
import { checkProgress } from '../../../functions/rebuild.ts';
import { Database } from '../../../functions/store/database.ts';
import { History, reportSubject } from '../../../functions/store/history.ts';
import { MonthlyReports } from '../../../functions/store/monthlyReports.ts';
import { testPack } from '../../support/builders.ts';
import { joinedFacility, reportsOf } from '../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';
import { wireTo, type Mishap, type Wire } from '../../support/wire.ts';

const facilities = ['UA-0001', 'UA-0002', 'UA-0003'];
const months = ['2024-10', '2024-11'];

let engine: TestEngine;
let wire: Wire;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  wire = await wireTo(engine.endpoint);
  database = new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint });
  for (const facilityId of facilities)
    await joinedFacility(database, { facilityId, region: facilityId === 'UA-0003' ? 'UA-51' : 'UA-46' });
});
afterAll(async () => {
  await wire.stop();
  await engine.stop();
});

const actions = ['saveDraft', 'submit', 'return', 'approve', 'correct'] as const;

/** Someone asks for something, perhaps on a stale version, perhaps several times at once, perhaps over a bad line. */
const ask = fc.record({
  facilityId: fc.constantFrom(...facilities),
  month: fc.constantFrom(...months),
  action: fc.constantFrom(...actions),
  consultations: fc.integer({ min: 0, max: 20 }),
  staleness: fc.constantFrom(0, 0, 0, 0, 1, -1),
  times: fc.constantFrom(1, 1, 1, 2, 3),
  mishaps: fc.array(fc.constantFrom<Mishap>('collision', 'answerLost'), { maxLength: 2 }),
  isSameKeyAsLast: fc.boolean(),
});
type Ask = typeof ask extends fc.Arbitrary<infer Value> ? Value : never;

let lastKey = 'first-key-of-all';
let serial = 0;

async function perform({
  facilityId,
  month,
  action,
  consultations,
  staleness,
  times,
  mishaps,
  isSameKeyAsLast,
}: Ask) {
  const version = (await new MonthlyReports(database).find(facilityId, month))?.version ?? 0;
  lastKey = isSameKeyAsLast ? lastKey : `key-${(serial += 1)}-of-many`;
  const request = { facilityId, month, basedOn: Math.max(0, version - staleness), key: lastKey };
  const figures = {
    doctorToDoctor: consultations,
    doctorToPatient: 1,
    resolved: 0,
    staff: 2,
    daysWithoutPower: 3,
  };
  const content = { figures, field: 'resolved', reason: 'Please check' };
  wire.upset(...mishaps);
  const answers = await Promise.allSettled(
    Array.from({ length: times }, () => reportsOf(database)[action](request, content)),
  );
  wire.upset();
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Refusal);
  return {
    request,
    done: answers.filter((answer) => answer.status === 'fulfilled').map((answer) => answer.value),
  };
}

describe('after any sequence of commands, retries, duplicates and conflicts', () => {
  test('progress equals its records, and every acknowledged command was done exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(ask, { minLength: 1, maxLength: 4 }), { maxLength: 10 }),
        async (rounds) => {
          for (const round of rounds)
            for (const { request, done } of await Promise.all(round.map(perform))) {
              const answered = new Set(done.map((report) => plainText(report)));
              expect(answered.size, `one answer for ${request.key}`).toBeLessThanOrEqual(1);
            }

          expect((await checkProgress(database, testPack)).differences).toEqual([]);
          for (const facilityId of facilities)
            for (const month of months) await expectWholeHistory(facilityId, month);
        },
      ),
      { numRuns: 25 },
    );
  });
});

async function expectWholeHistory(facilityId: string, month: string): Promise<void> {
  const lines = await new History(database).of(reportSubject(facilityId, month), true);
  const record = await new MonthlyReports(database).find(facilityId, month);

  expect(lines.map((line) => line.version)).toEqual(lines.map((_, index) => index + 1));
  expect(lines.at(-1)?.version).toBe(record?.version);
}
