import { setTimeout as pause } from 'node:timers/promises';
import type { Letter } from '../../domain/reminders/letter.ts';
import { askAws, settingIn } from '../askAws.ts';

/** The service has surely not taken a letter; says why in its own word, and never to whom it was to go. */
export class NotSent extends Error {
  override name = 'NotSent';
}

/** How often a letter is tried while the service asks for patience. */
const attempts = 4;
const patience = 500;
/** A letter that takes longer is given up. */
const longest = 10_000;

/** The one place that talks to SES: it has one request (ADR 38). */
export class Mail {
  readonly #environment: NodeJS.ProcessEnv;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
  }

  /**
   * Sends a letter; what comes back of it is told with the account's id. Any error but `NotSent` leaves open whether it went:
   * the line broke, the time ran out, or the service failed over it.
   */
  async send(to: { accountId: string; email: string }, letter: Letter): Promise<void> {
    for (let count = 1; ; count += 1) {
      const { status, ok, headers, body } = await this.#ask(to, letter).catch(unlessNotReached);
      await body?.cancel();
      if (ok) return;
      const why = headers.get('x-amzn-errortype') ?? String(status);
      const isBusy = status === 429 || status === 503;
      if (status >= 500 && !isBusy) throw new Error(`The mail service failed over a letter: ${why}`);
      if (!isBusy || count === attempts) throw new NotSent(why);
      await pause(Math.random() * 2 ** count * patience);
    }
  }

  #ask({ accountId, email }: { accountId: string; email: string }, letter: Letter): Promise<Response> {
    const endpoint =
      this.#environment['AWS_ENDPOINT_URL_SESV2'] ??
      `https://email.${settingIn(this.#environment, 'AWS_REGION')}.amazonaws.com`;
    const url = new URL('/v2/email/outbound-emails', endpoint);
    const body = JSON.stringify({
      FromEmailAddress: settingIn(this.#environment, 'SENDER'),
      Destination: { ToAddresses: [email] },
      Content: { Simple: { Subject: text(letter.subject), Body: { Text: text(letter.text) } } },
      EmailTags: [{ Name: accountTag, Value: accountId }],
      ConfigurationSetName: settingIn(this.#environment, 'CONFIGURATION_SET'),
    });
    const headers = { 'content-type': 'application/json' };
    return askAws(this.#environment, 'ses', { method: 'POST', url, headers, body }, longest);
  }
}

/** Ways in which a connection is never made, so that nothing was asked of anybody. */
const notReached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

function unlessNotReached(error: unknown): never {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  throw notReached.includes(code) ? new NotSent(code) : error;
}

/** The tag by which a letter that comes back names whose it was. */
export const accountTag = 'accountId';

const text = (data: string) => ({ Data: data, Charset: 'UTF-8' });
