import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { monthsBetween, type Month } from '../../functions/domain/calendar.ts';
import { packFor } from '../../functions/packs/index.ts';
import type { GivenAccount } from '../../functions/domain/account.ts';
import { accountWrite } from '../../functions/store/people/accounts.ts';
import { Database } from '../../functions/store/database.ts';
import { freePort } from '../../infra/local/http/ports.ts';
import { runningIn, type Running } from '../../infra/local/runningSystem.ts';
import { ended, startScript } from '../../infra/local/childProcess.ts';
import { signInAs } from '../../infra/local/signInAs.ts';
import { median, percentile } from './statistics.ts';

const pack = packFor('UA');
const clients = 30;
/** One after the other; the code that a busy morning runs is compiled by the third. */
const rounds = ['cold system', 'second round', 'warm system'];
const months = monthsBetween('2022-02', '2024-11');
const figures = Object.fromEntries(
  pack.indicators.filter(({ asked }) => !asked).map(({ code, atMost }) => [code, atMost ? 1 : 2]),
);
const agent = new Agent({ keepAlive: true, maxSockets: clients });

interface Head {
  facilityId: string;
  token: string;
}

/** Sends one request; resolves with how long the answer took, in milliseconds, and rejects unless it is a 200. */
type Send = (method: string, path: string, token: string, body: object) => Promise<number>;

/**
 * Prints how fast whole commands are, through HTTP, tokens, functions and the engine on disk, from one client and from
 * many; and with `minutes` what memory the system takes after drafts were written at full speed for so long.
 */
export async function measureHttp(minutes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bench-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, SAMPLE: 'none', TODAY: '2024-12-03' };
  const child = startScript('infra/local/start.ts', [], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const running = await started(child, folder);
    const send = senderTo(running.url);
    const [first, ...heads] = await prepared(running, send);
    if (!first) return;
    const alone = await measured(running, () => timesOf(months, (month) => submit(send, first, month)));
    const together = (some: Head[]) =>
      measured(running, async () => {
        const times = some.map((head) => timesOf(months, (month) => submit(send, head, month)));
        return (await Promise.all(times)).flat();
      });
    const inRounds: Measured[] = [];
    for (const index of rounds.keys())
      inRounds.push(await together(heads.slice(index * clients, (index + 1) * clients)));
    console.log('\nSubmitting months through HTTP, the whole system on this machine');
    console.table([
      row('1 client', alone),
      ...inRounds.map((round, index) => row(`${clients} clients, ${rounds[index]}`, round)),
    ]);
    if (minutes > 0) await measureMemory(send, heads, minutes, running.pid);
  } finally {
    child.kill('SIGTERM');
    await ended(child);
    agent.destroy();
    rmSync(folder, { recursive: true });
  }
}

interface Measured {
  times: number[];
  seconds: number;
  /** Of the system's own process, in milliseconds; the engine is another. */
  cpu: number;
}

async function measured({ pid }: Running, act: () => Promise<number[]>): Promise<Measured> {
  const [cpu, start] = [cpuOf(pid), performance.now()];
  const times = await act();
  return { times, seconds: (performance.now() - start) / 1000, cpu: cpuOf(pid) - cpu };
}

/** Milliseconds of CPU that a process has used, in user and kernel; a tick is a hundredth of a second. */
function cpuOf(pid: number): number {
  const [user = 0, system = 0] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .split(' ')
    .slice(13, 15)
    .map(Number);
  return (user + system) * 10;
}

function row(what: string, { times, seconds, cpu }: Measured) {
  return {
    what,
    writes: times.length,
    'writes/s': Math.round(times.length / seconds),
    'p50 ms': Number(median(times).toFixed(1)),
    'p99 ms': Number(percentile(times, 0.99).toFixed(1)),
    'CPU ms a write': Number((cpu / times.length).toFixed(1)),
  };
}

async function started(child: ChildProcess, folder: string): Promise<Running> {
  while (child.exitCode === null) {
    const running = await runningIn(folder);
    if (running) return running;
    await pause(100);
  }
  throw new Error('The system did not start.');
}

/** A live facility and its signed-in head for each client, and one more. */
async function prepared({ url, environment }: Running, send: Send): Promise<Head[]> {
  Object.assign(process.env, environment);
  const database = new Database(environment);
  const admin = await signInAs(url, 'administrator');
  const ids = Array.from(
    { length: rounds.length * clients + 1 },
    (_, index) => `UA-${String(index + 1).padStart(4, '0')}`,
  );
  const accounts = ids.map((facilityId): GivenAccount => ({
    accountId: `head-${facilityId}`,
    name: `Head ${facilityId}`,
    role: 'head',
    facilityId,
  }));
  await database.transact(accounts.map(accountWrite));
  const heads: Head[] = [];
  for (const [index, facilityId] of ids.entries()) {
    await joined(send, admin, facilityId, pack.regions[index % pack.regions.length]?.code ?? '');
    heads.push({ facilityId, token: await signInAs(url, `head-${facilityId}`) });
  }
  return heads;
}

async function joined(send: Send, admin: string, facilityId: string, region: string): Promise<void> {
  const head = (basedOn: number) => ({ basedOn, idempotencyKey: randomUUID() });
  const place = { names: { en: `Clinic ${facilityId}`, uk: `Клініка ${facilityId}` }, region };
  const settlement = { en: 'Khodoriv', uk: 'Ходорів' };
  const supply = { connectivity: 'mobile', power: 'grid', hubs: [] };
  const type = pack.facilityTypes[0]?.code;
  const profile = { facilityId, type, settlement, ...place, ...supply };
  await send('POST', '/facilities', admin, { ...profile, ...head(0), plannedOn: '2022-01-01' });
  for (const [index, stage] of ['connected', 'equipped', 'trained', 'live'].entries())
    await send('POST', `/facilities/${facilityId}/stages`, admin, {
      ...head(index + 1),
      stage,
      date: '2022-01-01',
    });
}

function submit(send: Send, { facilityId, token }: Head, month: Month): Promise<number> {
  const body = { basedOn: 0, idempotencyKey: randomUUID(), figures };
  return send('POST', `/facilities/${facilityId}/reports/${month}/submission`, token, body);
}

async function timesOf<Value>(values: Value[], act: (value: Value) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (const value of values) times.push(await act(value));
  return times;
}

async function measureMemory(send: Send, heads: Head[], minutes: number, pid: number): Promise<void> {
  const until = performance.now() + minutes * 60_000;
  let writes = 0;
  await Promise.all(
    heads.map(async ({ facilityId, token }) => {
      const path = `/facilities/${facilityId}/reports/2022-01`;
      for (let basedOn = 0; performance.now() < until; basedOn += 1) {
        await send('PUT', path, token, { basedOn, idempotencyKey: randomUUID(), figures });
        writes += 1;
      }
    }),
  );
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  console.log(
    `After ${minutes} minutes and ${writes} drafts at full speed: ${Math.round(megabytes)} MB resident.`,
  );
}

function senderTo(url: string): Send {
  return (method, path, token, body) => {
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const address = `${url.replace('localhost', '127.0.0.1')}/api/v1${path}`;
      const sent = request(address, { method, headers, agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          if (response.statusCode === 200) resolve(performance.now() - start);
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        });
      });
      sent.on('error', reject).end(JSON.stringify(body));
    });
  };
}
