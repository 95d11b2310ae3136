import { MailError } from '../../../infra/local/mail/outbox.ts';
import { startMailServer } from '../../../infra/local/mail/mailServer.ts';
import type { Loose } from '../stack.ts';

/** A letter as it was handed to the mail service. */
export interface TakenLetter {
  to: string;
  from: string;
  subject: string;
  text: string;
  accountId: string;
}

export interface TestMail {
  /** What a function needs to find it. */
  readonly env: Record<string, string>;
  /** What was sent, oldest first. */
  readonly letters: TakenLetter[];
  /** The next letter is not taken. */
  failNext(): void;
  /** The next letter is taken, and then the line breaks for good. */
  breakAfterNext(): void;
  /** What the service tells of a letter that came back. */
  noticeOf(
    eventType: 'Bounce' | 'Complaint',
    to: { accountId: string; email: string },
    bounceType?: string,
  ): { Records: object[] };
  stop(): void;
}

/** The runner's own mail service, without an outbox. */
export async function startMail(): Promise<TestMail> {
  const letters: TakenLetter[] = [];
  let isFailing = false;
  let isBreaking = false;
  const take = (asked: unknown): Promise<string> => {
    const letter: Loose = asked;
    if (isFailing) {
      isFailing = false;
      return Promise.reject(new MailError('MessageRejected', 'Email address is not verified.'));
    }
    letters.push({
      to: letter.Destination.ToAddresses[0],
      from: letter.FromEmailAddress,
      subject: letter.Content.Simple.Subject.Data,
      text: letter.Content.Simple.Body.Text.Data,
      accountId: letter.EmailTags[0].Value,
    });
    if (isBreaking) {
      setImmediate(() => server.stop());
      return new Promise(() => undefined);
    }
    return Promise.resolve(String(letters.length));
  };
  const server = await startMailServer({ take });
  let serial = 0;
  return {
    env: {
      AWS_ENDPOINT_URL_SESV2: server.endpoint,
      SENDER: 'reports@example.org',
      CONFIGURATION_SET: 'set',
      ORIGIN: 'https://rollout.example.org',
    },
    letters,
    failNext: () => {
      isFailing = true;
    },
    breakAfterNext: () => {
      isBreaking = true;
    },
    noticeOf: (eventType, { accountId, email }, bounceType = 'Permanent') => {
      const recipients = [{ emailAddress: email }];
      const told =
        eventType === 'Bounce'
          ? { bounce: { bounceType, bouncedRecipients: recipients } }
          : { complaint: { complainedRecipients: recipients } };
      const message = { eventType, ...told, mail: { messageId: 'm', tags: { accountId: [accountId] } } };
      const MessageId = `notice-${(serial += 1)}`;
      return { Records: [{ EventSource: 'aws:sns', Sns: { MessageId, Message: JSON.stringify(message) } }] };
    },
    stop: () => server.stop(),
  };
}
