import {
  Agent,
  createServer,
  request as ask,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';

/** What may go wrong on the way to the database, for the next transaction. */
export type Mishap = 'collision' | 'answerLost';

/** The wire between the store and the engine: it counts what passes and can be made to fail as DynamoDB's does. */
export interface Wire {
  readonly endpoint: string;
  /** Requests by operation since the last call. */
  counted(): Record<string, number>;
  /** Mishaps for the following transactions, in order. */
  upset(...mishaps: Mishap[]): void;
  stop(): Promise<void>;
}

/** Puts a wire in front of a DynamoDB-compatible engine. */
export async function wireTo(engine: string): Promise<Wire> {
  // By `fetch`, what passes would take as long as what is tested.
  const agent = new Agent({ keepAlive: true });
  let counts: Record<string, number> = {};
  const mishaps: Mishap[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const operation = String(request.headers['x-amz-target']).split('.')[1] ?? '';
    counts[operation] = (counts[operation] ?? 0) + 1;
    const body = await textOf(request);
    const mishap = operation === 'TransactWriteItems' ? mishaps.shift() : undefined;
    if (mishap === 'collision') return answerCollision(response, body);
    const { host: _, connection: __, ...headers } = request.headers;
    const answer = await passed(engine, agent, headers, body);
    const text = await textOf(answer);
    if (mishap === 'answerLost') return void request.socket.destroy();
    response.writeHead(answer.statusCode ?? 0, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  }

  const server = createServer((request, response) => {
    pass(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the wire has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    counted: () => {
      const last = counts;
      counts = {};
      return last;
    },
    upset: (...next) => void mishaps.splice(0, mishaps.length, ...next),
    stop: () => {
      server.closeAllConnections();
      agent.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function passed(
  engine: string,
  agent: Agent,
  headers: IncomingHttpHeaders,
  body: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    ask(engine, { method: 'POST', agent, headers }, resolve).once('error', reject).end(body);
  });
}

function textOf(message: IncomingMessage): Promise<string> {
  let text = '';
  message.setEncoding('utf8').on('data', (chunk) => (text += String(chunk)));
  return new Promise((resolve, reject) => {
    message.once('end', () => resolve(text)).once('error', reject);
  });
}

/** What DynamoDB says when two transactions meet on one item. */
function answerCollision(response: ServerResponse, body: string): void {
  const { TransactItems } = JSON.parse(body);
  const reasons = TransactItems.map((_: unknown, index: number) => ({
    Code: index === 1 ? 'TransactionConflict' : 'None',
  }));
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(
    JSON.stringify({
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      Message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [None, TransactionConflict]',
      CancellationReasons: reasons,
    }),
  );
}
