import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { bodyOf } from '../http/body.ts';
import { isFromHere, startService, type LocalService, type ServiceAnswer } from '../http/service.ts';

const largestBody = 256 * 1024;
const signature =
  /^AWS4-HMAC-SHA256 Credential=.+\/lambda\/aws4_request, SignedHeaders=.+, Signature=[0-9a-f]{64}$/;
const path = /^\/2015-03-31\/functions\/([\w-]+)\/invocations$/;

/** How often AWS calls a function again that failed on an event, and how long it waits before, in milliseconds: here it is quicker. */
const retries = 2;
const patience = 1_000;

/** Events that nobody waits for: each is handed to its function, again when that fails, as Lambda does. */
export class Invocations {
  readonly #invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  readonly #running = new Set<Promise<void>>();
  readonly #ended = new AbortController();

  constructor(invoke: (functionArn: string, event: unknown) => Promise<unknown>) {
    this.#invoke = invoke;
  }

  /** Hands an event on; resolves when that is done, or given up. What went wrong is in the function's log. */
  async hand(functionArn: string, event: unknown): Promise<void> {
    const done = this.#tried(functionArn, event);
    this.#running.add(done);
    await done.finally(() => this.#running.delete(done));
  }

  /** Tries nothing again, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#ended.abort();
    await Promise.all(this.#running);
  }

  async #tried(functionArn: string, event: unknown): Promise<void> {
    for (let count = 0; count <= retries && !this.#ended.signal.aborted; count += 1) {
      const isDone = await this.#invoke(functionArn, event).then(
        () => true,
        () => false,
      );
      if (isDone) return;
      await setTimeout(patience * (count + 1), undefined, { signal: this.#ended.signal }).catch(
        () => undefined,
      );
    }
  }
}

/** Answers as Lambda does to who asks for a function to be called and does not wait; `arnOf` knows functions by their names. */
export function startInvocationServer(
  invocations: Invocations,
  arnOf: (name: string) => string | undefined,
): Promise<LocalService> {
  return startService((request) =>
    called(invocations, arnOf, request).catch(() => answer(400, 'This is not JSON.')),
  );
}

async function called(
  invocations: Invocations,
  arnOf: (name: string) => string | undefined,
  request: IncomingMessage,
): Promise<ServiceAnswer> {
  const body = await bodyOf(request, largestBody);
  const [, name = ''] = path.exec(request.url ?? '') ?? [];
  const arn = arnOf(name);
  if (!isAllowed(request) || !body)
    return answer(403, 'Only the functions of this machine may call each other.');
  if (!arn || request.method !== 'POST') return answer(404, `There is no function ${name}.`);
  if (request.headers['x-amz-invocation-type'] !== 'Event')
    return answer(400, 'The local runner knows events only.');
  void invocations.hand(arn, JSON.parse(body.toString()));
  return answer(202, '');
}

const isAllowed = (request: IncomingMessage): boolean =>
  isFromHere(request) && signature.test(request.headers.authorization ?? '');

const answer = (status: number, said: string): ServiceAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { said },
});
