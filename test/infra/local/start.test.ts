import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packFor } from '../../../functions/packs/index.ts';
import { chosenCountry } from '../../../infra/chosenCountry.ts';
import { build } from '../../../infra/local/build.ts';
import { startEngine } from '../../../infra/local/engine/engine.ts';
import { freePort } from '../../../infra/local/http/ports.ts';
import { runningIn } from '../../../infra/local/runningSystem.ts';
import { signInAs } from '../../../infra/local/signInAs.ts';
import { tryLock } from '../../../infra/local/data/lock.ts';
import { endRuns, expectSentence, root, run, type Run } from '../../support/runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemedicine-start-'));

beforeAll(() => build(chosenCountry(process.env)));
afterAll(async () => {
  await endRuns();
  rmSync(folder, { recursive: true, force: true });
});

const settings = async (name: string, more: Record<string, string> = {}) => ({
  SAMPLE: 'none',
  PORT: String(await freePort()),
  DATA_DIR: join(folder, name),
  ...more,
});

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return;
    await setTimeout(20);
  }
}

test('a port in use is named at once', async () => {
  const port = await freePort();
  const server = createServer().listen(port, '127.0.0.1');

  await expectSentence(
    run('start.ts', await settings('port', { PORT: String(port) })).ended,
    new RegExp(`Port ${port} is in use`),
  );
  server.close();
});

/** Starts several at once: one is ready, and every other has ended with the sentence. */
async function expectOneOf(all: Run[], sentence: RegExp): Promise<void> {
  const ends = await Promise.all(
    all.map(({ ready }) =>
      ready.then(
        () => 'ready',
        () => 'ended',
      ),
    ),
  );
  expect(ends.toSorted()).toEqual([...all.slice(1).map(() => 'ended'), 'ready']);
  for (const [index, each] of all.entries()) {
    if (ends[index] === 'ended') await expectSentence(each.ended, sentence);
    else each.child.kill('SIGTERM');
  }
  await Promise.all(all.map(({ ended }) => ended));
}

test('of several starts on one folder at the same moment, one runs', async () => {
  const all = await Promise.all([1, 2, 3].map(() => settings('together')));

  await expectOneOf(
    all.map((env) => run('start.ts', env)),
    /The data folder .*together is in use/,
  );
}, 300_000);

test('of two starts on one port at the same moment, one runs', async () => {
  const PORT = String(await freePort());
  const all = await Promise.all(['left', 'right'].map((name) => settings(name, { PORT })));

  await expectOneOf(
    all.map((env) => run('start.ts', env)),
    new RegExp(`Port ${PORT} is in use`),
  );
}, 300_000);

test('a build that has to wait for another says so, and what a killed one left behind stops nobody', async () => {
  const left = join(root, 'node_modules/.build-lock');
  writeFileSync(left, '1');
  const release = tryLock(join(root, 'node_modules/.build.lock'));
  const waiting = run('build.ts', {});
  await once(waiting.child.stdout, 'data');
  release?.();

  expect(await waiting.ended).toMatchObject({
    code: 0,
    out: expect.stringContaining('Waiting for another build'),
  });
  rmSync(left);
}, 300_000);

test('a folder that cannot be written to is named', async () => {
  writeFileSync(join(folder, 'file'), '');

  await expectSentence(
    run('start.ts', await settings('file')).ended,
    /The data folder .*file cannot be written to/,
  );
  await expectSentence(
    run('start.ts', await settings('file/below')).ended,
    /The data folder .*below cannot be written to/,
  );
});

test('a damaged data file is named, and left as it is', async () => {
  const garbage = Buffer.alloc(50_000, 'garbage');
  mkdirSync(join(folder, 'damaged'));
  writeFileSync(join(folder, 'damaged/dynamodb.db'), garbage);

  await expectSentence(
    run('start.ts', await settings('damaged')).ended,
    /The data file .*dynamodb\.db is damaged/,
  );
  expect(readFileSync(join(folder, 'damaged/dynamodb.db'))).toEqual(garbage);
});

test('a rebuild of a folder that there is not is refused, and makes none', async () => {
  await expectSentence(
    run('rebuild.ts', await settings('absent'), '--check').ended,
    /The data folder .*absent cannot be written to/,
  );
  expect(existsSync(join(folder, 'absent'))).toBe(false);
});

test('without a running system there is no token, and that is said', async () => {
  await expectSentence(run('token.ts', await settings('nothing'), 'head').ended, /run `npm start` first/);
  await expectSentence(
    run('token.ts', await settings('nothing'), 'king').ended,
    /manager \| donor \| head \| admin/,
  );
});

test('any engine that speaks DynamoDB will do, and is left running', async () => {
  const { endpoint, stop } = await startEngine(join(folder, 'foreign.db'));
  const env = await settings('foreign', { DYNAMODB_ENDPOINT: endpoint });

  const system = run('start.ts', env);
  await system.ready;
  expect((await run('token.ts', env, 'manager').ended).out).toMatch(/^ey/);
  system.child.kill('SIGTERM');

  expect((await system.ended).code).toBe(0);
  expect((await fetch(endpoint)).status).toBeLessThan(500);
  expect(existsSync(join(env.DATA_DIR, 'dynamodb.db'))).toBe(false);
  await stop();
}, 300_000);

test('one life of a system: it starts, keeps its data and who is signed in, and ends without a trace', async () => {
  const env = await settings('life');
  const url = `http://localhost:${env.PORT}`;
  const dataDir = env.DATA_DIR;
  const profile = {
    facilityId: 'UA-0001',
    names: { en: 'Test clinic', uk: 'Клініка' },
    type: packFor('UA').facilityTypes[0]?.code,
    region: 'UA-46',
    settlement: { en: 'Lviv', uk: 'Львів' },
    connectivity: 'mobile',
    power: 'grid',
    hubs: [],
  };

  const first = run('start.ts', env);
  await first.ready;
  const token = (await run('token.ts', env, 'admin').ended).out.trim();
  const asAdmin = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const registered = await fetch(`${url}/api/v1/facilities`, {
    method: 'POST',
    headers: asAdmin,
    body: JSON.stringify({ ...profile, plannedOn: '2024-01-01', basedOn: 0, idempotencyKey: randomUUID() }),
  });
  const facility: unknown = await registered.json();
  expect(registered.status, JSON.stringify(facility)).toBe(200);

  // A second one on the same folder, or on the same port, does not start.
  await expectSentence(
    run('start.ts', { ...env, PORT: String(await freePort()) }).ended,
    /is in use by the system at/,
  );
  await expectSentence(
    run('start.ts', await settings('other', { PORT: env.PORT })).ended,
    /Port \d+ is in use/,
  );
  expect(await run('rebuild.ts', env, '--check').ended).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 facilities'),
  });

  const running = await runningIn(dataDir);
  first.child.kill('SIGTERM');
  expect(await first.ended).toMatchObject({ code: 0, err: '' });
  await gone(running?.engineGroup ?? 0);
  expect(await runningIn(dataDir)).toBeUndefined();
  expect(await run('rebuild.ts', env, '--check').ended).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 facilities'),
  });

  // The token of before is still good, and what was written is there.
  const second = run('start.ts', env);
  await second.ready;
  const kept = await fetch(`${url}/api/v1/facilities/UA-0001`, { headers: asAdmin });
  expect(await kept.json()).toEqual(facility);

  // Killed without a chance to tidy up, it takes the engine with it and does not stand in the way of the next.
  const killed = await runningIn(dataDir);
  second.child.kill('SIGKILL');
  await gone(killed?.engineGroup ?? 0);
  const third = run('start.ts', env);
  await third.ready;
  expect((await fetch(`${url}/api/v1/facilities/UA-0001`, { headers: asAdmin })).status).toBe(200);
  expect(await signInAs(url, 'manager')).toMatch(/^ey/);

  // When the database ends, so does everything, with a sentence.
  process.kill(-((await runningIn(dataDir))?.engineGroup ?? 0), 'SIGKILL');
  await expectSentence(third.ended, /The database engine stopped unexpectedly/);

  await expectSentence(run('start.ts', { ...env, SAMPLE: 'ukraine' }).ended, /was begun with SAMPLE=none/);
}, 300_000);
