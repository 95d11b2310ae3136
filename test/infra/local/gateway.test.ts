import { exportJWK, generateKeyPair, createLocalJWKSet, SignJWT, type CryptoKey } from 'jose';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Files } from '../../../infra/local/http/files.ts';
import { startGateway } from '../../../infra/local/http/gateway.ts';
import { Lambda } from '../../../infra/local/functions/lambda.ts';
import { freePort } from '../../../infra/local/http/ports.ts';

const issuer = 'http://localhost/identity';
const audience = ['client'];
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-gateway-'));
const now = Math.floor(Date.now() / 1000);

let server: Server;
let lambda: Lambda;
let url: string;
let ours: CryptoKey;
let foreign: CryptoKey;

beforeAll(async () => {
  const keys = await generateKeyPair('RS256', { extractable: true });
  ours = keys.privateKey;
  foreign = (await generateKeyPair('RS256')).privateKey;
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  lambda = new Lambda(
    {
      name: 'subject',
      arn: 'subject.Arn',
      folder: join(import.meta.dirname, 'bundle'),
      file: 'index.ts',
      export: 'handler',
      environment: {},
      memoryMb: 256,
      timeoutMs: 10_000,
    },
    {},
    folder,
  );
  mkdirSync(join(folder, 'web/_app/immutable'), { recursive: true });
  writeFileSync(join(folder, 'web/index.html'), `<!doctype html>${'<p>page</p>'.repeat(200)}`);
  writeFileSync(join(folder, 'web/_app/immutable/a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const port = await freePort();
  url = `http://localhost:${port}`;
  const tokens = { issuer: 'pool', audience };
  const route = (key: string, isOpen = false) => {
    const [method = '', path = ''] = key.split(' ');
    return { key, method, path, functionArn: 'subject.Arn', ...(!isOpen && { tokens }) };
  };
  server = await startGateway(port, {
    routes: [
      route('GET /api/v1/facilities/{facilityId}'),
      route('GET /api/v1/facilities/waiting'),
      route('PUT /api/v1/facilities/{facilityId}/reports/{month}'),
      route('GET /api/v1/country', true),
      route('GET /api/v1/openapi.json', true),
    ],
    apiPaths: [
      { pattern: '/api/v1/*.json', passesQuery: false },
      { pattern: '/api/*', passesQuery: true },
    ],
    publicPaths: [],
    published: () => undefined,
    invoke: (_, event) => lambda.invoke(event),
    trust: () => ({ issuer, audience, keys: createLocalJWKSet({ keys: [jwk] }) }),
    identity: (_, response) => Promise.resolve(void response.end('identity')),
    files: new Files(
      join(folder, 'web'),
      new Map([
        ['', 'no-cache'],
        ['_app/immutable/', 'public, max-age=31536000, immutable'],
      ]),
    ),
    config: { issuer },
    headers: { 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' },
    unlistedPaths: [{ pattern: '/trace/*', headers: { 'x-robots-tag': 'noindex' } }],
  });
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await lambda.stop();
  rmSync(folder, { recursive: true });
});

interface Token {
  claims?: Record<string, unknown>;
  issuer?: string;
  expires?: number;
  notBefore?: number;
  issued?: number;
  key?: CryptoKey;
}

/** A token as Cognito signs it, but for the differences. */
function sign({ claims = { client_id: 'client' }, key = ours, ...rest }: Token = {}): Promise<string> {
  const token = new SignJWT({ sub: 'head', 'cognito:groups': ['head', 'users'], regions: '', ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k' })
    .setIssuer(rest.issuer ?? issuer)
    .setIssuedAt(rest.issued ?? now)
    .setExpirationTime(rest.expires ?? now + 60);
  if (rest.notBefore) token.setNotBefore(rest.notBefore);
  return token.sign(key);
}

const ask = async (path: string, token?: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}${path}`, {
    ...init,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...Object.fromEntries(new Headers(init.headers)),
    },
  });

const facility = '/api/v1/facilities/UA-0001';

test('a token of our provider for our client opens a route', async () => {
  expect((await ask(facility, await sign())).status).toBe(200);
  expect((await ask(facility, await sign({ claims: { aud: 'client' } }))).status).toBe(200);
  expect((await ask(facility, undefined, { headers: { authorization: await sign() } })).status).toBe(200);
});

test('an answer without a valid token is 401, in the words of API Gateway', async () => {
  const refused: Record<string, string> = {
    'no token': '',
    'not a token': 'abc.def.ghi',
    expired: await sign({ expires: now - 1 }),
    'not valid yet': await sign({ notBefore: now + 60 }),
    'issued in the future': await sign({ issued: now + 600 }),
    'of another issuer': await sign({ issuer: 'http://localhost/other' }),
    'for another client': await sign({ claims: { client_id: 'other' } }),
    'for another audience': await sign({ claims: { aud: 'other', client_id: 'client' } }),
    'for nobody': await sign({ claims: {} }),
    'signed with another key': await sign({ key: foreign }),
    'signed with no key': unsigned(),
    'changed after signing': changed(await sign()),
  };

  for (const [why, token] of Object.entries(refused)) {
    const response = await ask(facility, token || undefined);
    expect(response.status, why).toBe(401);
    expect(await response.json(), why).toEqual({ message: 'Unauthorized' });
  }
});

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function unsigned(): string {
  const claims = { sub: 'head', iss: issuer, client_id: 'client', iat: now, exp: now + 60 };
  return `${base64({ alg: 'none' })}.${base64(claims)}.`;
}

function changed(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return `${header}.${base64({ ...Object(claims), role: 'admin' })}.${signature}`;
}

test('a public route needs no token', async () => {
  expect((await ask('/api/v1/country')).status).toBe(200);
});

test('a function learns the query of a request only where CloudFront hands it on', async () => {
  const queryOf = async (path: string): Promise<unknown> => Object(await (await ask(path)).json());

  expect(await queryOf('/api/v1/openapi.json?copy=1')).toMatchObject({ rawQueryString: '' });
  expect(await queryOf('/api/v1/country?copy=1')).toMatchObject({ rawQueryString: 'copy=1' });
});

test('a request becomes an event of payload format 2.0', async () => {
  const body = JSON.stringify({ figures: { consultations: 3 } });

  const response = await ask(
    '/api/v1/facilities/UA%2D0001/reports/2024-11?do=http&tag=a&tag=b',
    await sign(),
    {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', cookie: 'one=1; two=2', 'X-Thing': 'thing' },
    },
  );

  const event: unknown = await response.json();
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'PUT /api/v1/facilities/{facilityId}/reports/{month}',
    rawPath: '/api/v1/facilities/UA%2D0001/reports/2024-11',
    rawQueryString: 'do=http&tag=a&tag=b',
    cookies: ['one=1', 'two=2'],
    headers: { 'content-type': 'application/json', 'x-thing': 'thing' },
    queryStringParameters: { do: 'http', tag: 'a,b' },
    pathParameters: { facilityId: 'UA-0001', month: '2024-11' },
    requestContext: {
      http: { method: 'PUT', path: '/api/v1/facilities/UA%2D0001/reports/2024-11', protocol: 'HTTP/1.1' },
      routeKey: 'PUT /api/v1/facilities/{facilityId}/reports/{month}',
      stage: '$default',
      authorizer: {
        jwt: {
          claims: {
            sub: 'head',
            iss: issuer,
            client_id: 'client',
            'cognito:groups': '[head users]',
            exp: String(now + 60),
          },
        },
      },
    },
    body,
    isBase64Encoded: false,
  });
  expect(event).not.toHaveProperty('headers.cookie');
});

test("the function's result becomes the answer: status, headers, cookies, body", async () => {
  const response = await ask('/api/v1/country?do=http');

  expect(response.status).toBe(201);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(response.headers.get('etag')).toBe('"tag"');
  expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
});

test('a binary result is decoded, and a result without a status is the body of a 200', async () => {
  const binary = await ask('/api/v1/country?do=binary');
  const bare = await ask('/api/v1/country?do=bare');

  expect([...new Uint8Array(await binary.arrayBuffer())]).toEqual([0, 255]);
  expect(bare.status).toBe(200);
  expect(await bare.json()).toEqual({ hello: 'world' });
});

test('a function that fails is a mute 500, which does not claim that nothing was saved', async () => {
  for (const deed of ['throw', 'crash']) {
    const response = await ask(`/api/v1/country?do=${deed}`);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      code: 'internal',
      detail: expect.stringContaining('not known whether'),
    });
  }
});

test('an address without a route is 404, with a token and without, and so is another method', async () => {
  const answers = [
    await ask('/api/v1/nothing'),
    await ask('/api/v1/nothing', await sign()),
    await ask(facility, await sign(), { method: 'DELETE' }),
  ];

  for (const response of answers) {
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: 'Not Found' });
  }
});

test('a fixed path is found before one with a name in the same place', async () => {
  const event = await ask('/api/v1/facilities/waiting', await sign());

  expect(await event.json()).toMatchObject({ routeKey: 'GET /api/v1/facilities/waiting' });
});

test('more than 10 MB is too much', async () => {
  const response = await ask('/api/v1/facilities/UA-0001/reports/2024-11', await sign(), {
    method: 'PUT',
    body: Buffer.alloc(10 * 1024 * 1024 + 1, 'a'),
  });

  expect(response.status).toBe(413);
});

test('an address that cannot be decoded is a bad request', async () => {
  expect((await ask('/api/v1/facilities/%E0%A4%A', await sign())).status).toBe(400);
  expect((await ask('/%E0%A4%A')).status).toBe(400);
});

test("the template's headers are on every answer of the app and the API", async () => {
  for (const path of [
    '/start',
    '/config.json',
    '/api/v1/country',
    '/api/v1/nothing',
    '/absent.js',
    facility,
  ]) {
    const { headers } = await ask(path);
    expect(headers.get('content-security-policy'), path).toBe("default-src 'none'");
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
  }
});

test('pages that are not to be listed have headers of their own', async () => {
  expect((await ask('/trace/abc')).headers.get('x-robots-tag')).toBe('noindex');
  for (const path of ['/', '/trace', '/api/v1/country'])
    expect((await ask(path)).headers.has('x-robots-tag'), path).toBe(false);
});

test('every page is index.html, a file is itself, and an absent file is absent', async () => {
  const page = await ask('/facilities/UA-0001');
  const file = await ask('/_app/immutable/a.js');

  expect(await page.text()).toContain('<p>page</p>');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(await (await ask('/equipment/aid.1.2')).text()).toContain('<p>page</p>');
  expect(await file.text()).toBe('export {};');
  expect(file.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect((await ask('/_app/immutable/b.js')).status).toBe(404);
});

test('a page at 127.0.0.1 is at localhost, where signing in comes back to', async () => {
  const response = await fetch(`${url.replace('localhost', '127.0.0.1')}/facilities?region=UA-46`, {
    redirect: 'manual',
  });

  expect(response.status).toBe(307);
  expect(response.headers.get('location')).toBe(`${url}/facilities?region=UA-46`);
});

test('nothing outside the folder of the app can be read', async () => {
  for (const path of ['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/_app/..%2f..%2fsecret.txt'])
    expect((await ask(path)).status, path).toBe(404);
});

test('what is known already is not sent again', async () => {
  const tag = (await ask('/start')).headers.get('etag') ?? '';

  expect((await ask('/start', undefined, { headers: { 'if-none-match': tag } })).status).toBe(304);
});

test('long answers are compressed, and their tag is a weak one then, as behind CloudFront', async () => {
  for (const path of ['/start', '/api/v1/country?do=long']) {
    const { headers } = await ask(path, undefined, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(headers.get('content-encoding'), path).toBe('br');
    expect(headers.get('etag'), path).toMatch(/^W\/"/);
  }
  const plain = await ask('/start', undefined, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
});
