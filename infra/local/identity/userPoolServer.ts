import type { IncomingMessage } from 'node:http';
import { bodyOf } from '../http/body.ts';
import { isFromHere, startService, type LocalService } from '../http/service.ts';
import { messageOf } from '../userError.ts';
import { PoolError, type UserPool } from './userPool.ts';

const service = 'AWSCognitoIdentityProviderService.';
const largestBody = 64 * 1024;

/**
 * Answers the SDK as Cognito does. Like the database engine it listens to this machine only, at a port of its own; a web
 * page cannot ask it, for it may neither name another host nor set the header that names the action.
 */
export function startUserPoolServer(pool: UserPool): Promise<LocalService> {
  const headers = { 'content-type': 'application/x-amz-json-1.1' };
  return startService((request) =>
    answer(pool, request).then(
      (body) => ({ status: 200, headers, body }),
      (error: unknown) => {
        const type = error instanceof PoolError ? error.type : 'InternalErrorException';
        const status = error instanceof PoolError ? 400 : 500;
        return { status, headers, body: { __type: type, message: messageOf(error) } };
      },
    ),
  );
}

async function answer(pool: UserPool, request: IncomingMessage): Promise<object> {
  const target = request.headers['x-amz-target'];
  const body = await bodyOf(request, largestBody);
  if (!isFromHere(request) || !body || typeof target !== 'string' || !target.startsWith(service))
    throw new PoolError('NotAuthorizedException', 'Only the functions of this machine may ask.');
  return pool.answer(target.slice(service.length), JSON.parse(body.toString()));
}
