import type { Month } from '#functions/domain/calendar.ts';

// What Chromium's Intl does not have. Every browser reads it here, so that there is one way to be right.

/** Alone, and with a day before it. */
const months = [
  ['студзень', 'студзеня'],
  ['люты', 'лютага'],
  ['сакавік', 'сакавіка'],
  ['красавік', 'красавіка'],
  ['май', 'мая'],
  ['чэрвень', 'чэрвеня'],
  ['ліпень', 'ліпеня'],
  ['жнівень', 'жніўня'],
  ['верасень', 'верасня'],
  ['кастрычнік', 'кастрычніка'],
  ['лістапад', 'лістапада'],
  ['снежань', 'снежня'],
] as const;

/** The month's name: `лістапад`, `3 лістапада`; short ones are its first three letters. */
export function monthInBelarusian(month: Month, options: Intl.DateTimeFormatOptions): string {
  const names = months[Number(month.slice(5, 7)) - 1] ?? ['', ''];
  const name = names[options.day ? 1 : 0];
  return options.month === 'short' ? name.slice(0, 3) : name;
}

const letters: Record<string, string> = {
  і: 'и',
  І: 'И',
  ё: 'е\uffff',
  Ё: 'Е\uffff',
  ў: 'у\uffff',
  Ў: 'У\uffff',
};

/** The text in letters that a Russian collator puts into the order of the Belarusian alphabet; nothing sorts after U+FFFF. */
export function spelledToSort(text: string): string {
  return text.replace(/[іІёЁўЎ]/g, (letter) => letters[letter] ?? letter);
}
