/** The languages the screens are complete in, each named in itself; the first is the fallback. */
export const languages = { en: 'English', uk: 'Українська', be: 'Беларуская', ru: 'Русский' } as const;
export type ScreenLanguage = keyof typeof languages;

/**
 * The locales whose numbers, dates and plural forms a browser is sure to know. Chromium knows no Belarusian: Russian has the
 * same numbers and plural forms, and what differs, the months and the alphabet, stands in belarusian.ts for every browser.
 */
const locales = { en: 'en-GB', uk: 'uk-UA', be: 'ru-RU', ru: 'ru-RU' } as const;

const known = (tag: string | null): tag is ScreenLanguage => tag !== null && Object.hasOwn(languages, tag);

/** Where the language of the account is kept that signed in last. */
const ofAccount = 'account language';

/** The reader's own choice, or else the account's language, or the first of the browser's that we have. */
function chosen(): ScreenLanguage {
  if (typeof localStorage === 'undefined') return 'en';
  const stored = [localStorage.getItem('language'), localStorage.getItem(ofAccount)].find(known);
  if (stored) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(known) ?? 'en';
}

/** The language of every text on the screen; it changes only with a reload, so that no text needs to be watched. */
export const language = chosen();
export const locale = locales[language];

/** What the page was read in, until it has started in the language chosen since. */
const before = 'language before';

/** Remembers the reader's choice and shows the page again in that language. */
export function choose(next: ScreenLanguage): void {
  if (next === language) return;
  localStorage.setItem(before, language);
  localStorage.setItem('language', next);
  location.reload();
}

/** An account of this language has signed in; answers whether the page must be loaded anew to speak it. */
export function followAccount(accountLanguage: string): boolean {
  localStorage.setItem(ofAccount, accountLanguage);
  return chosen() !== language;
}

/** The app has started in the reader's language. */
export function keepChoice(): void {
  localStorage.removeItem(before);
}

/** The app cannot start in the language just chosen, such as without network: back to the one before. */
export function takeChoiceBack(): void {
  const last = localStorage.getItem(before);
  if (!last) return;
  localStorage.removeItem(before);
  localStorage.setItem('language', last);
  location.reload();
}

/** Every language with its own name, those of the country first. */
export function languageChoices(ofCountry: readonly ScreenLanguage[]): [ScreenLanguage, string][] {
  const all = Object.keys(languages).filter(known);
  return [...new Set([...ofCountry, ...all])].map((each) => [each, languages[each]]);
}
