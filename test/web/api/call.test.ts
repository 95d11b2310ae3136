import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportsApi } from 'virtual:api/reports';
import { NoNetwork, Refused, SignedOut } from '../../../web/src/lib/api/errors.ts';
import { isSessionOver, setSessionOver } from '../../../web/src/lib/auth/sessionExpiry.svelte.ts';
import { store } from '../../../web/src/lib/offline/localStorage.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
const fetchNow = globalThis.fetch;
let server: Server | undefined;

beforeEach(() => phone.begin());
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  vi.unstubAllGlobals();
  new Phone();
});

/** A real server and a real line to it. */
async function serving(listener: RequestListener): Promise<void> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, resolve));
  const address = listening.address();
  const port = typeof address === 'object' ? address?.port : '';
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    fetchNow(`http://localhost:${port}${url}`, init),
  );
}

const read = () => reportsApi.ofFacility({ params: { facilityId: 'UA-0001' } });

test('an answer is its body, asked for with the token', async () => {
  await serving(({ url, headers }, response) => {
    response.end(JSON.stringify({ reports: [], url, token: headers.authorization }));
  });

  expect(await read()).toMatchObject({
    body: { url: '/api/v1/facilities/UA-0001/reports', token: 'Bearer a-token' },
  });
});

test('a refusal has its code and what is to be merged', async () => {
  await serving((_, response) => {
    response
      .writeHead(409)
      .end(JSON.stringify({ status: 409, code: 'stale', detail: '', current: { version: 4 } }));
  });

  await expect(read()).rejects.toMatchObject({ problem: { code: 'stale', current: { version: 4 } } });
  await expect(read()).rejects.toBeInstanceOf(Refused);
});

test.each<[string, RequestListener]>([
  ['breaks before the answer', (request) => request.socket.destroy()],
  [
    'breaks in mid-answer',
    (request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('{"reports":', () => request.socket.destroy());
    },
  ],
  [
    'breaks in mid-refusal',
    (request, response) => {
      response.writeHead(409, { 'content-length': 1000 });
      response.write('{"status":409', () => request.socket.destroy());
    },
  ],
  ['ends early without saying so', (_, response) => response.end('{"reports":')],
  ["answers with a wireless network's sign-in page", (_, response) => response.end('<!doctype html>')],
])('a line that %s is no network', async (_, listener) => {
  await serving(listener);

  await expect(read()).rejects.toBeInstanceOf(NoNetwork);
});

test('a line that never answers is no network once its time is over', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((limit) => {
    const over = new AbortController();
    setTimeout(() => over.abort(new DOMException(`${limit} ms are over`, 'TimeoutError')), 20);
    return over.signal;
  });
  await serving(() => undefined);

  await expect(read()).rejects.toBeInstanceOf(NoNetwork);
  const body = { basedOn: 0, idempotencyKey: 'a-key-of-its-own', figures: {} };
  const params = { facilityId: 'UA-0001', month: '2024-11' };
  await expect(reportsApi.submit({ params, body })).rejects.toBeInstanceOf(NoNetwork);
  expect(timeout.mock.calls).toEqual([[30_000], [60_000]]);
});

test('a gateway in trouble is told with its status', async () => {
  await serving((_, response) => response.writeHead(502).end('<html>'));

  await expect(read()).rejects.toMatchObject({ problem: { status: 502, code: 'internal' } });
});

test('nobody signed in is told without asking, and the page says so', async () => {
  setSessionOver(false);
  store('tokens', undefined);

  await expect(read()).rejects.toBeInstanceOf(SignedOut);
  expect(isSessionOver()).toBe(true);
});
