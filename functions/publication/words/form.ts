import type { Language } from '../../domain/names.ts';

/** A word as it follows a number in a language. */
export function form(
  language: Language,
  count: number,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}
