import { decodeJwt, decodeProtectedHeader } from 'jose';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Database } from '../../../functions/store/database.ts';
import { UserError } from '../../../infra/local/userError.ts';
import type { GivenAccount } from '../../../functions/domain/account.ts';
import { keysIn } from '../../../infra/local/identity/keys.ts';
import { SessionStore } from '../../../infra/local/identity/sessionStore.ts';
import { startSystem, type TestSystem } from '../../support/system.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemedicine-identity-'));
const odesa: GivenAccount = {
  accountId: 'odesa',
  name: 'Petro <b>',
  role: 'manager',
  regions: ['UA-51', 'UA-48'],
};
const head: GivenAccount = {
  accountId: 'head',
  name: 'Head',
  role: 'head',
  facilityId: 'UA-0001',
  names: { en: 'Head', uk: 'Керівник', be: 'Кіраўнік', ru: 'Руководитель' },
  note: {
    en: 'November is due.',
    uk: 'Треба подати звіт за листопад.',
    be: 'Трэба здаць справаздачу за лістапад.',
    ru: 'Нужно сдать отчёт за ноябрь.',
  },
};

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
});

const config = async () => Config.parse(await (await fetch(`${system.url}/config.json`)).json());
const Config = z.object({ clientId: z.string(), scope: z.string() });

async function authorizeUrl(differences: Record<string, string> = {}): Promise<string> {
  const { clientId, scope } = await config();
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${system.url}/signed-in`,
    response_type: 'code',
    scope,
    state: 'state',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...differences,
  });
  return `${system.url}/identity/auth?${query.toString()}`;
}

/** The sign-in page that an app's request for a code leads to, and the cookies that belong to it. */
async function openPage(
  language = 'en',
  wished: Record<string, string> = {},
): Promise<{ html: string; url: string; cookie: string }> {
  const response = await fetch(await authorizeUrl(wished), { redirect: 'manual' });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const url = new URL(response.headers.get('location') ?? '', system.url).href;
  const page = await fetch(url, { headers: { cookie, 'accept-language': language } });
  return { html: await page.text(), url, cookie };
}

test("an access token looks like Cognito's, with the claims of our own pre-token function", async () => {
  const token = await system.tokenFor(odesa);

  expect(decodeProtectedHeader(token).alg).toBe('RS256');
  expect(decodeJwt(token)).toMatchObject({
    sub: 'odesa',
    username: 'odesa',
    'cognito:groups': ['manager'],
    token_use: 'access',
    scope: 'openid profile',
    client_id: (await config()).clientId,
    iss: `${system.url}/identity`,
    name: 'Petro <b>',
    role: 'manager',
    regions: 'UA-51 UA-48',
  });
});

test('the API knows from it who is asking', async () => {
  const token = await system.tokenFor(head);

  const me = await fetch(`${system.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });

  expect(await me.json()).toMatchObject({ accountId: 'head', role: 'head', facilityId: 'UA-0001' });
});

test('the sign-in page lists the accounts by role, with what there is to do, and says that they are for show', async () => {
  await system.tokenFor(head);
  await system.tokenFor(odesa);

  const { html } = await openPage();

  expect(html).toContain('demo accounts of this machine');
  expect(html).toMatch(
    /Programme manager.*value="manager".*value="odesa".*Facility head.*November is due\..*Administrator/s,
  );
});

test('names are text on it, whatever is in them', async () => {
  await system.tokenFor(odesa);

  expect((await openPage()).html).not.toContain('<b>');
});

test.each([
  ['uk', 'Упровадження телемедицини', 'Від чийого імені увійти?', 'Керівник', 'Треба подати звіт'],
  ['be', 'Укараненне тэлемедыцыны', 'Ад чыйго імя ўвайсці?', 'Кіраўнік', 'Трэба здаць справаздачу'],
  ['ru', 'Внедрение телемедицины', 'От чьего имени войти?', 'Руководитель', 'Нужно сдать отчёт'],
  ['en', 'Telemedicine Rollout', 'Whom do you want to sign in as?', 'Head', 'November is due.'],
])('it speaks %s to whoever prefers it, of the accounts too', async (language, ...said) => {
  await system.tokenFor(head);

  const preferred = await openPage(`${language}-XX,${language};q=0.9,de;q=0.8`);
  const chosen = await openPage('fr', { ui_locales: language });

  for (const { html } of [preferred, chosen]) {
    expect(html).toContain(`<html lang="${language}">`);
    for (const words of said) expect(html).toContain(words);
  }
});

test('it speaks English to whoever prefers a language we do not have', async () => {
  expect((await openPage('de-DE,de;q=0.9')).html).toContain('<html lang="en">');
});

test("an account's note of a release before is shown as it is", async () => {
  await system.tokenFor({ ...odesa, accountId: 'noted', names: undefined, note: 'Kept before.' });

  expect((await openPage('uk')).html).toContain('Kept before.');
});

test('why signing in cannot go on is said in the language, too', async () => {
  const { url, cookie } = await openPage('uk');
  const headers = { 'accept-language': 'uk' };
  const body = new URLSearchParams({ account: 'nobody' });

  const unknown = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { ...headers, cookie },
  });
  const expired = await fetch(url, { redirect: 'manual', headers });

  expect(await unknown.text()).toContain('Такого облікового запису немає.');
  expect(await expired.text()).toContain('Ця сторінка входу вже недійсна.');
});

test('its own policy lets nothing in from elsewhere', async () => {
  const { url, cookie } = await openPage();
  const { headers } = await fetch(url, { headers: { cookie } });

  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
  expect(headers.get('cache-control')).toBe('no-store');
});

test('nobody signs in as an account that there is not, or without having opened the page', async () => {
  const { url, cookie } = await openPage();
  const body = (account: string) =>
    ({ method: 'POST', redirect: 'manual', body: new URLSearchParams({ account }) }) as const;

  expect((await fetch(url, { ...body('nobody'), headers: { cookie } })).status).toBe(400);
  expect((await fetch(url, body('administrator'))).status).toBe(400);
});

test('a sign-in form that is empty, too large or no form at all is refused on a page', async () => {
  const { url, cookie } = await openPage();
  const json = { 'content-type': 'application/json' };
  const sent: [string, number, RequestInit][] = [
    ['nothing', 400, {}],
    ['an empty name', 400, { body: new URLSearchParams({ account: '' }) }],
    ['JSON', 400, { body: '{"account":"administrator"}', headers: json }],
    ['JSON of a form', 400, { body: 'null', headers: json }],
    ['an endless name', 413, { body: new URLSearchParams({ account: 'a'.repeat(5000) }) }],
    ['megabytes', 413, { body: Buffer.alloc(20_000_000, 'a') }],
    ['a name longer than a key may be', 400, { body: new URLSearchParams({ account: 'a'.repeat(3000) }) }],
  ];

  for (const [what, status, { headers, ...init }] of sent) {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, ...Object.fromEntries(new Headers(headers)) },
      ...init,
    });
    expect(response.status, what).toBe(status);
    expect(response.headers.get('content-type'), what).toMatch(/^text\/html/);
  }
});

test('bodies that the provider itself does not expect are refusals, too', async () => {
  for (const path of ['token', 'token/revocation', 'auth'])
    for (const body of ['', '{}', 'a'.repeat(1_000_000)]) {
      const { status } = await fetch(`${system.url}/identity/${path}`, { method: 'POST', body });
      expect(status, `${path} ${body.slice(0, 3)}`).toBeGreaterThanOrEqual(400);
      expect(status, `${path} ${body.slice(0, 3)}`).toBeLessThan(500);
    }
});

test('an account that cannot be read is left out and named in the log, and takes nobody with it', async () => {
  const malformed = { accountId: 'malformed', role: 'manager', name: 7 };
  await new Database(system.env).transact([{ table: 'accounts', kind: 'put', item: malformed }]);

  const { html, url, cookie } = await openPage();
  const body = new URLSearchParams({ account: 'malformed' });
  const refused = await fetch(url, { method: 'POST', redirect: 'manual', body, headers: { cookie } });

  expect(html).toContain('value="manager"');
  expect(html).not.toContain('malformed');
  expect(refused.status).toBe(400);
  expect(readFileSync(join(system.folder, 'logs/sign-in.log'), 'utf8')).toContain(
    'The account malformed cannot be read and is left out',
  );
  expect(await system.tokenFor('manager')).toMatch(/^ey/);
});

test('no code without PKCE, nor for an address that the client has not registered', async () => {
  const plain = await fetch(await authorizeUrl({ code_challenge: '', code_challenge_method: '' }), {
    redirect: 'manual',
  });
  const elsewhere = await fetch(await authorizeUrl({ redirect_uri: 'http://localhost:1/' }), {
    redirect: 'manual',
  });

  expect(plain.headers.get('location')).toContain('error=invalid_request');
  expect(elsewhere.status).toBe(400);
  expect(elsewhere.headers.get('location')).toBeNull();
});

test('signing out leads to our own page only', async () => {
  const signOut = async (to: string) =>
    (
      await fetch(`${system.url}/identity/logout?logout_uri=${encodeURIComponent(to)}`, {
        redirect: 'manual',
      })
    ).headers.get('location');

  expect(await signOut(`${system.url}/start`)).toBe(`${system.url}/start`);
  expect(await signOut(`${system.url}/`)).toBe(`${system.url}/`);
  expect(await signOut('https://example.org/')).toBe('/start');
});

test('a used refresh token is good for a moment longer, in case the answer was lost; a code is not', async () => {
  const memory = new SessionStore(':memory:', 60);
  const [tokens, codes] = [memory.adapterFor('RefreshToken'), memory.adapterFor('AuthorizationCode')];
  for (const adapter of [tokens, codes]) {
    await adapter.upsert('id', { accountId: 'head' }, 600);
    await adapter.consume('id');
  }

  expect(await tokens.find('id')).toEqual({ accountId: 'head' });
  expect(await codes.find('id')).toMatchObject({ accountId: 'head', consumed: expect.any(Number) });
  memory.close();
});

test('without that moment it is used up at once', async () => {
  const memory = new SessionStore(':memory:', -1);
  const tokens = memory.adapterFor('RefreshToken');
  await tokens.upsert('id', { accountId: 'head' }, 600);
  await tokens.consume('id');

  expect(await tokens.find('id')).toHaveProperty('consumed');
  memory.close();
});

test('what has expired is forgotten, and so is all that a revoked grant gave', async () => {
  const memory = new SessionStore(':memory:', 60);
  const tokens = memory.adapterFor('RefreshToken');
  await tokens.upsert('old', { grantId: 'a' }, -10);
  await tokens.upsert('revoked', { grantId: 'b' }, 600);
  await tokens.upsert('kept', { grantId: 'c' }, 600);
  await tokens.revokeByGrantId('b');

  expect(await tokens.find('old')).toBeUndefined();
  expect(await tokens.find('revoked')).toBeUndefined();
  expect(await tokens.find('kept')).toEqual({ grantId: 'c' });
  memory.close();
});

test('damaged files of the provider are named', async () => {
  const [keys, memory] = [join(folder, 'keys.json'), join(folder, 'identity.db')];
  writeFileSync(keys, 'garbage');
  writeFileSync(memory, 'garbage that is no database either');

  await expect(keysIn(keys)).rejects.toThrow(
    new UserError(`The file ${keys} is damaged. Remove it: people only have to sign in again.`),
  );
  expect(() => new SessionStore(memory, 60)).toThrow(/^The data file .*identity\.db is damaged/);
});
