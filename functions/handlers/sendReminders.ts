import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { Mail } from '../store/reminders/mail.ts';
import { sendReminders, type Outcome } from '../store/reminders/sendReminders.ts';
import { database } from './http/database.ts';
import { logger, metrics, moment, pack } from './http/runtime.ts';

const Job = z.strictObject({ job: z.literal('remind') });

const mail = new Mail(process.env);
/** What is begun in the last of the time is still finished. */
const lastMilliseconds = 60_000;

/** Once a day: reminds heads of reports that are due soon or late. No address is logged. */
export async function handler(
  event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<Outcome> {
  Job.parse(event);
  const { today, at } = moment();
  const outcome = await sendReminders(
    {
      database,
      pack,
      send: (to, letter) => mail.send(to, letter),
      origin: process.env['ORIGIN'] ?? '',
      onFailure: (why) =>
        logger.error('reminder not sent', { why: why instanceof Error ? why.message : 'unknown' }),
      hasTime: () => context.getRemainingTimeInMillis() > lastMilliseconds,
    },
    { today, at },
  );
  logger.info('reminders sent', { today, ...outcome });
  metrics.addMetric('RemindersNotSent', MetricUnit.Count, outcome.failed);
  metrics.publishStoredMetrics();
  return outcome;
}
