import { createServer, type IncomingMessage } from 'node:http';
import { listen } from './ports.ts';

/** What stands on this machine for a service of AWS, where the SDK or the store finds it. */
export interface LocalService {
  readonly endpoint: string;
  stop(): void;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** Listens to this machine only, at a port of its own. */
export async function startService(
  answer: (request: IncomingMessage) => Promise<ServiceAnswer>,
): Promise<LocalService> {
  const server = createServer((request, response) => {
    void answer(request).then(({ status, headers, body }) =>
      response.writeHead(status, headers).end(JSON.stringify(body)),
    );
  });
  await listen(server, 0, '127.0.0.1');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

/** Whether a request names this machine by its number: a web page may not ask for that under another host's name. */
export function isFromHere({ headers }: IncomingMessage): boolean {
  return headers.host?.startsWith('127.0.0.1:') ?? false;
}
