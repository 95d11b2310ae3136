import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from '../http/body.ts';
import { listen } from '../http/ports.ts';
import { messageOf } from '../userError.ts';
import { PoolError, type UserPool } from './userPool.ts';

/** Where the SDK's client of Cognito finds the user pool on this machine. */
export interface UserPoolServer {
  readonly endpoint: string;
  stop(): void;
}

const service = 'AWSCognitoIdentityProviderService.';
const largestBody = 64 * 1024;

/**
 * Answers the SDK as Cognito does. Like the database engine it listens to this machine only, at a port of its own; a web
 * page cannot ask it, for it may neither name another host nor set the header that names the action.
 */
export async function startUserPoolServer(pool: UserPool): Promise<UserPoolServer> {
  const server = createServer((request, response) => {
    answer(pool, request)
      .then((body) => reply(response, 200, body))
      .catch((error: unknown) => {
        const type = error instanceof PoolError ? error.type : 'InternalErrorException';
        reply(response, error instanceof PoolError ? 400 : 500, { __type: type, message: messageOf(error) });
      });
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

async function answer(pool: UserPool, request: IncomingMessage): Promise<object> {
  const target = request.headers['x-amz-target'];
  const isLocal = request.headers.host?.startsWith('127.0.0.1:');
  const body = await bodyOf(request, largestBody);
  if (!isLocal || !body || typeof target !== 'string' || !target.startsWith(service))
    throw new PoolError('NotAuthorizedException', 'Only the functions of this machine may ask.');
  return pool.answer(target.slice(service.length), JSON.parse(body.toString()));
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}
