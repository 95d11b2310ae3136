import { beforeEach, expect, test, vi } from 'vitest';
import { SignedOut } from '../../../web/src/lib/api/errors.ts';
import { store } from '../../../web/src/lib/offline/localStorage.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
const config = { issuer: '', clientId: 'app', scope: 'openid', country: 'UA', stage: 'test', sample: true };
const caller = { accountId: 'head-1', role: 'head', facilityId: 'UA-0001', today: '2024-12-03' };

beforeEach(async () => {
  await phone.begin();
  vi.resetModules();
});

/** The page as it is loaded now, on a line that answers so. */
async function loaded(answer: (url: string) => Response | undefined) {
  vi.stubGlobal('fetch', (url: string) => {
    const response = answer(url);
    return response ? Promise.resolve(response) : Promise.reject(new TypeError('fetch failed'));
  });
  return (await import('../../../web/src/lib/auth/session.svelte.ts')).session;
}

const online = (url: string) => Response.json(url === '/config.json' ? config : caller);
const offline = () => undefined;

test('who is signed in is asked the first time, and known without network from then on', async () => {
  const first = await loaded(online);
  await first.start();
  expect(first.caller).toMatchObject({ accountId: 'head-1' });

  vi.resetModules();
  const later = await loaded(offline);
  await later.start();

  expect(later.caller).toMatchObject({ accountId: 'head-1' });
  expect(later.home).toBe('/my-facility');
});

test('nobody is signed in without tokens, and nothing is asked', async () => {
  store('tokens', undefined);
  const session = await loaded(() => {
    throw new Error('asked');
  });

  await session.start();

  expect(session.caller).toBeUndefined();
});

test('without network and never seen before, the page says so', async () => {
  const session = await loaded(offline);

  await expect(session.start()).rejects.toMatchObject({ name: 'NoNetwork' });
});

test('a device without room does not keep anybody out', async () => {
  phone.isFull();
  const session = await loaded(online);

  await session.start();

  expect(session.caller?.role).toBe('head');
});

test('a session that is over is told', async () => {
  store('tokens', { access: 'a', expiresAt: Date.now() + 60_000 });
  const session = await loaded((url) =>
    url === '/config.json' ? Response.json(config) : Response.json({}, { status: 401 }),
  );

  await expect(session.start()).rejects.toMatchObject({ name: new SignedOut().name });
});
