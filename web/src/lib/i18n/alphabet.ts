import { spelledToSort } from './belarusian.ts';
import { language, locale } from './language.ts';

const collator = new Intl.Collator(locale, { numeric: true });
const spelled = language === 'be' ? spelledToSort : (text: string) => text;

/** Compares two texts by the alphabet of the reader's language; numbers in them by their size. */
export function byAlphabet(left: string, right: string): number {
  return collator.compare(spelled(left), spelled(right));
}
