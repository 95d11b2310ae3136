import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod/mini';
import { checkProgress, sentencesOf } from '../rebuild/check.ts';
import { repair, upgrade } from '../rebuild/repair.ts';
import { database } from './http/database.ts';
import { logger, metrics, pack } from './http/runtime.ts';

/** The schedule looks; a person may ask for a repair, or for what a release before needs (docs/deploy.md). */
const Job = z.strictObject({ job: z.enum(['check', 'repair', 'upgrade']) });

/** Whether progress equals its records. The metric raises an alarm, the log says what differs. */
export async function handler(event: unknown): Promise<{ differences: string[] }> {
  const { job } = Job.parse(event);
  const check = await lookAfter(job);
  const differences = sentencesOf(check);
  for (const difference of differences) logger.error('progress differs', { difference });
  logger.info('progress checked', { job, records: check.records, rows: check.rows });
  metrics.addMetric('ProgressDifferences', MetricUnit.Count, differences.length);
  metrics.publishStoredMetrics();
  return { differences };
}

async function lookAfter(job: z.infer<typeof Job>['job']) {
  if (job === 'check') return checkProgress(database, pack);
  const { mended, left } = await (job === 'repair' ? repair : upgrade)(database, pack);
  logger.info('progress mended', { job, mended });
  return left;
}
