import type { Language } from '../domain/names.ts';
import { belarusian } from './words/belarusian.ts';
import { english } from './words/english.ts';
import { russian } from './words/russian.ts';
import { ukrainian } from './words/ukrainian.ts';
import type { Words } from './words/words.ts';

/** What is said to the public besides figures, in each language of the product. */
export const words: Record<Language, Words> = {
  en: english,
  uk: ukrainian,
  be: belarusian,
  ru: russian,
};
