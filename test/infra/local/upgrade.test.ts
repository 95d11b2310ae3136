import { decodeJwt } from 'jose';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { rebuild } from '../../../infra/local/engine/database.ts';
import { startSystem, type TestSystem } from '../../support/system.ts';

/*
 * release01/ was written by release 0.1: `SAMPLE=none npm start`, two accounts, and the commands in told.json, with what
 * it answered to each of them. dynamodb.sql is its database as text.
 */
const release01 = join(import.meta.dirname, 'release01');
const Told = z.object({
  commands: z.array(
    z.object({
      who: z.string(),
      method: z.string(),
      path: z.string(),
      body: z.unknown(),
      answer: z.looseObject({}),
    }),
  ),
  summary: z.record(z.string(), z.record(z.string(), z.number())),
  history: z.array(z.unknown()),
});
const Lines = z.object({
  lines: z.array(z.looseObject({ changes: z.array(z.looseObject({ field: z.string() })) })),
});

/** History's lines with the changes of each by their fields: the database keeps a record's fields in no order. */
function inOrder(lines: unknown) {
  return Lines.parse({ lines }).lines.map((line) => ({
    ...line,
    changes: line.changes.toSorted((one, other) => (one.field < other.field ? -1 : 1)),
  }));
}

/** What a facility's answer of then had and has no more: who gives it consultations is a link. */
const withLinks = (answer: unknown) => {
  const { hubs: _, ...rest } = z.looseObject({ hubs: z.optional(z.tuple([])) }).parse(answer);
  return rest;
};

const told = Told.parse(JSON.parse(readFileSync(join(release01, 'told.json'), 'utf8')));

const above = mkdtempSync(join(tmpdir(), 'telemedicine-upgrade-'));

/** A data folder as release 0.1 left it. */
function olderFolder(name: string): string {
  const folder = join(above, name);
  mkdirSync(folder);
  const database = new DatabaseSync(join(folder, 'dynamodb.db'));
  database.exec(readFileSync(join(release01, 'dynamodb.sql'), 'utf8'));
  database.close();
  writeFileSync(join(folder, 'sample.json'), '{"sample":"none"}');
  return folder;
}

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({ dataDir: olderFolder('older'), today: '2024-12-03' });
});
afterAll(async () => {
  await system.stop();
  rmSync(above, { recursive: true, force: true });
});

async function ask(who: string, path: string, method = 'GET', body?: unknown) {
  const response = await fetch(`${system.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${await system.tokenFor(who)}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

test('the manager sees the whole country as before, and the one of Lviv region no more than that', async () => {
  for (const region of ['UA-46', 'UA-51'])
    expect((await ask('manager', `/facilities?region=${region}`)).answer).toMatchObject({
      facilities: [{ region }],
    });

  expect(decodeJwt(await system.tokenFor('manager'))['regions']).toBe('all');
  expect(decodeJwt(await system.tokenFor('lviv'))['regions']).toBe('UA-46');
});

test('every figure is what it was', async () => {
  for (const [month, figures] of Object.entries(told.summary))
    expect((await ask('manager', `/progress/summary?month=${month}`)).answer).toMatchObject({ figures });
});

test('progress equals its records', async () => {
  expect(await rebuild(system.env, ['--check'])).toBe(0);
});

test('a report that the older release kept in history is shown by it', async () => {
  const { answer } = await ask('manager', '/facilities/UA-0001/reports/2024-09/history');

  expect(inOrder(Lines.parse(answer).lines)).toEqual(inOrder(told.history));
});

test('every command of then, sent again with its key, answers as it did then and changes nothing', async () => {
  const before = await ask('manager', '/progress/summary?month=2024-11');

  for (const { who, path, method, body, answer } of told.commands)
    expect(await ask(who, path, method, body), path).toEqual({ status: 200, answer: withLinks(answer) });
  expect(await ask('manager', '/progress/summary?month=2024-11')).toEqual(before);
});

test('what was begun then goes on', async () => {
  const { status } = await ask('manager', '/facilities/UA-0001/reports/2024-11/approval', 'POST', {
    basedOn: 1,
    idempotencyKey: 'approve-2024-11',
  });

  expect(status).toBe(200);
  expect(await rebuild(system.env, ['--check'])).toBe(0);
});

test('a data folder of a newer release is refused', async () => {
  const folder = olderFolder('newer');
  writeFileSync(join(folder, 'layout.json'), '{"layout":99}');

  await expect(startSystem({ dataDir: folder })).rejects.toThrow(/was written by a newer release/);
});
