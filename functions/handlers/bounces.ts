import { MetricUnit } from '@aws-lambda-powertools/metrics';
import * as z from 'zod/mini';
import { accountTag } from '../store/reminders/mail.ts';
import { noteReturned, type Notice } from '../store/reminders/changeReminders.ts';
import { database } from './http/database.ts';
import { logger, metrics, moment, pack } from './http/runtime.ts';

/** What SNS brings: each record has what SES says, as text. */
const Delivery = z.object({
  Records: z.array(z.object({ Sns: z.object({ MessageId: z.string(), Message: z.string() }) })),
});

const recipients = z.array(z.object({ emailAddress: z.string() }));
const mail = z.object({ tags: z.object({ [accountTag]: z.array(z.string()).check(z.minLength(1)) }) });

/** Of all that SES may tell, what it is asked to: that a letter came back, and that its reader complained. */
const Told = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    /** `Transient` is a full mailbox, say: the next letter may arrive. */
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({ complainedRecipients: recipients }),
  }),
]);

/** What SES tells of letters; on a new topic it first says in plain words that it can. */
const isNotice = (message: string): boolean => message.trimStart().startsWith('{');

/** Notes on accounts whose letters come back; a notice that comes twice is noted once. */
export async function handler(event: unknown): Promise<{ noted: number }> {
  let noted = 0;
  for (const { Sns } of Delivery.parse(event).Records) {
    if (!isNotice(Sns.Message)) continue;
    const notice = noticeIn(Sns.MessageId, Told.parse(JSON.parse(Sns.Message)));
    if (notice && (await noteReturned(database, pack, notice, moment()))) noted += 1;
  }
  logger.info('letters came back', { noted });
  metrics.addMetric('LettersReturned', MetricUnit.Count, noted);
  metrics.publishStoredMetrics();
  return { noted };
}

function noticeIn(noticeId: string, told: z.infer<typeof Told>): Notice | undefined {
  const [accountId = ''] = told.mail.tags[accountTag];
  if (told.eventType === 'Complaint')
    return { noticeId, accountId, emails: addresses(told.complaint.complainedRecipients), why: 'complained' };
  const { bounceType, bouncedRecipients } = told.bounce;
  if (bounceType !== 'Permanent') return undefined;
  return { noticeId, accountId, emails: addresses(bouncedRecipients), why: 'bounced' };
}

const addresses = (those: z.infer<typeof recipients>): string[] =>
  those.map(({ emailAddress }) => emailAddress.toLowerCase());
