import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ObjectStore } from '../../../infra/local/publication/store.ts';
import { command } from '../../support/country.ts';
import { startSystem, type TestSystem } from '../../support/system.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemedicine-publication-'));
const start = (): Promise<TestSystem> => startSystem({ dataDir: folder, today: '2024-12-03' });
let system: TestSystem;

beforeAll(async () => {
  system = await start();
}, 240_000);
afterAll(() => system.stop());

const text = async (path: string): Promise<string> => (await fetch(system.url + path)).text();
const until = (check: () => Promise<void>): Promise<void> =>
  vi.waitFor(check, { timeout: 30_000, interval: 200 });

test('a system answers once its public page does, which says that nothing is released yet', async () => {
  expect(await text('/')).toContain('Показників ще не випущено.');
  expect(await text('/public/en/')).toContain('No figures have been released yet.');
});

test('a release that is made is on the public page soon, and is there when an older folder without one is opened', async () => {
  const token = await system.tokenFor('manager');
  const made = await fetch(`${system.url}/api/v1/releases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(command(0, { month: '2024-11' })),
  });
  const { releaseId }: { releaseId: string } = Object(await made.json());
  expect(made.status).toBe(200);
  await until(async () => expect(await text('/')).toContain(releaseId));
  await until(async () =>
    expect(await text(`/public/releases/${releaseId}/figures.csv`)).toContain('month,period'),
  );

  await system.halt();
  rmSync(join(folder, 'publication.db'));
  system = await start();

  expect(await text('/')).toContain(releaseId);
}, 120_000);

test('only figures for other sites may be framed', async () => {
  const framed = async (path: string) => {
    const { headers } = await fetch(system.url + path);
    return [
      /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1],
      headers.get('x-frame-options'),
    ];
  };

  for (const path of [
    '/',
    '/public/uk/',
    '/public/xx/',
    '/start',
    '/overview',
    '/api/v1/country',
    '/api/v1/nothing',
    '/config.json',
  ])
    expect(await framed(path), path).toEqual(["'none'", 'DENY']);
  for (const path of ['/embed/uk/facilitiesLive', '/embed/uk/nothing'])
    expect(await framed(path), path).toEqual(['*', null]);
});

test('what is published is kept whole, and a damaged file of it says what to do', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'telemedicine-objects-')), 'publication.db');
  const store = new ObjectStore(file);
  const put = (body: string) =>
    store.put('public/a', { type: 'text/plain', cacheControl: 'no-cache', body: Buffer.from(body) });
  put('one');
  const before = store.get('public/a');
  put('two');
  store.close();
  const again = new ObjectStore(file);

  expect(before?.body.toString()).toBe('one');
  expect(again.get('public/a')).toMatchObject({
    headers: { 'content-type': 'text/plain', 'cache-control': 'no-cache' },
  });
  expect(again.get('public/a')?.body.toString()).toBe('two');
  expect(again.get('public/a')?.headers['etag']).not.toBe(before?.headers['etag']);
  expect([again.isEmpty, again.get('public/b')]).toEqual([false, undefined]);
  again.close();
});
