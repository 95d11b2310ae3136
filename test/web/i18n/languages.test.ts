import { afterEach, describe, expect, test, vi } from 'vitest';
import { be } from '../../../web/messages/be.ts';
import { en } from '../../../web/messages/en.ts';
import { ru } from '../../../web/messages/ru.ts';
import { uk } from '../../../web/messages/uk.ts';
import type { ScreenLanguage } from '../../../web/src/lib/i18n/language.ts';

const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`);

/** The app's own modules as they are on a device whose reader chose this language. */
async function readingIn(language: ScreenLanguage) {
  vi.resetModules();
  const stored = new Map([['language', language]]);
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null });
  const [format, { byAlphabet }, { message }, { languageChoices }] = await Promise.all([
    import('../../../web/src/lib/i18n/format.ts'),
    import('../../../web/src/lib/i18n/alphabet.ts'),
    import('../../../web/src/lib/i18n/message.ts'),
    import('../../../web/src/lib/i18n/language.ts'),
  ]);
  return { ...format, byAlphabet, message, languageChoices };
}

afterEach(() => vi.unstubAllGlobals());

describe('dates', () => {
  test.each([
    ['en', 'November 2024', '3 December 2024', '3 Dec 2024'],
    ['uk', 'листопад 2024', '3 грудня 2024', '3 груд. 2024'],
    ['be', 'лістапад 2024', '3 снежня 2024', '3 сне 2024'],
    ['ru', 'ноябрь 2024', '3 декабря 2024', '3 дек. 2024'],
  ] as const)('are in %s: %s, %s', async (language, month, day, short) => {
    const says = await readingIn(language);

    expect(says.monthName('2024-11')).toBe(month);
    expect(says.day('2024-12-03')).toBe(day);
    expect(says.moment('2024-12-03T09:41')).toBe(`${short}, 09:41`);
  });

  test('are Belarusian, month by month, where the browser has no Belarusian', async () => {
    const says = await readingIn('be');
    const known = (options: Intl.DateTimeFormatOptions) =>
      months.map((month) =>
        new Intl.DateTimeFormat('be-BY', { ...options, timeZone: 'UTC' }).format(new Date(`${month}-03`)),
      );

    expect(months.map(says.monthAlone)).toEqual(known({ month: 'long' }));
    expect(months.map(says.monthName)).toEqual(known({ month: 'long', year: 'numeric' }));
    expect(months.map(says.monthShort)).toEqual(known({ month: 'short', year: 'numeric' }));
    expect(months.map((month) => says.dayAlone(`${month}-03`))).toEqual(
      known({ month: 'long', day: 'numeric' }),
    );
    expect(months.map((month) => says.dayShort(`${month}-03`))).toEqual(
      known({ month: 'short', day: 'numeric' }),
    );
  });
});

describe('numbers', () => {
  test.each([
    ['en', '8,893', '58%', '−3', '1.2k'],
    ['uk', '8 893', '58%', '−3', '1,2 тис.'],
    ['be', '8 893', '58 %', '−3', '1,2 тыс.'],
    ['ru', '8 893', '58 %', '−3', '1,2 тыс.'],
  ] as const)('are in %s grouped as %s', async (language, whole, part, less, short) => {
    const says = await readingIn(language);
    const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

    expect(spaced(says.number(8893))).toBe(whole);
    expect(spaced(says.percent(58, 100))).toBe(part);
    expect(spaced(`58${says.percentSign}`)).toBe(part);
    expect(says.change(-3)).toBe(less);
    expect(spaced(says.short(1234))).toBe(short);
  });
});

describe('plural forms', () => {
  const texts = [en, uk, be, ru].map(({ waitForReview }) => waitForReview);

  test.each([
    ['en', ['1 report waits', '2 reports wait', '5 reports wait', '21 reports wait']],
    ['uk', ['1 звіт чекає', '2 звіти чекають', '5 звітів чекають', '21 звіт чекає']],
    ['be', ['1 справаздача чакае', '2 справаздачы чакаюць', '5 справаздач чакаюць', '21 справаздача чакае']],
    ['ru', ['1 отчёт ожидает', '2 отчёта ожидают', '5 отчётов ожидают', '21 отчёт ожидает']],
  ] as const)('are those of %s', async (language, expected) => {
    const { message } = await readingIn(language);
    const says = message(texts);

    expect([1, 2, 5, 21].map((n) => says({ n }).split(' ').slice(0, 3).join(' '))).toEqual(expected);
  });

  test('are chosen in Belarusian as its own rules choose them', async () => {
    const { message } = await readingIn('be');
    const names = { one: 'one', few: 'few', many: 'many', other: 'other' };
    const says = message([names, names, names]);
    const rules = new Intl.PluralRules('be');

    for (let n = 0; n < 250; n += 1) expect(says({ n }), String(n)).toBe(rules.select(n));
  });
});

describe('sorting', () => {
  test.each([
    ['uk', ['Вінницька', 'Закарпатська', 'Івано-Франківська', 'Київська', 'Їжачок', 'Якимівка'], 'uk'],
    [
      'be',
      ['елка', 'ельнік', 'ёлка', 'Іванава', 'ікра', 'йод', 'Клецк', 'узор', 'уя', 'ўзор', 'ярына'],
      'be',
    ],
    ['ru', ['ель', 'ёлка', 'жук', 'Иваново', 'йод', 'Клинцы'], 'ru'],
    ['en', ['apple', 'Banana', 'cherry'], 'en'],
  ] as const)('follows the alphabet of %s', async (language, words, locale) => {
    const { byAlphabet } = await readingIn(language);
    const expected = [...words].sort(new Intl.Collator(locale).compare);

    expect([...words].reverse().sort(byAlphabet)).toEqual(expected);
  });

  test('puts numbers in texts in their order', async () => {
    const { byAlphabet } = await readingIn('be');

    expect(['№ 10', '№ 9'].sort(byAlphabet)).toEqual(['№ 9', '№ 10']);
  });
});

test('all languages can be chosen, each by its own name, those of the country first', async () => {
  const { languageChoices } = await readingIn('en');

  expect(languageChoices(['be', 'ru'])).toEqual([
    ['be', 'Беларуская'],
    ['ru', 'Русский'],
    ['en', 'English'],
    ['uk', 'Українська'],
  ]);
  expect(languageChoices([]).map(([code]) => code)).toEqual(['en', 'uk', 'be', 'ru']);
});

test("a name that is not in the reader's language is told in the country's own", async () => {
  const { named } = await readingIn('ru');
  vi.stubGlobal('localStorage', {
    getItem: (key: string) =>
      key === 'config'
        ? JSON.stringify({ issuer: '', clientId: '', scope: '', country: 'UA', languages: ['uk', 'en'] })
        : null,
  });

  expect(named({ en: 'Busk clinic', uk: 'Буська поліклініка' })).toBe('Буська поліклініка');
  expect(named({ en: 'Busk clinic' })).toBe('Busk clinic');
});
