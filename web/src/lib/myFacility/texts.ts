import { m } from 'virtual:messages';
import { daysFrom, daysIn, type Month } from '#functions/domain/calendar.ts';
import { codeIn, directions, maxIn, wholeOf, type Indicator } from '#functions/domain/report/indicator.ts';
import type { Refusal } from '#functions/domain/refusal.ts';
import type { Problem } from '#lib/api/errors.ts';
import { monthAlone, monthName, named } from '#lib/i18n/format.ts';
import { numbersOf, type Typed } from './form/typed.ts';

/** A month in a sentence, without its year when that is plain from today. */
export function monthIn(month: Month, today: string): string {
  return Math.abs(daysFrom(`${month}-15`, today)) < 300 ? monthAlone(month) : monthName(month);
}

/** The form that a rule speaks in. */
interface Filled {
  indicators: Indicator[];
  month: Month;
  typed: Typed;
}

/** What a rule says under its field. */
export function faultSentence(fault: Refusal, indicator: Indicator, filled: Filled): string {
  if (fault.code === 'missingFigure') return m.faultMissing();
  if (fault.code === 'tooLow') return m.faultTooLow();
  if (fault.code === 'moreThanItsWhole') return partSentence(indicator, filled);
  if (fault.code !== 'tooHigh') return m.faultNotWhole();
  const { month } = filled;
  return indicator.unit === 'days'
    ? m.faultDays({ n: daysIn(month), month: monthAlone(month) })
    : m.faultTooHigh({ max: maxIn(indicator, month) });
}

/** A part is told its whole only once that is known. */
function partSentence(indicator: Indicator, { indicators, month, typed }: Filled): string {
  const { sum, open } = wholeOf(indicator, indicators, numbersOf(typed), month);
  const [first] = open;
  return first ? m.faultPartOpen({ name: named(first.names) }) : m.faultPart({ n: sum });
}

/** A figure's name from its path or code. */
export function fieldName(indicators: Indicator[], field: string): string {
  const code = codeIn(field);
  const indicator = indicators.find((one) => one.code === code);
  return indicator ? named(indicator.names) : code;
}

/** Why the server did not take the month. */
export function refusedSentence(code: Problem['code']): string {
  if (code === 'wrongState') return m.refusedWrongState();
  if (code === 'stale') return m.refusedStale();
  if (code === 'notLiveThen') return m.refusedNotLive();
  return code === 'monthNotOver' ? m.refusedNotOver() : m.refusedOther();
}

/** The indicators by direction, in the order of the form. */
export function sectionsOf(
  indicators: Indicator[],
): { direction: Indicator['direction']; fields: Indicator[] }[] {
  return directions
    .map((direction) => ({ direction, fields: indicators.filter((one) => one.direction === direction) }))
    .filter(({ fields }) => fields.length > 0);
}

/** The heading of a direction's section. */
export const directionNames: Record<Indicator['direction'], () => string> = {
  teleconsultation: m.directionTeleconsultation,
  telemetry: m.directionTelemetry,
  teleradiology: m.directionTeleradiology,
  staff: m.directionStaff,
  circumstances: m.directionCircumstances,
};
