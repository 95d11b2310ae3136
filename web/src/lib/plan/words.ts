import { m } from 'virtual:messages';
import { monthsBetween, type Month } from '#functions/domain/calendar.ts';
import type { Figure } from '#functions/domain/figureCatalogue.ts';
import { monthName, named, number } from '#lib/i18n/format.ts';
import { dollars } from '#lib/money/usd.ts';
import type { PlanStanding } from './standing.ts';

/** A figure's value in its unit; nobody plans cents. */
export function valueText({ unit }: Pick<Figure, 'unit'>, value: number): string {
  return unit === 'usdCents' ? dollars(value) : number(value);
}

/** How a figure stands to its plan, and when it is reached at this pace, in plain sentences. */
export function planSays(standing: PlanStanding): string {
  const { figure, unregistered } = standing;
  return [
    againstPlan(standing),
    whenReached(standing),
    ...(unregistered > 0 && figure.unit === 'facilities' ? [m.planToRegister({ n: unregistered })] : []),
  ]
    .filter(Boolean)
    .join(' ');
}

function againstPlan({ figure, month, now, planned }: PlanStanding): string {
  if (planned === undefined) return '';
  const said = {
    now: valueText(figure, now),
    month: monthName(month),
    planned: valueText(figure, planned),
    difference: valueText(figure, Math.abs(now - planned)),
  };
  if (now === planned) return m.planExact(said);
  return now > planned ? m.planAhead(said) : m.planBehind(said);
}

function whenReached({ figure, goal, told }: PlanStanding): string {
  const value = valueText(figure, goal.value);
  if (told.state === 'reached') return m.planReached({ goal: value });
  if (told.state === 'tooLittleData') return m.planTooLittle({ goal: value });
  const what =
    figure.name === 'facilitiesLive'
      ? m.planReachLive({ n: goal.value })
      : m.planReachFigure({ figure: named(figure.names), goal: value });
  const { early, likely, late } = told.finish;
  if (!early) return m.planPaceNever({ what });
  if (!likely) return m.planPaceFar({ what, early: monthName(early) });
  const said = {
    what,
    early: monthName(early),
    likely: monthName(likely),
    compared: comparedWith(goal.month, likely),
  };
  return late ? m.planPace({ ...said, late: monthName(late) }) : m.planPaceOpen(said);
}

function comparedWith(planned: Month, likely: Month): string {
  const months = Math.max(monthsBetween(planned, likely).length, monthsBetween(likely, planned).length) - 1;
  if (months === 0) return m.planInTime();
  return likely > planned ? m.monthsAfterPlan({ n: months }) : m.monthsBeforePlan({ n: months });
}
