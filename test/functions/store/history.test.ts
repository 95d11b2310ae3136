import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../../../functions/store/database.ts';
import { History } from '../../../functions/store/history.ts';
import { reportSubject } from '../../../functions/store/report/monthlyReports.ts';
import { tables } from '../../../functions/store/tables.ts';
import { figures } from '../../support/builders.ts';
import { joinedFacility, reportsOf } from '../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

const facilityId = 'UA-0001';
const subject = reportSubject(facilityId, '2024-11');
const day = 86_400;

let engine: TestEngine;
let database: Database;

const entries = () => database.query('history', { key: 'subject', equals: subject });
const actionsShown = async (isWithDrafts: boolean) =>
  (await new History(database).of(subject, isWithDrafts)).map(({ action }) => action);

beforeAll(async () => {
  engine = await startEngine();
  database = new Database(engine.env);
  const reports = reportsOf(database);
  await joinedFacility(database, { facilityId });
  await reports.saveDraft({ facilityId, basedOn: 0, key: 'draft-one' }, { figures: {} });
  await reports.saveDraft({ facilityId, basedOn: 1, key: 'draft-two' }, { figures });
  await reports.submit({ facilityId, basedOn: 2 }, { figures });
  await reports.approve({ facilityId, basedOn: 3 }, {});
  await reports.correct({ facilityId, basedOn: 4 }, { reason: 'Counted twice' });
  await reports.saveDraft({ facilityId, basedOn: 5, key: 'draft-three' }, { figures });
  await reports.submit({ facilityId, basedOn: 6 }, { figures });
  await reports.return({ facilityId, basedOn: 7 }, { field: 'resolved', reason: 'Please check' });
});
afterAll(() => engine.stop());

test('an entry that an earlier release kept as maps is read as those of today are', async () => {
  const key = { subject: 'report#UA-0001#2024-10', idempotencyKey: 'of-before' };
  const entry = {
    ...key,
    version: 1,
    at: '2024-11-02T08:00:00Z',
    by: { accountId: 'head', name: 'Head' },
    action: 'submit',
    digest: 'digest',
    after: { version: 1, figures },
    differences: [{ scope: 'country', row: 'UA-46', month: '2024-10', amounts: { reportsReceived: 1 } }],
  };
  await database.transact([{ table: 'history', kind: 'put', item: entry }]);

  expect(await new History(database).find(key.subject, key.idempotencyKey)).toEqual(entry);
});

describe('drafts in history', () => {
  test('may go after sixty days, and nothing else ever does', async () => {
    const now = Date.now() / 1000;
    const kept = await entries();
    const facility = await database.query('history', { key: 'subject', equals: `facility#${facilityId}` });

    for (const { action, expiresAt } of [...kept, ...facility])
      if (action === 'saveDraft') {
        expect(Number(expiresAt)).toBeGreaterThan(now + 59 * day);
        expect(Number(expiresAt)).toBeLessThanOrEqual(now + 60 * day);
      } else expect(expiresAt).toBeUndefined();
    expect(kept.filter(({ action }) => action === 'saveDraft')).toHaveLength(3);
    expect(tables.history.expires).toBe('expiresAt');
  });

  test('are shown to those who wrote them, until they expire; the database may delete them later', async () => {
    const others = ['submit', 'approve', 'correct', 'submit', 'return'];
    expect(await actionsShown(true)).toEqual([
      'saveDraft',
      'saveDraft',
      'submit',
      'approve',
      'correct',
      'saveDraft',
      'submit',
      'return',
    ]);
    expect(await actionsShown(false)).toEqual(others);

    await expire('draft-one', -1);
    await expire('draft-two', -day);
    await expire('draft-three', +day);

    expect(await actionsShown(true)).toEqual([
      'submit',
      'approve',
      'correct',
      'saveDraft',
      'submit',
      'return',
    ]);
    expect(await actionsShown(false)).toEqual(others);
  });
});

async function expire(idempotencyKey: string, seconds: number): Promise<void> {
  await database.transact([
    {
      table: 'history',
      kind: 'update',
      key: { subject, idempotencyKey },
      update: 'SET expiresAt = :at',
      values: { ':at': Math.floor(Date.now() / 1000) + seconds },
    },
  ]);
}
