import * as z from 'zod/mini';
import { lineOf } from './text.ts';

/** The product's languages; a country pack says which of them the country uses, in its order. */
export const languages = ['en', 'uk', 'be', 'ru'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

const text = z.string().check(z.minLength(1), z.maxLength(400));

/** A text in every language of the product. */
export const Names = z.strictObject({ en: text, uk: text, be: text, ru: text });
export type Names = z.infer<typeof Names>;

const inSomeLanguages = <Line extends z.ZodMiniType<string>>(line: Line) =>
  z
    .strictObject({ en: z.optional(line), uk: z.optional(line), be: z.optional(line), ru: z.optional(line) })
    .check(z.refine((names) => Object.values(names).some(Boolean), 'a name in one language at least'));

/** A proper name, in the languages in which it is known; one at least. */
export const ProperNames = inSomeLanguages(text);
export type ProperNames = z.infer<typeof ProperNames>;

/** A proper name as it may be given from now on: what was kept before is read as it is. */
export const NewProperNames = inSomeLanguages(lineOf(200));

/** The name in the reader's language, or else in the country's own, or else in any. */
export function nameIn(names: ProperNames, language: Language, ofCountry?: Language): string {
  const known = names[language] ?? (ofCountry && names[ofCountry]);
  return known ?? Object.values(names).find(Boolean) ?? '';
}

/** A name made of names, in each language. */
export const namedInEach = (named: (language: Language) => string): Names => ({
  en: named('en'),
  uk: named('uk'),
  be: named('be'),
  ru: named('ru'),
});

/** Letters that stand elsewhere in the alphabet than in Unicode, as ones that sort right; nothing Cyrillic is after U+04FF. */
const places: Record<string, string> = {
  ґ: 'г\u04ff',
  ё: 'е\u04ff',
  є: 'е\u04ff',
  і: 'и\u04ff',
  ї: 'и\u04ff\u04ff',
  ў: 'у\u04ff',
};

/** A name that a database, which knows no alphabets, puts into the order of its language. */
export function sortable(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[ґёєіїў]/g, (letter) => places[letter] ?? letter);
}
