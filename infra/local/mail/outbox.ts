import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { keep } from '../data/disk.ts';
import type { LettersPlan } from '../plan/letters.ts';

const Text = z.strictObject({ Data: z.string(), Charset: z.literal('UTF-8') });

/** A letter as SES takes it. */
const SendEmail = z.strictObject({
  FromEmailAddress: z.email(),
  Destination: z.strictObject({ ToAddresses: z.tuple([z.email()]) }),
  Content: z.strictObject({
    Simple: z.strictObject({ Subject: Text, Body: z.strictObject({ Text }) }),
  }),
  EmailTags: z.array(z.strictObject({ Name: z.string(), Value: z.string().regex(/^[\w.@-]{1,256}$/) })),
  ConfigurationSetName: z.string(),
});

/** Why SES does not take a letter. */
export class MailError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** AWS's own addresses for trying out what comes back; they behave here as they do there. */
const comingBack: Record<string, (recipients: object[]) => object> = {
  'bounce@simulator.amazonses.com': (bouncedRecipients) => ({
    eventType: 'Bounce',
    bounce: { bounceType: 'Permanent', bounceSubType: 'General', bouncedRecipients },
  }),
  'complaint@simulator.amazonses.com': (complainedRecipients) => ({
    eventType: 'Complaint',
    complaint: { complainedRecipients },
  }),
};

/** Letters that are not sent anywhere: each is a file to be read. */
export class Outbox {
  readonly #folder: string;
  readonly #plan: Pick<LettersPlan, 'configurationSet' | 'senders'>;
  readonly #tell: (event: object) => Promise<unknown>;

  /** `tell` hands what comes back to the function that listens. */
  constructor(
    folder: string,
    plan: Pick<LettersPlan, 'configurationSet' | 'senders'>,
    tell: (event: object) => Promise<unknown>,
  ) {
    this.#folder = folder;
    this.#plan = plan;
    this.#tell = tell;
  }

  /** Takes a letter; answers its number. */
  async take(asked: unknown): Promise<string> {
    const parsed = SendEmail.safeParse(asked);
    if (!parsed.success) throw new MailError('BadRequestException', z.prettifyError(parsed.error));
    const { FromEmailAddress, Destination, Content, EmailTags, ConfigurationSetName } = parsed.data;
    const { configurationSet, senders } = this.#plan;
    if (!senders.includes(FromEmailAddress))
      throw new MailError('MessageRejected', 'Email address is not verified.');
    if (ConfigurationSetName !== configurationSet)
      throw new MailError('NotFoundException', `There is no configuration set ${ConfigurationSetName}.`);
    const [to] = Destination.ToAddresses;
    const { Subject, Body } = Content.Simple;
    const id = randomUUID();
    const at = new Date().toISOString();
    const lines = [`From: ${FromEmailAddress}`, `To: ${to}`, `Subject: ${Subject.Data}`, '', Body.Text.Data];
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    keep(join(this.#folder, `${at.replaceAll(':', '-')}-${id.slice(0, 8)}.txt`), lines.join('\n'));
    const back = comingBack[to]?.([{ emailAddress: to }]);
    const tags = Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]]));
    if (back) await this.#tell(notice({ ...back, mail: { messageId: id, tags } }));
    return id;
  }
}

/** What SES says, as SNS brings it to a function. */
function notice(message: object): object {
  return { Records: [{ Sns: { MessageId: randomUUID(), Message: JSON.stringify(message) } }] };
}
