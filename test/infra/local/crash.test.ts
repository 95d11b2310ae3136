import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { monthsBetween } from '../../../functions/domain/calendar.ts';
import { joinedFacility, reportsOf } from '../../support/rollout.ts';
import { Database } from '../../../functions/store/database.ts';
import { History } from '../../../functions/store/history.ts';
import { reportSubject } from '../../../functions/store/report/monthlyReports.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { freePort } from '../../../infra/local/http/ports.ts';

const root = join(import.meta.dirname, '../../..');
const dataDir = mkdtempSync(join(tmpdir(), 'telemedicine-crash-'));
const pack = packFor('UA');
const figures = Object.fromEntries(
  pack.indicators.filter(({ asked }) => !asked).map(({ code, atMost }) => [code, atMost ? 1 : 2]),
);
const facilityIds = Array.from({ length: 8 }, (_, index) => `UA-${String(index + 1).padStart(4, '0')}`);
const months = monthsBetween('2024-02', '2024-11');

const Running = z.object({
  environment: z.record(z.string(), z.string()),
  engineGroup: z.optional(z.number()),
});

let system: ChildProcess | undefined;

afterAll(() => {
  if (system) killAll(system);
  rmSync(dataDir, { recursive: true, force: true });
});

async function environment(): Promise<Record<string, string>> {
  return { DATA_DIR: dataDir, SAMPLE: 'none', TODAY: '2024-12-03', PORT: String(await freePort()) };
}

/** Starts the product in a process group of its own, so that it can be killed whole, as by a power cut. */
async function start(): Promise<ChildProcess> {
  const child = spawn('node', ['infra/local/start.ts'], {
    cwd: root,
    detached: true,
    env: { ...process.env, ...(await environment()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => text.includes('ready http') && resolve());
    child.once('exit', () => reject(new Error('it ended before it was ready')));
  });
  return child;
}

function running(): z.infer<typeof Running> {
  return Running.parse(JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')));
}

/** The engine first, in the middle of its writes, and then all that runs. */
function killAll(child: ChildProcess): void {
  for (const group of [running().engineGroup, child.pid])
    if (group !== undefined) process.kill(-group, 'SIGKILL');
}

function databaseOf(): Database {
  return new Database({ ...running().environment });
}

/** What is sent in each round: every month is submitted, then approved, opened again, and submitted corrected. */
const rounds = ['submit', 'approve', 'correct', 'submit'] as const;
const killAfter = 30;

interface Sent {
  facilityId: string;
  month: string;
  basedOn: number;
  key: string;
}

/** Many phones at once, each sending one month after another, until the line goes dead. */
async function streamUntilDead(
  database: Database,
  round: number,
  onAcknowledged: (sent: Sent) => void,
): Promise<Sent[]> {
  const unanswered: Sent[] = [];
  const phone = async (facilityId: string) => {
    for (const month of months) {
      const sent = { facilityId, month, basedOn: round, key: `crash-${round}-${facilityId}-${month}` };
      try {
        await send(database, round, sent);
        onAcknowledged(sent);
      } catch {
        return void unanswered.push(sent);
      }
    }
  };
  await Promise.all(facilityIds.map(phone));
  return unanswered;
}

async function send(database: Database, round: number, sent: Sent): Promise<void> {
  const content = { figures: { ...figures, daysWithoutPower: round }, reason: 'Counted again' };
  await reportsOf(database, pack)[rounds[round] ?? 'submit'](sent, content);
}

async function expectKept(database: Database, acknowledged: Sent[]): Promise<void> {
  for (const { facilityId, month, key } of acknowledged)
    expect(await new History(database).find(reportSubject(facilityId, month), key), key).toBeDefined();
}

test('killed in the middle of a stream of submissions, several times, it loses nothing it acknowledged', async () => {
  system = await start();
  for (const facilityId of facilityIds) await joinedFacility(databaseOf(), { facilityId }, pack);

  for (const round of rounds.keys()) {
    const acknowledged: Sent[] = [];
    const alive = system;
    const unanswered = await streamUntilDead(databaseOf(), round, (sent) => {
      acknowledged.push(sent);
      if (acknowledged.length === killAfter) killAll(alive);
    });
    system = await start();
    const database = databaseOf();
    await expectKept(database, acknowledged);
    expect(unanswered.length).toBeGreaterThan(0);

    // The phones send again what was not acknowledged, whether it was done or not, and then the rest of the round.
    for (const sent of unanswered) await send(database, round, sent);
    expect(await streamUntilDead(database, round, () => undefined)).toEqual([]);
  }

  const check = spawnSync('node', ['infra/local/rebuild.ts', '--check'], {
    cwd: root,
    env: { ...process.env, ...(await environment()) },
    encoding: 'utf8',
  });
  expect(check.stderr + check.stdout).toMatch(/progress equals its records/);
  expect(check.status).toBe(0);
}, 400_000);
