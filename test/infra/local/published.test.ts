import type { Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Files } from '../../../infra/local/http/files.ts';
import { startGateway } from '../../../infra/local/http/gateway.ts';
import { freePort } from '../../../infra/local/http/ports.ts';

/** What CloudFront would do first with an address of what is published. */
const edge = `function handler({ request }) {
  if (request.uri === '/embed/none') return { statusCode: 404, headers: { 'content-type': { value: 'text/html' } }, body: { encoding: 'text', data: 'none' } };
  if (request.uri === '/') request.uri = '/public/uk/index.html';
  return request;
}`;
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-published-'));
let server: Server;
let url = '';

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), 'app');
  const port = await freePort();
  url = `http://localhost:${port}`;
  server = await startGateway(port, {
    routes: [],
    apiPaths: [],
    unlistedPaths: [],
    publicPaths: ['/', '/embed/*'].map((pattern) => ({
      pattern,
      edge,
      headers: { 'x-frame-options': 'NEVER' },
    })),
    published: (key) =>
      key === 'public/uk/index.html'
        ? { body: Buffer.from('<p>published</p>'), headers: { 'content-type': 'text/html', etag: '"one"' } }
        : undefined,
    invoke: () => Promise.reject(new Error('There is no function.')),
    trust: () => {
      throw new Error('Nobody is trusted.');
    },
    identity: (_, response) => Promise.resolve(void response.end()),
    files: new Files(folder, new Map()),
    config: {},
    headers: { 'content-security-policy': "default-src 'none'" },
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(url + path, init);

test('what is published comes from its bucket, at the address that the edge finds, with headers of its own', async () => {
  const page = await ask('/?copy=1');
  const known = await ask('/', { headers: { 'if-none-match': 'W/"one"' } });

  expect([page.status, await page.text()]).toEqual([200, '<p>published</p>']);
  expect(page.headers.get('x-frame-options')).toBe('NEVER');
  expect(page.headers.get('content-security-policy')).toBe(null);
  expect(known.status).toBe(304);
  expect((await ask('/', { method: 'POST' })).status).toBe(405);
  expect(await (await ask('/start')).text()).toBe('app');
});

test('the edge answers by itself what cannot be there; what is not in the bucket is not found', async () => {
  const none = await ask('/embed/none');

  expect([none.status, await none.text()]).toEqual([404, 'none']);
  expect((await ask('/embed/uk')).status).toBe(404);
});
