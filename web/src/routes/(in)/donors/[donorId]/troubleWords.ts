import { m } from 'virtual:messages';
import type { Month } from '#functions/domain/calendar.ts';
import { monthName } from '#lib/i18n/format.ts';
import type { Trouble } from './impact.ts';

/** Shapes that tell what went wrong where there is no colour. */
export const troubleSigns: Record<Trouble['what'], string> = {
  unstaffed: '○',
  notUsed: '◆',
  faulty: '■',
  missing: '◇',
  returned: '←',
  lost: '▼',
  destroyed: '×',
  scrapped: '×',
};

const words: Record<
  Trouble['what'],
  { title: (of: { n: number; month: string }) => string; done: () => string }
> = {
  unstaffed: { title: m.wrongUnstaffed, done: m.doneUnstaffed },
  notUsed: { title: m.wrongNotUsed, done: m.doneNotUsed },
  faulty: { title: m.wrongFaulty, done: m.doneFaulty },
  missing: { title: m.wrongMissing, done: m.doneMissing },
  returned: { title: m.wrongReturned, done: m.doneReturned },
  lost: { title: m.wrongLost, done: m.doneLost },
  destroyed: { title: m.wrongDestroyed, done: m.doneLost },
  scrapped: { title: m.wrongScrapped, done: m.doneLost },
};

/** What went wrong with so many units, and what was done about it. */
export function troubleWords(what: Trouble['what'], units: number, month: Month | undefined) {
  const { title, done } = words[what];
  return { title: title({ n: units, month: month ? monthName(month) : '' }), done: done() };
}
