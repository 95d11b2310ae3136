/// <reference lib="dom" />
import type { Browser, Page } from '@playwright/test';
import { be } from '../../web/messages/be.ts';
import { en } from '../../web/messages/en.ts';
import { ru } from '../../web/messages/ru.ts';
import { uk } from '../../web/messages/uk.ts';
import { address } from './support/address.ts';
import { expect, expectComplaints, listen, test } from './support/journey.ts';
import { answer, field, keepFromServer, readyForOffline } from './support/phone.ts';

// A head's work in each language. Chromium has no Belarusian of its own, so that it has to come from us.

const languages = {
  en: {
    texts: en,
    account: 'Head of Khodoriv district clinic',
    headline: 'November is due in 7 days.',
    firstField: 'Consultations, doctor to doctor',
    title: 'November 2024',
    today: '3 December 2024',
  },
  uk: {
    texts: uk,
    account: 'Керівник: Ходорівська районна поліклініка',
    headline: 'На подання звіту за листопад залишилося 7 днів.',
    firstField: 'Консультації «лікар – лікар»',
    title: 'Листопад 2024',
    today: '3 грудня 2024',
  },
  be: {
    texts: be,
    account: 'Кіраўнік: Ходорівська районна поліклініка',
    headline: 'На здачу справаздачы за лістапад засталося 7 дзён.',
    firstField: 'Кансультацыі «лекар – лекар»',
    title: 'Лістапад 2024',
    today: '3 снежня 2024',
  },
  ru: {
    texts: ru,
    account: 'Руководитель: Ходорівська районна поліклініка',
    headline: 'На сдачу отчёта за ноябрь осталось 7 дней.',
    firstField: 'Консультации «врач – врач»',
    title: 'Ноябрь 2024',
    today: '3 декабря 2024',
  },
} as const;
type Language = keyof typeof languages;

/** A browser of someone who reads this language, in which the clinic's head is signed in. */
async function headReading(browser: Browser, language: Language): Promise<Page> {
  const { texts, account } = languages[language];
  const page = listen(await browser.newPage({ baseURL: address, locale: language }));
  await page.goto('/sign-in');
  await expect(page.getByText(texts.signInFor.replace('{country}', ''))).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: texts.signIn }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.getByRole('button', { name: account }).first().click();
  await page.waitForURL(/my-facility/);
  return page;
}

const isLanguage = (code: string): code is Language => code in languages;

for (const language of Object.keys(languages).filter(isLanguage))
  test(`the month's work in ${language}: what is due, the form, its first field and the day`, async ({
    browser,
  }) => {
    const { texts, headline, firstField, title, today } = languages[language];
    const page = await headReading(browser, language);

    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(answer(page)).toHaveText(headline);
    await expect(page.getByRole('complementary')).toContainText(today);

    await page
      .getByRole('link', { name: texts.fillIn.replace('{month}', title.split(' ')[0] ?? '') })
      .click();
    await expect(page).toHaveTitle(new RegExp(title));
    await expect(field(page, 'consultationsDoctorToDoctor')).toHaveAccessibleName(firstField);
    await page.context().close();
  });

test('the language is changed from the keyboard, and what was typed stays', async ({ browser }) => {
  const page = await headReading(browser, 'en');
  await keepFromServer(page, '2024-11');
  await page.goto('/my-facility/2024-11');
  const first = field(page, 'consultationsDoctorToDoctor');
  await first.fill('17');

  await page.getByText('Menu').locator('xpath=ancestor::summary').focus();
  await page.keyboard.press('Enter');
  const choice = (name: string) =>
    page.getByRole('group', { name: 'Language' }).getByRole('button', { name });
  await expect(page.getByRole('group', { name: 'Language' }).getByRole('button')).toHaveText([
    'Українська',
    'English',
    'Беларуская',
    'Русский',
  ]);
  await expect(choice('English')).toHaveAttribute('aria-pressed', 'true');
  await choice('English').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Tab');
  await expect(choice('Беларуская')).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(page.locator('html')).toHaveAttribute('lang', 'be');
  await expect(first).toHaveAccessibleName(languages.be.firstField);
  await expect(first).toHaveValue('17');
  expectComplaints(page, /ERR_FAILED/);
  await page.context().close();
});

test('a language that is not on the phone is not chosen without network: the page stays as it was', async ({
  browser,
}) => {
  const page = await headReading(browser, 'en');
  await readyForOffline(page);
  await page.context().setOffline(true);

  await page.getByText('Menu').locator('xpath=ancestor::summary').click();
  await page.getByRole('button', { name: 'Беларуская' }).click();

  await page.waitForFunction(() => localStorage['language'] === 'en' && !localStorage['language before']);
  await expect(answer(page)).toHaveText(languages.en.headline);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expectComplaints(page, /ERR_|Failed to fetch|dynamically imported/);
  await page.context().close();
});
