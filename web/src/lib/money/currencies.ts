import type { Currency } from '#functions/domain/equipment/money.ts';
import { byAlphabet } from '#lib/i18n/alphabet.ts';
import { language, locale } from '#lib/i18n/language.ts';
import { currencyInBelarusian } from './belarusianCurrencies.ts';

/** The currencies that aid is given in most often. */
const common = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'SEK', 'NOK', 'CAD', 'PLN'];

const names = new Intl.DisplayNames(locale, { type: 'currency' });

/** A currency's name in the reader's language; its code where there is none. */
export function currencyName(code: Currency): string {
  return (language === 'be' ? currencyInBelarusian(code) : names.of(code)) ?? code;
}

/** A currency as one chooses it. */
export interface CurrencyChoice {
  code: Currency;
  label: string;
}

/** Every currency of the world by its name: those that are common here and the country's own first. */
export function currencyChoices(own: Currency): { first: CurrencyChoice[]; others: CurrencyChoice[] } {
  const first = [...new Set([...common, own])];
  const others = Intl.supportedValuesOf('currency').filter((code) => !first.includes(code));
  return {
    first: first.map(choiceOf),
    others: others.map(choiceOf).toSorted((a, b) => byAlphabet(a.label, b.label)),
  };
}

function choiceOf(code: Currency): CurrencyChoice {
  const name = currencyName(code);
  return { code, label: name === code ? code : `${name} (${code})` };
}
