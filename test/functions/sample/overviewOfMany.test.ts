import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSample } from '../../../functions/sample/load.ts';
import { partOfSample } from '../../../functions/sample/larger/partOfSample.ts';
import { sampleOf } from '../../../functions/sample/sample.ts';
import { startApi, type Api } from '../../support/api.ts';
import { manager, pack } from '../../support/country.ts';
import type { Loose } from '../../support/stack.ts';

/** Some of the sample's facilities; without accounts, which end a load, it can be made larger again. */
const sample = { ...partOfSample(sampleOf(pack), 0, 15), accounts: [] };
/** What the overview asks the API for. */
const asked = ['/progress', '/plan', '/country'];

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** The requests to the database for each of them where there are so many facilities, and how many months are answered. */
async function costOfOverview(facilities: number): Promise<Record<string, number>> {
  await loadSample(process.env, pack, sample, { facilities });
  const costs: Record<string, number> = {};
  for (const path of asked) {
    api.wire.counted();
    const { status, body }: Loose = await api.ask(manager, 'GET', path);
    expect([path, status]).toEqual([path, 200]);
    costs[path] = Object.values(api.wire.counted()).reduce((sum, count) => sum + count, 0);
    if (path === '/progress') costs['live'] = sumOf(body.figures.facilitiesLive);
  }
  return costs;
}

const sumOf = (amounts: number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

test('opening the overview asks the database no more where there are twenty times as many facilities', async () => {
  const { live: few = 0, ...costOfFew } = await costOfOverview(15);
  const { live: many, ...costOfMany } = await costOfOverview(300);

  expect(few).toBeGreaterThan(0);
  expect(many).toBe(20 * few);
  expect(costOfMany).toEqual(costOfFew);
  expect(costOfFew['/progress']).toBeLessThanOrEqual(4);
});
