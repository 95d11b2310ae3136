import { daysIn, type Day } from '#functions/domain/calendar.ts';
import { linePattern } from '#functions/domain/text.ts';
import { textIn, type Cell } from './table.ts';

/** Why a cell is not taken. */
export type CellFaultKind =
  | 'missing'
  | 'formula'
  | 'notWhole'
  | 'ambiguousNumber'
  | 'ambiguousDay'
  | 'notDegrees'
  | 'notDay'
  | 'noSuchDay'
  | 'unknownChoice'
  | 'unfit'
  | 'halfPlace'
  | 'repeated';

/** What a cell says, or why it is not taken. */
export type Value<Kind> = { value: Kind } | { fault: CellFaultKind };

/** What is to be a number, a day or a choice is none where it is a formula. */
const formula = /^[=@]|^[+-](?![\d.,]+$)/;
const groups = /^\d{1,3}([ \u00a0\u2009\u202f]\d{3})+$/;

/** A whole number: digits may be grouped by spaces. A point or comma before three digits may mean two numbers. */
export function wholeIn(cell: Cell): Value<number> {
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 0 ? { value: cell } : { fault: 'notWhole' };
  const text = textIn(cell);
  if (formula.test(text)) return { fault: 'formula' };
  if (/^\d+$/.test(text) || groups.test(text)) return { value: Number(text.replace(/\s/g, '')) };
  if (/^\d+[.,]0{1,2}$/.test(text)) return { value: Number(text.replace(/[.,]0+$/, '')) };
  return { fault: /^\d{1,3}([.,]\d{3})+$/.test(text) ? 'ambiguousNumber' : 'notWhole' };
}

/** Decimal degrees, with a point or a comma. */
export function degreesIn(cell: Cell, most: number): Value<number> {
  const text = textIn(cell).replace(',', '.').replace('−', '-');
  if (formula.test(text)) return { fault: 'formula' };
  const isDegrees = /^-?\d{1,3}(\.\d+)?$/.test(text) && Math.abs(Number(text)) <= most;
  return isDegrees ? { value: Number(text) } : { fault: 'notDegrees' };
}

/** Days that spreadsheets count from the end of 1899; within what a programme can mean. */
const serials = { from: 36_526, to: 73_050, unixEpoch: 25_569 };

const iso = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})([T ][\d:.]+Z?)?$/;
const dotted = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/;
const slashed = /^\d{1,2}\/\d{1,2}\/\d{4}$/;

/** A day as `2024-02-29`, `29.02.2024`, or as spreadsheets keep it. With slashes nobody knows which is the month. */
export function dayIn(cell: Cell): Value<Day> {
  if (typeof cell === 'number')
    return cell >= serials.from && cell <= serials.to
      ? { value: textIn(new Date((Math.floor(cell) - serials.unixEpoch) * 86_400_000)) }
      : { fault: 'notDay' };
  const text = textIn(cell);
  if (formula.test(text)) return { fault: 'formula' };
  const written = iso.exec(text)?.groups ?? dotted.exec(text)?.groups;
  if (!written) return { fault: slashed.test(text) ? 'ambiguousDay' : 'notDay' };
  const { year = '', month = '', day = '' } = written;
  const [yearMonth, dayOfMonth] = [`${year}-${month.padStart(2, '0')}`, Number(day)];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (!isMonth || dayOfMonth < 1 || dayOfMonth > daysIn(yearMonth)) return { fault: 'noSuchDay' };
  return { value: `${yearMonth}-${day.padStart(2, '0')}` };
}

/** One of several things, by its code or by its name in any language. */
export function choiceIn<Code extends string>(
  cell: Cell,
  choices: readonly { code: Code; names: readonly string[] }[],
): Value<Code> {
  const text = plain(textIn(cell));
  if (formula.test(text)) return { fault: 'formula' };
  const found =
    choices.find(({ code }) => plain(code) === text) ??
    choices.find(({ names }) => names.some((name) => plain(name) === text));
  return found ? { value: found.code } : { fault: 'unknownChoice' };
}

/** A text that every list can carry; what looks like a formula is one, too. */
export function lineIn(cell: Cell, most: number): Value<string> {
  const value = textIn(cell);
  return value.length <= most && linePattern.test(value) ? { value } : { fault: 'unfit' };
}

/** Names without regard to case, spaces, and which apostrophe they are written with. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[’ʼ`]/g, "'").replace(/\s+/g, '');
}
