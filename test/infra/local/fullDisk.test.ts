import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chosenCountry } from '../../../infra/chosenCountry.ts';
import { build } from '../../../infra/local/build.ts';
import { freePort } from '../../../infra/local/http/ports.ts';
import { signInAs } from '../../../infra/local/signInAs.ts';
import { endRuns, expectSentence, run } from '../../support/runner.ts';

const above = mkdtempSync(join(tmpdir(), 'telemedicine-disk-'));
const disks: string[] = [];

/** A disk of its own, so that it can be full. */
function mount(name: string, size: string): string {
  const disk = join(above, name);
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
  disks.push(disk);
  return disk;
}

const mayMount = (): boolean => {
  const disk = join(above, 'tried');
  mkdirSync(disk);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
  if (status === 0) execFileSync('umount', [disk]);
  return status === 0;
};
const isAllowed = mayMount();
const reason = 'this needs a small disk of its own, and not everybody may mount one';

beforeAll(() => build(chosenCountry(process.env)));
afterAll(async () => {
  await endRuns();
  // Lazily: an engine that was killed with its system may need a moment to end.
  for (const disk of disks) execFileSync('umount', ['--lazy', disk]);
  rmSync(above, { recursive: true, force: true });
});

/** Fills a disk until only so many bytes are free. */
function leave(disk: string, bytes: number): void {
  const filler = join(disk, 'filler');
  rmSync(filler, { force: true });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
}

const settings = async (disk: string, sample = 'none') => ({
  DATA_DIR: join(disk, 'data'),
  PORT: String(await freePort()),
  SAMPLE: sample,
  TODAY: '2024-12-03',
});

/** Has an administrator register a facility; answers the status. */
async function register(url: string, token: string, facilityId: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/facilities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      facilityId,
      names: { en: 'Clinic', uk: 'Клініка' },
      type: 'ruralClinic',
      region: 'UA-46',
      settlement: { en: 'Lviv', uk: 'Львів' },
      connectivity: 'mobile',
      power: 'grid',
      hubs: [],
      plannedOn: '2024-01-01',
      basedOn: 0,
      idempotencyKey: `register-${facilityId}`,
    }),
  });
  return response.status;
}

/** Has a manager release October; answers the status, and the release's id once it is made. */
async function release(url: string, token: string): Promise<{ status: number; releaseId?: string }> {
  const response = await fetch(`${url}/api/v1/releases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ month: '2024-10', basedOn: 0, idempotencyKey: 'release-october' }),
  });
  return { ...Object(await response.json()), status: response.status };
}

test('a system whose disk fills up goes on, and saves again once there is room', async ({ skip }) => {
  skip(!isAllowed, reason);
  const disk = mount('fills', '16m');
  const env = await settings(disk);
  const url = `http://localhost:${env.PORT}`;
  const system = run('start.ts', env);
  await system.ready;
  const token = await signInAs(url, 'administrator');
  expect(await register(url, token, 'UA-0001')).toBe(200);
  const manager = await signInAs(url, 'manager');

  leave(disk, 0);
  for (const facilityId of ['UA-0002', 'UA-0003', 'UA-0004'])
    expect(await register(url, token, facilityId)).toBeGreaterThanOrEqual(500);
  expect((await release(url, manager)).status).toBeGreaterThanOrEqual(500);
  await expect(signInAs(url, 'manager')).rejects.toThrow(/answered 500/);
  const read = await fetch(`${url}/api/v1/facilities/UA-0001`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(read.status).toBe(200);
  expect(system.isAlive()).toBe(true);

  leave(disk, 4_000_000);
  expect(await register(url, token, 'UA-0002')).toBe(200);
  expect(await signInAs(url, 'manager')).toMatch(/^ey/);
  const { status, releaseId = '' } = await release(url, manager);
  expect(status).toBe(200);
  await vi.waitFor(async () => expect(await (await fetch(url)).text()).toContain(releaseId), {
    timeout: 30_000,
    interval: 200,
  });

  leave(disk, 0);
  system.child.kill('SIGTERM');
  const { code, err } = await system.ended;
  expect(code).toBe(0);
  expect(err).not.toMatch(/^\s+at /m);
}, 300_000);

test('on a disk that is full or nearly so, it starts or says so, and calls no file damaged', async ({
  skip,
}) => {
  skip(!isAllowed, reason);
  const disk = mount('nearly', '16m');
  const env = await settings(disk);
  const first = run('start.ts', env);
  await first.ready;
  first.child.kill('SIGTERM');
  await first.ended;

  for (const kilobytes of [0, 16, 48, 512]) {
    leave(disk, kilobytes * 1024);
    const again = run('start.ts', env);
    await again.ready.catch(() => expectSentence(again.ended, /^There is no room left on the disk/));
    again.child.kill('SIGTERM');
    expect((await again.ended).err).not.toMatch(/damaged|^\s+at /m);
  }

  leave(disk, 4_000_000);
  const last = run('start.ts', env);
  await last.ready;
}, 300_000);

test('a disk that is full before all is there is named, and nothing is left running', async ({ skip }) => {
  skip(!isAllowed, reason);
  for (const [name, size, sample] of [
    ['tiny', '40k', 'none'],
    ['small', '3m', 'ukraine'],
  ] as const)
    await expectSentence(
      run('start.ts', await settings(mount(name, size), sample)).ended,
      /^There is no room left on the disk/,
    );
}, 300_000);
