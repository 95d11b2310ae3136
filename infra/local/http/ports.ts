import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { UserError } from '../userError.ts';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const portInUse = (port: number): UserError =>
  new UserError(`Port ${port} is in use: stop what runs there, or choose another with PORT=… npm start.`);

/** Has a server listen; throws one sentence when somebody else has the port, or it takes more rights than we have. */
export async function listen(server: Server, port: number, host: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw portInUse(port);
    if (codeOf(error) === 'EACCES')
      throw new UserError(
        `Port ${port} is not for everybody on this machine: choose another with PORT=… npm start.`,
      );
    throw error;
  }
}

async function probe(port: number, host: string): Promise<number> {
  const server = createServer();
  await listen(server, port, host);
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : port;
}

/** A port on this machine that nothing listens on at the moment. */
export function freePort(): Promise<number> {
  return probe(0, '127.0.0.1');
}

/** Throws one sentence when `port` is taken by whoever `localhost` may lead to, so that nothing is started in vain. */
export async function ensureFree(port: number): Promise<void> {
  await probe(port, '127.0.0.1');
  await probe(port, '::1').catch((error: unknown) => {
    if (codeOf(error) !== 'EADDRNOTAVAIL' && codeOf(error) !== 'EAFNOSUPPORT') throw error;
  });
}
