import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSystem, type TestSystem } from '../../support/system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** What comes back for these very bytes: clients would mend them on the way. */
async function told(request: string): Promise<{ status: number; answer: string }> {
  const socket = connect(Number(new URL(system.url).port), '127.0.0.1');
  socket.write(request.replaceAll('\n', '\r\n'));
  const answer = await text(socket);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer };
}

const get = (path: string, host = 'localhost') =>
  told(`GET ${path} HTTP/1.1\nHost: ${host}\nConnection: close\n\n`);

function expectClean({ status, answer }: { status: number; answer: string }, of: string): void {
  expect([400, 404], of).toContain(status);
  expect(answer, of).not.toMatch(/ at .*:\d+/);
}

test.for([
  '//',
  '//identity/auth',
  '///evil.example/',
  '/\\',
  '/\\evil.example',
  '/api/v1/facilities/UA\\0001',
  '*',
  'http://localhost/',
  '/identity/%E0%A4%A',
  '/identity/sign-in/%00',
  '/identity/nothing',
  '/%00.html',
])('the path %s is a clean refusal, also where pages are led to localhost', async (path) => {
  expectClean(await get(path), path);
  const led = await get(path, '127.0.0.1');
  expect(led.answer).not.toMatch(/^location: .*evil/im);
  expect(led.status).toBeLessThan(500);
});

test.for(['a b', '[', '[::1', 'localhost:99999', 'localhost:', 'a/b', 'a@b', '', '%'])(
  'the host "%s" is a clean refusal',
  async (host) => {
    for (const path of ['/', '/api/v1/country', '/identity/auth', '/config.json'])
      expectClean(await get(path, host), `${path} of ${host}`);
  },
);

test('a refused address is a problem document', async () => {
  const { answer } = await get('//');

  expect(answer).toMatch(/^content-type: application\/problem\+json/im);
  expect(answer).toContain('"code":"malformed"');
});

test('hosts that can be are served', async () => {
  for (const host of ['localhost', 'LOCALHOST:3000', '[::1]:3000', 'my-machine.local'])
    expect((await get('/api/v1/country', host)).status, host).toBe(200);
});

test('forms and other bodies that the API does not expect are its own refusals', async () => {
  const body = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n';
  const token = await system.tokenFor('administrator');
  const response = await fetch(`${system.url}/api/v1/facilities`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' },
  });

  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(await response.json()).toMatchObject({ status: response.status });
});
