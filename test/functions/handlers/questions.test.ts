import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApi } from '../../support/api.ts';
import { pack } from '../../support/country.ts';
import { costOfQuestions } from '../../support/questions.ts';
import { copySample } from '../../support/sampleDatabase.ts';

const most = 14;
const ofEachRegion = pack.regions.length + most;
/** What is kept by region is asked of each, side by side; two hundred reports that wait are compared with a year of each. */
const exceptions: Record<string, number> = {
  'facilities.list': ofEachRegion,
  'map.points': ofEachRegion,
  'warehouses.list': ofEachRegion,
  'reports.awaitingReview': ofEachRegion + 24,
};

test('no question asks the database for more than fourteen things, in the whole sample country', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-questions-'));
  const file = join(folder, 'dynamodb.db');
  await copySample(file);
  const api = await startApi('2024-12-03', file);
  const costs = await costOfQuestions(api);
  await api.stop();
  rmSync(folder, { recursive: true });

  expect(costs.length).toBeGreaterThan(40);
  for (const { route, requests } of costs)
    expect(requests, route).toBeLessThanOrEqual(exceptions[route] ?? most);
});
