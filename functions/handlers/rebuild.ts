import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod/mini';
import { checkProgress, sentenceOf } from '../rebuild.ts';
import { database } from './http/database.ts';
import { logger, metrics, pack } from './http/surroundings.ts';

/** What the schedule sends: it may look, and only people repair. */
const Job = z.strictObject({ check: z.literal(true) });

/** Each night: whether progress still equals its records. The metric raises an alarm, the log says what differs. */
export async function handler(event: unknown): Promise<void> {
  Job.parse(event);
  const { differences, ...compared } = await checkProgress(database, pack);
  for (const one of differences) logger.error('progress differs', { difference: sentenceOf(one) });
  logger.info('progress checked', { ...compared, differences: differences.length });
  metrics.addMetric('ProgressDifferences', MetricUnit.Count, differences.length);
  metrics.publishStoredMetrics();
}
