import type { Month } from '#functions/domain/calendar.ts';
import { faultOf, faultsOf, type Figures, type Indicator } from '#functions/domain/report/indicator.ts';
import type { Refusal } from '#functions/domain/refusal.ts';

/** What stands in the form's fields, by indicator code; an empty field is left out. */
export type Typed = Record<string, string>;

/** Figures as texts in fields. */
export function textsOf(figures: Figures): Typed {
  return Object.fromEntries(Object.entries(figures).map(([code, value]) => [code, String(value)]));
}

/** The field with a new text in it. */
export function withText(typed: Typed, code: string, text: string): Typed {
  const { [code]: _, ...others } = typed;
  return text.trim() === '' ? others : { ...others, [code]: text };
}

/** Typed texts as numbers, whatever they are; `NaN` where it is none. Spaces group digits, a comma is a point. */
export function numbersOf(typed: Typed): Figures {
  return Object.fromEntries(
    Object.entries(typed).map(([code, text]) => [code, Number(text.replace(/\s/g, '').replace(',', '.'))]),
  );
}

/** The figures that could be kept as a draft on the server: those that are possible by themselves. */
export function possible(indicators: Indicator[], typed: Typed, month: Month): Figures {
  const numbers = numbersOf(typed);
  const kept = indicators.flatMap((indicator) => {
    const value = numbers[indicator.code];
    return value === undefined || faultOf(indicator, value, month) ? [] : [[indicator.code, value] as const];
  });
  return Object.fromEntries(kept);
}

/** What keeps the figures from being sent, by indicator code, in the pack's order. */
export function faultsByCode(indicators: Indicator[], typed: Typed, month: Month): Map<string, Refusal> {
  const faults = faultsOf(indicators, numbersOf(typed), month);
  return new Map(faults.map((fault) => [(fault.details.field ?? '').replace('figures.', ''), fault]));
}
