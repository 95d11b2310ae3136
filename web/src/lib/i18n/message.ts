import { language, languages, locale } from './language.ts';

/**
 * A text, or its plural forms chosen by the value `n`; `{name}` stands for a value.
 * A text that begins with a value begins with a large letter, whatever the value's own.
 */
export type Text = string | Partial<Record<Intl.LDMLPluralRule, string>>;
type Values = Record<string, string | number>;
type Message = (values?: Values) => string;

const plural = new Intl.PluralRules(locale);
const number = new Intl.NumberFormat(locale);
const mine = Object.keys(languages).indexOf(language);

/** The message in the reader's language, from its texts in the order of `languages`. */
export const message = (texts: Text[]): Message => messageOf(texts[mine] ?? '');

/** The message of a text in the reader's language. */
export function messageOf(text: Text): Message {
  return (values = {}) => {
    const form =
      typeof text === 'string' ? text : (text[plural.select(Number(values.n))] ?? text.other ?? '');
    const filled = form.replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name]));
    return form.startsWith('{') ? filled.charAt(0).toLocaleUpperCase(locale) + filled.slice(1) : filled;
  };
}

function shown(value: string | number | undefined): string {
  return typeof value === 'number' ? number.format(value) : (value ?? '');
}
