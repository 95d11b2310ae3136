import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActionName } from '../../../functions/domain/history.ts';
import { ensure } from '../../../functions/domain/refusal.ts';
import {
  cancelSession,
  editSession,
  mergeSessions,
  registerSession,
  tellLine,
  type TrainingCase,
} from '../../../functions/domain/training/trainingRules.ts';
import type { TrainingSession } from '../../../functions/domain/training/trainingSession.ts';
import { isBehind } from '../../../functions/domain/training/trainingPlaces.ts';
import { checkRows } from '../../../functions/rebuild/rows.ts';
import type { Database } from '../../../functions/store/database.ts';
import { Facilities } from '../../../functions/store/facility/facilities.ts';
import { recordSources } from '../../../functions/store/recordKinds.ts';
import { changeTraining, type TrainingContext } from '../../../functions/store/training/changeTraining.ts';
import { TrainingSessions, trainingSubject } from '../../../functions/store/training/trainingSessions.ts';
import { anyStaff, anyTold, trainedAt } from '../../support/training/anySession.ts';
import { testPack } from '../../support/builders.ts';
import { joinedFacility, moveTo } from '../../support/rollout.ts';
import {
  expectWholeHistory,
  startAsking,
  versionCircumstances,
  type Asking,
} from '../../support/sequence/asking.ts';

const ids = ['session-of-one', 'session-of-two', 'session-of-three'];
const today = '2024-12-03';

let asking: Asking;
let database: Database;

beforeAll(async () => {
  asking = await startAsking();
  ({ database } = asking);
  for (const facilityId of trainedAt)
    await joinedFacility(database, { facilityId, region: facilityId === 'UA-0003' ? 'UA-51' : 'UA-46' });
});
afterAll(() => asking.stop());

const askOfSession = fc.record({
  action: fc.constantFrom<ActionName>(
    'register',
    'register',
    'edit',
    'tellLine',
    'tellLine',
    'cancel',
    'merge',
  ),
  sessionId: fc.constantFrom(...ids),
  doubleId: fc.constantFrom(...ids),
  told: anyTold,
  facilityId: fc.constantFrom(...trainedAt),
  staff: fc.oneof({ weight: 3, arbitrary: anyStaff }, { weight: 1, arbitrary: fc.constant({}) }),
  ...versionCircumstances,
});
const askOfMove = fc.record({
  facilityId: fc.constantFrom(...trainedAt),
  region: fc.constantFrom('UA-46', 'UA-51'),
  date: fc.constantFrom('2024-09-30', '2024-10-15', '2024-11-01', '2024-12-02'),
  ...versionCircumstances,
});
type Asked<Kind> = Kind extends fc.Arbitrary<infer Value> ? Value : never;

async function performOnMove({ facilityId, region, date, ...rest }: Asked<typeof askOfMove>) {
  const version = (await new Facilities(database).find(facilityId))?.version;
  await asking.askedOn(rest, version, (basedOn, key) =>
    moveTo(database, { facilityId, region, date, basedOn, key }),
  );
}

/** What each command makes of what is on record. */
function decided(
  { action, sessionId, told, facilityId, staff }: Asked<typeof askOfSession>,
  { session, double, facilities }: TrainingContext,
): [TrainingSession, ...TrainingSession[]] {
  const stages = [{ status: 'preparing' as const, date: '2024-01-15', by: 'test' }];
  const solution = told.solutionId ? { solutionId: told.solutionId, stages } : undefined;
  const on: TrainingCase = { pack: testPack, today, facilities, solution, mayTellOf: () => true };
  if (action === 'register') {
    ensure(!session, 'alreadyExists', 'There is one.');
    return [registerSession(sessionId, told, on)];
  }
  ensure(session, 'notFound', 'There is no such session.');
  if (action === 'edit') return [editSession(session, told, on)];
  if (action === 'tellLine') return [tellLine(session, { facilityId, staff }, on)];
  if (action === 'cancel') return [cancelSession(session, 'Nobody came')];
  ensure(double, 'notFound', 'There is no such session.');
  return mergeSessions(session, double, on);
}

async function performOnSession(ask: Asked<typeof askOfSession>) {
  const { action, sessionId, doubleId, told, facilityId, staff, ...rest } = ask;
  const version = (await new TrainingSessions(database).find(sessionId))?.version;
  const host = told.host.kind === 'facility' ? [told.host.facilityId] : [];
  await asking.askedOn(rest, version, (basedOn, idempotencyKey) =>
    changeTraining(
      database,
      testPack,
      sessionId,
      {
        action,
        basedOn,
        idempotencyKey,
        content: { told, facilityId, staff, doubleId },
        by: { accountId: 'test', name: 'Test' },
        at: '2024-12-03T08:00:00.000Z',
      },
      {
        names: {
          facilityIds: [...host, ...told.lines.map((line) => line.facilityId), facilityId],
          ...(action === 'merge' && { doubleId }),
        },
        authorise: () => undefined,
        decide: (context) => decided(ask, context),
        guards: action === 'tellLine' ? 'state' : 'version',
      },
    ),
  );
}

const round = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: askOfSession.map((ask) => () => performOnSession(ask)) },
    { weight: 1, arbitrary: askOfMove.map((ask) => () => performOnMove(ask)) },
  ),
  { minLength: 1, maxLength: 4 },
);

test('after any sequence of commands on training, moves, retries and conflicts, progress equals its records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { maxLength: 10 }), async (rounds) => {
      for (const together of rounds) await Promise.all(together.map((perform) => perform()));

      const { differences, unsettled } = await checkRows(database, testPack, recordSources);
      expect([differences, unsettled]).toEqual([[], []]);
      for (const sessionId of ids) {
        const session = await new TrainingSessions(database).find(sessionId);
        await expectWholeHistory(database, trainingSubject(sessionId), session?.version);
      }
      for (const facilityId of trainedAt) await expectNothingLeftBehind(facilityId);
    }),
    { numRuns: 25 },
  );
});

/** Whatever names the facility is found there, and counts where the facility was. */
async function expectNothingLeftBehind(facilityId: string): Promise<void> {
  const facility = await new Facilities(database).find(facilityId);
  ensure(facility, 'notFound', 'There is no such facility.');
  const sessions = new TrainingSessions(database);
  const own = await sessions.everOf(facilityId);
  const naming = (await sessions.these(ids)).filter(({ host, lines }) =>
    [host, ...lines].some((one) => 'facilityId' in one && one.facilityId === facilityId),
  );

  expect(own.map(({ sessionId }) => sessionId).toSorted()).toEqual(
    naming.map(({ sessionId }) => sessionId).toSorted(),
  );
  for (const session of own) expect(isBehind(session, facility)).toBe(false);
}
