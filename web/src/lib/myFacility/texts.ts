import { m } from 'virtual:messages';
import { daysFrom, daysIn, type Month } from '#functions/domain/calendar.ts';
import { codeIn, directions, maxIn, type Indicator } from '#functions/domain/indicator.ts';
import type { Refusal } from '#functions/domain/refusal.ts';
import type { Problem } from '#lib/api/errors.ts';
import { monthAlone, monthName, named } from '#lib/i18n/format.ts';
import { numbersOf, type Typed } from './typed.ts';

/** A month in a sentence, without its year when that is plain from today. */
export function monthIn(month: Month, today: string): string {
  return Math.abs(daysFrom(`${month}-15`, today)) < 300 ? monthAlone(month) : monthName(month);
}

/** What a rule says under its field. */
export function faultSentence(fault: Refusal, indicator: Indicator, month: Month, typed: Typed): string {
  if (fault.code === 'missingFigure') return m.faultMissing();
  if (fault.code === 'tooLow') return m.faultTooLow();
  if (fault.code === 'moreThanItsWhole') return m.faultPart({ n: wholeOf(indicator, typed) });
  if (fault.code !== 'tooHigh') return m.faultNotWhole();
  return indicator.unit === 'days'
    ? m.faultDays({ n: daysIn(month), month: monthAlone(month) })
    : m.faultTooHigh({ max: maxIn(indicator, month) });
}

function wholeOf(indicator: Indicator, typed: Typed): number {
  const numbers = numbersOf(typed);
  return (indicator.atMost ?? []).reduce((sum, code) => sum + (numbers[code] ?? 0), 0);
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
  circumstances: m.directionCircumstances,
};
