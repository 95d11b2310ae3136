import { createServer } from 'node:net';
import { Cannot } from './cannot.ts';

function probe(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

/** A port on this machine that nothing listens on at the moment. */
export function freePort(): Promise<number> {
  return probe(0, '127.0.0.1');
}

const isNoSuchHost = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL';

/** Throws one sentence when `port` is taken by whoever `localhost` may lead to, so that nothing is started in vain. */
export async function ensureFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '::1']) {
    try {
      await probe(port, host);
    } catch (error) {
      if (isNoSuchHost(error)) continue;
      throw new Cannot(
        `Port ${port} is in use: stop what runs there, or choose another with PORT=… npm start.`,
      );
    }
  }
}
