import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Account } from '../../../functions/domain/account.ts';
import { Directory } from '../../../infra/local/identity/directory.ts';
import { UserPool } from '../../../infra/local/identity/userPool.ts';
import { startUserPoolServer } from '../../../infra/local/identity/userPoolServer.ts';
import { signInAs, tokensOf } from '../../../infra/local/signInAs.ts';
import { startSystem, type TestSystem } from '../../support/system.ts';

let system: TestSystem;
let token: string;
beforeAll(async () => {
  system = await startSystem();
  token = await system.tokenFor('administrator');
});
afterAll(() => system.stop());

const Config = z.object({ clientId: z.string() });

async function ask(method: string, path: string, body?: object, bearer = token): Promise<Response> {
  return fetch(`${system.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify({ idempotencyKey: randomUUID(), ...body }) }),
  });
}

const petro = (more: object = {}) => ({
  name: 'Petro',
  email: `${randomUUID()}@example.org`,
  role: 'manager',
  regions: ['UA-46'],
  language: 'uk',
  reminders: true,
  ...more,
});
const added = async (more: object = {}) =>
  Account.parse(await (await ask('POST', '/people', { basedOn: 0, ...petro(more) })).json());

/** Asks for new tokens as the app does when the old one has expired. */
async function renewed(refreshToken: string): Promise<{ status: number; accessToken?: string }> {
  const { clientId } = Config.parse(await (await fetch(`${system.url}/config.json`)).json());
  const response = await fetch(`${system.url}/identity/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: refreshToken,
    }),
  });
  const { access_token: accessToken } = z
    .object({ access_token: z.optional(z.string()) })
    .parse(await response.json());
  return { status: response.status, accessToken };
}

test('who is added signs in as who they were said to be', async () => {
  const { accountId } = await added();

  const { access_token: own } = await tokensOf(system.url, accountId);

  expect(decodeJwt(own)).toMatchObject({ sub: accountId, 'cognito:groups': ['manager'], regions: 'UA-46' });
  expect((await ask('GET', '/facilities?region=UA-46', undefined, own)).status).toBe(200);
});

test('who is deactivated signs in no more, and their session ends when its token is renewed', async () => {
  const { accountId } = await added();
  const before = await tokensOf(system.url, accountId);

  expect((await ask('POST', `/people/${accountId}/deactivation`, { basedOn: 1 })).status).toBe(200);

  await expect(signInAs(system.url, accountId)).rejects.toThrow('Signing in failed');
  expect((await renewed(before.refresh_token ?? '')).status).toBe(400);

  expect((await ask('POST', `/people/${accountId}/reactivation`, { basedOn: 2 })).status).toBe(200);
  expect(await signInAs(system.url, accountId)).toMatch(/^ey/);
});

test('whose role becomes another is signed out, and comes back with the new one', async () => {
  const account = await added();
  const { accountId, email } = account;
  const before = await tokensOf(system.url, accountId);
  const { regions: _, ...rest } = petro({ email, role: 'admin' });

  expect((await ask('PUT', `/people/${accountId}`, { basedOn: 1, ...rest })).status).toBe(200);

  expect((await renewed(before.refresh_token ?? '')).status).toBe(400);
  const again = decodeJwt(await signInAs(system.url, accountId));
  expect(again).toMatchObject({ role: 'admin', 'cognito:groups': ['admin'] });
  expect(again).not.toHaveProperty('regions');
});

test('whose name alone becomes another stays signed in', async () => {
  const { accountId, email } = await added();
  const { refresh_token: refreshToken = '' } = await tokensOf(system.url, accountId);

  await ask('PUT', `/people/${accountId}`, { basedOn: 1, ...petro({ email, name: 'Petro B.' }) });

  const { accessToken = '' } = await renewed(refreshToken);
  expect(decodeJwt(accessToken)).toMatchObject({ name: 'Petro B.', role: 'manager' });
});

test('an account of the sample, which was never invited, is deactivated as any other', async () => {
  expect((await ask('POST', '/people/manager/deactivation', { basedOn: 1 })).status).toBe(200);

  await expect(system.tokenFor('manager')).rejects.toThrow('Signing in failed');
  expect((await ask('POST', '/people/manager/reactivation', { basedOn: 2 })).status).toBe(200);
  expect(await system.tokenFor('manager')).toMatch(/^ey/);
});

describe('the user pool of this machine', () => {
  const directory = new Directory(':memory:');
  const pool = new UserPool({
    signIn: { poolId: 'pool', groups: ['manager'] },
    directory,
    find: () => Promise.resolve(undefined),
    endSessions: () => undefined,
  });
  afterAll(() => directory.close());

  test.each([
    ['AdminDeleteUser', {}, 'UnknownOperationException', 'does not know AdminDeleteUser'],
    ['AdminGetUser', { UserPoolId: 'pool' }, 'InvalidParameterException', 'Username'],
    [
      'AdminGetUser',
      { UserPoolId: 'pool', Username: 'a', Reason: 'b' },
      'InvalidParameterException',
      'Reason',
    ],
    ['AdminGetUser', { UserPoolId: 'other', Username: 'a' }, 'ResourceNotFoundException', 'other'],
    ['AdminGetUser', { UserPoolId: 'pool', Username: 'a' }, 'UserNotFoundException', 'not exist'],
    [
      'AdminAddUserToGroup',
      { UserPoolId: 'pool', Username: 'a', GroupName: 'owner' },
      'ResourceNotFoundException',
      'owner',
    ],
  ])('refuses %s %j loudly', async (action, input, type, words) => {
    await expect(pool.answer(action, input)).rejects.toThrow(
      expect.objectContaining({ type, message: expect.stringContaining(words) }),
    );
  });

  test('answers nobody but the functions of this machine', async () => {
    const server = await startUserPoolServer(pool);
    const target = { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser' };
    const body = JSON.stringify({ UserPoolId: 'pool', Username: 'a' });
    const asked = async (headers: Record<string, string>) => {
      const response = await fetch(server.endpoint, { method: 'POST', headers, body });
      return z.object({ __type: z.string() }).parse(await response.json()).__type;
    };

    expect(await asked(target)).toBe('UserNotFoundException');
    expect(await asked({})).toBe('NotAuthorizedException');
    expect(await asked({ 'x-amz-target': 'DynamoDB_20120810.Scan' })).toBe('NotAuthorizedException');
    server.stop();
  });
});
