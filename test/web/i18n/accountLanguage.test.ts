import { afterEach, expect, test, vi } from 'vitest';

/** The screens' language on a device that keeps this, with a browser that prefers Russian. */
async function device(kept: Record<string, string>) {
  vi.resetModules();
  const stored = new Map(Object.entries(kept));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  vi.stubGlobal('navigator', { languages: ['ru-RU'] });
  return { ...(await import('../../../web/src/lib/i18n/language.ts')), kept: stored };
}

afterEach(() => vi.unstubAllGlobals());

test('where nothing was chosen, the account’s language comes before the browser’s, and stays', async () => {
  const { language, followAccount, kept } = await device({});

  expect(language).toBe('ru');
  expect(followAccount('be')).toBe(true);
  const later = await device(Object.fromEntries(kept));
  expect(later.language).toBe('be');
  expect(later.followAccount('be')).toBe(false);
  expect(later.followAccount('uk')).toBe(true);
});

test('what was chosen on the device stays, whoever signs in', async () => {
  const { language, followAccount } = await device({ language: 'en', 'account language': 'be' });

  expect(language).toBe('en');
  expect(followAccount('uk')).toBe(false);
});

test('a language that the screens do not have changes nothing', async () => {
  const { followAccount } = await device({});

  expect(followAccount('fr')).toBe(false);
});
