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

/** A proper name: English letters at least, other languages where they are known. */
export const ProperNames = z.strictObject({
  en: text,
  uk: z.optional(text),
  be: z.optional(text),
  ru: z.optional(text),
});
export type ProperNames = z.infer<typeof ProperNames>;

const line = lineOf(200);

/** A proper name as it may be given from now on: what was kept before is read as it is. */
export const NewProperNames = z.strictObject({
  en: line,
  uk: z.optional(line),
  be: z.optional(line),
  ru: z.optional(line),
});

/** The name in the reader's language, or else in English. */
export function nameIn(names: ProperNames, language: Language): string {
  return names[language] ?? names.en;
}
