import * as z from 'zod/mini';
import { daysIn, type Month } from '../calendar.ts';
import { Names } from '../names.ts';
import { Refusal, ensure } from '../refusal.ts';

/** The parts of telemedicine. */
export const serviceDirections = ['teleconsultation', 'telemetry', 'teleradiology'] as const;
export type ServiceDirection = (typeof serviceDirections)[number];

/** The part of telemedicine an indicator belongs to; `staff` are those who can use it, `circumstances` are about the month itself. */
export const directions = [...serviceDirections, 'staff', 'circumstances'] as const;

/** One monthly figure that a facility reports: a whole number with a meaning. */
export const Indicator = z.strictObject({
  code: z.string().check(z.regex(/^[a-z][a-zA-Z]{2,39}$/)),
  /** What rows of progress keep its figure under; never changed, and never given to another. */
  key: z.string().check(z.regex(/^[a-z][a-z0-9]$/)),
  direction: z.enum(directions),
  names: Names,
  help: Names,
  unit: z.enum([
    'consultations',
    'sessions',
    'visits',
    'studies',
    'prescriptions',
    'requests',
    'patients',
    'people',
    'residents',
    'days',
  ]),
  /** `sum`: months add up to a cumulative figure. `last`: a stock, of which only one month's value makes sense. */
  aggregation: z.enum(['sum', 'last']),
  /** The largest value that can be true; days are bounded by the month as well. */
  max: z.int().check(z.minimum(1), z.maximum(100_000)),
  /** An empty field is not a zero: the figure must be typed before the report can be submitted. */
  zeroMustBeTyped: z.boolean(),
  /** The figure is also part of this sum. */
  countsAs: z.optional(z.literal('teleconsultations')),
  /** The figure cannot exceed the sum of these indicators. */
  atMost: z.optional(z.array(z.string())),
  /** Asked only of facilities that have adopted the solution it belongs to; everywhere where nothing is said. */
  asked: z.optional(z.literal('whereAdopted')),
});
export type Indicator = z.infer<typeof Indicator>;

/** A month's figures by indicator code, as far as they are typed. */
export const Figures = z.record(z.string(), z.number());
export type Figures = z.infer<typeof Figures>;

/**
 * A figure's place in a request, as problems and commands name it: `figures.` and the indicator's code, or `cover.` and a
 * solution's. Release 0.1 sent the bare code, and what it sent may be sent again.
 */
export const FigurePath = z
  .string()
  .check(z.regex(/^(figures\.)?([a-z][a-zA-Z]{2,39}|cover\.[a-z][a-z0-9-]{2,39})$/));

/** The path of an indicator's figure. */
export const figurePath = (code: string): string => `figures.${code}`;

/** The indicator's code in a figure's path; what was kept before release 0.2 is the bare code. */
export const codeIn = (path: string): string => path.replace(/^figures\./, '');

/** The largest value an indicator can have in a month. */
export function maxIn(indicator: Indicator, month: Month): number {
  return indicator.unit === 'days' ? daysIn(month) : indicator.max;
}

/** What is wrong with one typed value, or undefined; the same rule speaks in the form and refuses on the server. */
export function faultOf(indicator: Indicator, value: number, month: Month): Refusal | undefined {
  const field = figurePath(indicator.code);
  const max = maxIn(indicator, month);
  if (!Number.isInteger(value)) return new Refusal('notAWholeNumber', 'Type a whole number.', { field });
  if (value < 0) return new Refusal('tooLow', 'This cannot be less than 0.', { field });
  if (value > max) return new Refusal('tooHigh', `This cannot be more than ${max}.`, { field });
  return undefined;
}

/** What keeps these figures from being submitted as a whole, first in the pack's order; empty when nothing does. */
export function faultsOf(indicators: Indicator[], figures: Figures, month: Month): Refusal[] {
  return indicators.flatMap((indicator) => {
    const value = figures[indicator.code];
    const field = figurePath(indicator.code);
    if (value === undefined)
      return indicator.zeroMustBeTyped
        ? [new Refusal('missingFigure', 'Type 0 where there was none.', { field })]
        : [];
    const fault =
      faultOf(indicator, value, month) ?? faultAgainstWhole(indicator, value, indicators, figures, month);
    return fault ? [fault] : [];
  });
}

/** What a figure is a part of: the sum of those that are right, and those that are still missing or wrong. */
export function wholeOf(
  { atMost = [] }: Indicator,
  indicators: Indicator[],
  figures: Figures,
  month: Month,
): { sum: number; open: Indicator[] } {
  const others = indicators.filter(({ code }) => atMost.includes(code));
  const isRight = (other: Indicator) => {
    const value = figures[other.code];
    return value === undefined ? !other.zeroMustBeTyped : !faultOf(other, value, month);
  };
  const sum = others.filter(isRight).reduce((all, { code }) => all + (figures[code] ?? 0), 0);
  return { sum, open: others.filter((other) => !isRight(other)) };
}

function faultAgainstWhole(
  indicator: Indicator,
  value: number,
  indicators: Indicator[],
  figures: Figures,
  month: Month,
): Refusal | undefined {
  if (!indicator.atMost) return undefined;
  const { sum } = wholeOf(indicator, indicators, figures, month);
  if (value <= sum) return undefined;
  const field = figurePath(indicator.code);
  return new Refusal('moreThanItsWhole', `This is part of ${sum} and cannot be more.`, { field });
}

/** Refuses figures that could not even be kept as a draft: unknown indicators and impossible values. */
export function ensureKnown(indicators: Indicator[], figures: Figures, month: Month): void {
  for (const [code, value] of Object.entries(figures)) {
    const indicator = indicators.find((known) => known.code === code);
    ensure(indicator, 'unknownIndicator', `There is no indicator "${code}".`, { field: figurePath(code) });
    const fault = faultOf(indicator, value, month);
    if (fault) throw fault;
  }
}

/** Refuses figures that are not complete and right: the first fault in the pack's order. */
export function ensureComplete(indicators: Indicator[], figures: Figures, month: Month): void {
  ensureKnown(indicators, figures, month);
  const [fault] = faultsOf(indicators, figures, month);
  if (fault) throw fault;
}

/** The indicators that a sum such as `teleconsultations` adds up. */
export function partsOf(sum: string, indicators: Indicator[]): Indicator[] {
  return indicators.filter(({ countsAs }) => countsAs === sum);
}

/** The figures that count as teleconsultations, added up. */
export function teleconsultationsIn(figures: Figures, indicators: Indicator[]): number {
  return partsOf('teleconsultations', indicators).reduce((sum, { code }) => sum + (figures[code] ?? 0), 0);
}

/** What the facility usually reports: lowest and highest of its last six months; undefined with under three. */
export function usualRange(values: number[]): { low: number; high: number } | undefined {
  const last = values.slice(-6);
  return last.length < 3 ? undefined : { low: Math.min(...last), high: Math.max(...last) };
}

/** Far above what is usual: the form asks for a word of explanation, and never blocks. Small counts are left alone. */
export function isUnusual(value: number, range: { high: number } | undefined): boolean {
  return range !== undefined && value > Math.max(2 * range.high, range.high + 5);
}
