import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packFor } from '../../../functions/packs/index.ts';
import { build } from '../../../infra/local/build.ts';
import { startEngine } from '../../../infra/local/engine.ts';
import { freePort } from '../../../infra/local/ports.ts';
import { runningIn } from '../../../infra/local/running.ts';
import { signInAs } from '../../../infra/local/signInAs.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-start-'));
const started = new Set<ChildProcess>();

beforeAll(build);
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await setTimeout(100);
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs one of the runner's scripts as its users do, with nothing of this test's environment. */
function run(script: string, env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'infra/local', script), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => said.out.includes('ready http') && resolve());
    child.once('close', () => reject(new Error(said.err)));
  });
  ready.catch(() => {});
  return { child, ended, ready };
}

const settings = async (name: string, more: Record<string, string> = {}) => ({
  SAMPLE: 'none',
  PORT: String(await freePort()),
  DATA_DIR: join(folder, name),
  ...more,
});

/** Ends that say one sentence for the person at the keyboard. */
async function expectSentence(ended: Promise<Ended>, sentence: RegExp): Promise<void> {
  const { code, err } = await ended;
  expect(err).toMatch(sentence);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

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
