import type { Day } from '#functions/domain/calendar.ts';
import { languages, type Language, type ProperNames } from '#functions/domain/names.ts';
import { plainText } from '#functions/domain/plainText.ts';

/** A name as a form holds it: what was typed in each language. */
export type TypedNames = Partial<Record<Language, string>>;

/** A line of a list in a form: something chosen, and a text to it. */
export interface TypedRow {
  choice: string;
  text: string;
}

/** The rows in which something was typed. */
export function filled(rows: TypedRow[]): TypedRow[] {
  return rows
    .map(({ choice, text }) => ({ choice, text: text.trim() }))
    .filter(({ choice, text }) => choice || text);
}

/** The languages in which something was typed, as the API takes a name. */
export function namesOf(typed: TypedNames): ProperNames {
  const known = languages.flatMap((language) => {
    const name = typed[language]?.trim();
    return name ? [[language, name] as const] : [];
  });
  return Object.fromEntries(known);
}

/** What was typed on top of one state of a record, on top of another: the fields that were not touched are as there. */
export function rebased<Typed extends object>(typed: Typed, begun: Typed, current: Typed): Typed {
  const before = new Map(Object.entries(begun));
  const touched = Object.entries(typed).filter(
    ([name, value]) => plainText(value) !== plainText(before.get(name)),
  );
  return { ...current, ...Object.fromEntries(touched) };
}

/** Whether a day was typed, and lies between these; a year of more than four digits is mistyped. */
export function isDayWithin(value: string, first: Day, last: Day): boolean {
  return value.length === 10 && value >= first && value <= last;
}
