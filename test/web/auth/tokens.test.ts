import { beforeEach, expect, test, vi } from 'vitest';
import { NoNetwork, SignedOut } from '../../../web/src/lib/api/errors.ts';
import { bearer, renewed } from '../../../web/src/lib/auth/tokens.ts';
import { storedTokens, storeTokens } from '../../../web/src/lib/auth/tokenStore.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
const issuer = 'http://localhost/identity';
const json = (body: unknown, status = 200) => Response.json(body, { status });

beforeEach(async () => {
  await phone.begin();
  storeTokens({ access: 'old', refresh: 'once', expiresAt: 0 });
});

/** The provider of identity; `token` is what it answers to whoever brings a refresh token. */
function provider(token: () => Response): { asked: string[] } {
  const asked: string[] = [];
  const answer = (url: string) => {
    if (url.endsWith('/config.json'))
      return json({ issuer, clientId: 'app', scope: 'openid', country: 'UA', stage: 'test', sample: true });
    if (url.includes('.well-known')) return json({ issuer, token_endpoint: `${issuer}/token` });
    asked.push(url);
    return token();
  };
  vi.stubGlobal('fetch', (input: URL | string) => Promise.resolve(answer(String(input))));
  return { asked };
}

const renewal = () =>
  json({ access_token: 'new', token_type: 'bearer', expires_in: 300, refresh_token: 'twice' });

test('a token that is still good is used as it is', async () => {
  storeTokens({ access: 'good', expiresAt: Date.now() + 60_000 });

  expect(await bearer()).toBe('good');
});

test('one that has run out is renewed once, however many ask', async () => {
  const { asked } = provider(renewal);

  expect(await Promise.all([bearer(), bearer(), renewed('old')])).toEqual(['new', 'new', 'new']);
  expect(asked).toHaveLength(1);
  expect(storedTokens()).toMatchObject({ access: 'new', refresh: 'twice' });
});

test('a session that the provider calls over is over', async () => {
  provider(() => json({ error: 'invalid_grant' }, 400));

  await expect(bearer()).rejects.toBeInstanceOf(SignedOut);
});

test.each<[string, () => Response]>([
  ['is in trouble', () => json({}, 503)],
  ['is hidden behind a sign-in page of a wireless network', () => new Response('<!doctype html>')],
  [
    'stops in mid-answer',
    () => new Response('{"access', { headers: { 'content-type': 'application/json' } }),
  ],
])('a provider that %s is no network, and the session stays', async (_, answer) => {
  provider(answer);

  await expect(bearer()).rejects.toBeInstanceOf(NoNetwork);
  expect(storedTokens()?.refresh).toBe('once');
});

test('a device without room does without for as long as the page lasts', async () => {
  phone.isFull();
  storeTokens({ access: 'unstored', expiresAt: Date.now() + 60_000 });

  expect(await bearer()).toBe('unstored');
});

test('what is stored broken is none', async () => {
  localStorage.setItem('tokens', '{"access":');

  expect(await bearer()).toBeUndefined();
});
