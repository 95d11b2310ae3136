import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from '../support/api.ts';
import { costOfQuestions } from '../support/questions.ts';
import { copySample } from '../support/sampleDatabase.ts';

/** Prints what each question to the API asks of the database in the sample country, and how long it takes, asked for the second time. */
export async function measureQuestions(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bench-'));
  const file = join(folder, 'dynamodb.db');
  await copySample(file);
  const api = await startApi('2024-12-03', file);
  await costOfQuestions(api);
  const costs = await costOfQuestions(api);
  await api.stop();
  rmSync(folder, { recursive: true });
  console.log('\nEach question in the sample country, one client, without the gateway');
  console.table(
    costs.map(({ route, requests, milliseconds }) => ({
      route,
      requests,
      ms: Number(milliseconds.toFixed(1)),
    })),
  );
}
