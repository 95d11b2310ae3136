import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkProgress, sentencesOf } from '../../../../functions/rebuild/check.ts';
import { registerSession } from '../../../../functions/domain/training/trainingRules.ts';
import { Database } from '../../../../functions/store/database.ts';
import { changeTraining } from '../../../../functions/store/training/changeTraining.ts';
import { TrainingSessions } from '../../../../functions/store/training/trainingSessions.ts';
import { testPack } from '../../../support/builders.ts';
import { joinedFacility, moveTo } from '../../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../../support/system.ts';
import { one } from '../../../support/training/api.ts';

const sessionId = 'session-of-two-places';
const facilityIds = ['UA-0001', 'UA-0002'];
const [host = ''] = facilityIds;

let engine: TestEngine;
let database: Database;
beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
});
afterAll(() => engine.stop());

test('a session follows each of its facilities, also where one key moved both', async () => {
  for (const facilityId of facilityIds) await joinedFacility(database, { facilityId, region: 'UA-46' });
  const told = {
    day: '2024-11-05',
    topic: 'First steps',
    provider: 'Institute of telemedicine',
    mode: 'onSite' as const,
    hours: 4,
    host: { kind: 'facility' as const, facilityId: host },
    lines: facilityIds.map((facilityId) => ({ facilityId, staff: one })),
  };
  await changeTraining(
    database,
    testPack,
    sessionId,
    {
      action: 'register',
      basedOn: 0,
      idempotencyKey: 'a-session-is-told',
      content: told,
      by: { accountId: 'test', name: 'Test' },
      at: '2024-12-03T08:00:00.000Z',
    },
    {
      names: { facilityIds },
      authorise: () => undefined,
      decide: ({ facilities }) => [
        registerSession(sessionId, told, {
          pack: testPack,
          today: '2024-12-03',
          facilities,
          solution: undefined,
          mayTellOf: () => true,
        }),
      ],
    },
  );

  for (const facilityId of facilityIds)
    await moveTo(database, { facilityId, region: 'UA-51', date: '2024-10-15', key: 'both-evacuated' });

  const session = await new TrainingSessions(database).find(sessionId);
  expect(session?.lines.map(({ region }) => region)).toEqual(['UA-51', 'UA-51']);
  expect(sentencesOf(await checkProgress(database, testPack))).toEqual([]);
});
