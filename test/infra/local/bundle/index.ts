import { setTimeout } from 'node:timers/promises';

// Stands for a Lambda bundle in tests of the runner: does what its event asks for.

interface Wish {
  do?: string;
  /** To be printed. */
  say?: string;
  queryStringParameters?: { do?: string };
}

let handled = 0;
let busy = 0;

const deeds: Record<string, (event: Wish) => unknown> = {
  answerEvent: (event) => event,
  environment: () => ({ ...process.env }),
  count: () => (handled += 1),
  throw: () => {
    throw new Error('a bug with a secret in it');
  },
  crash: () => process.exit(3),
  hang: () => setTimeout(60_000),
  answerNothing: () => undefined,
  overlap: async () => {
    busy += 1;
    await setTimeout(30);
    const seen = busy;
    busy -= 1;
    return seen;
  },
  http: (event) => ({
    statusCode: 201,
    headers: { 'Content-Type': 'application/json', etag: '"tag"' },
    cookies: ['a=1; Path=/', 'b=2'],
    body: JSON.stringify(event),
  }),
  long: () => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json', etag: '"tag"' },
    body: JSON.stringify('a'.repeat(5000)),
  }),
  tooLong: () => 'a'.repeat(6_291_555),
  binary: () => ({ statusCode: 200, body: Buffer.from([0, 255]).toString('base64'), isBase64Encoded: true }),
  bare: () => ({ hello: 'world' }),
};

export async function handler(event: Wish): Promise<unknown> {
  const deed = deeds[event.do ?? event.queryStringParameters?.do ?? 'answerEvent'];
  const answer = await deed?.(event);
  if (event.say) console.log(event.say);
  return answer;
}
