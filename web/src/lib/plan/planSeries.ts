import { addMonths, monthsBetween, type Month } from '#functions/domain/calendar.ts';
import type { PathPoint } from '#functions/domain/plan/forecast.ts';
import { settledName, type Figure } from '#functions/domain/figureCatalogue.ts';
import { plannedBy } from '#functions/domain/plan/planned.ts';
import type { PlanStanding, PlanView } from './standing.ts';
import { perUnit } from './unit.ts';

type Values = (number | null)[];

/** Actual, plan and forecast along the same months; null where there is nothing of it. */
export interface PlanSeries {
  months: Month[];
  /** Where the actual ends. */
  at: number;
  actual: Values;
  planned: Values;
  low: Values;
  likely: Values;
  high: Values;
}

/** The series in what people call one: dollars, where cents are kept. */
export function inUnits({ months, at, ...values }: PlanSeries, figure: Pick<Figure, 'unit'>): PlanSeries {
  const scaled = (all: Values) => all.map((value) => value && value / perUnit(figure));
  const { actual, planned, low, likely, high } = values;
  return {
    months,
    at,
    actual: scaled(actual),
    planned: scaled(planned),
    low: scaled(low),
    likely: scaled(likely),
    high: scaled(high),
  };
}

/** Nobody looks at a chart of more. */
const mostAhead = 60;

/** From the first month on record to the end of plan and forecast. */
export function planSeries({ sums, months: seen, rows }: PlanView, standing: PlanStanding): PlanSeries {
  const { figure, lines, month: now, goal, told } = standing;
  const name = settledName(figure);
  const path = told.state === 'underWay' ? [told.from, ...told.path] : [];
  const ends = [now, goal.month, path.at(-1)?.month ?? now].toSorted();
  const end = [ends.at(-1) ?? now, addMonths(now, mostAhead)].toSorted()[0] ?? now;
  const months = monthsBetween(seen[0] ?? now, end);
  const points = new Map(path.map((point) => [point.month, point]));
  const of = (part: Exclude<keyof PathPoint, 'month'>): Values =>
    months.map((month) => points.get(month)?.[part] ?? null);
  return {
    months,
    at: months.indexOf(now),
    actual: months.map((month) =>
      month <= now && sums.shows(name, month, rows) ? sums.value(name, month, rows) : null,
    ),
    planned: months.map((month) => plannedBy(lines, month) ?? null),
    low: of('low'),
    likely: of('likely'),
    high: of('high'),
  };
}
