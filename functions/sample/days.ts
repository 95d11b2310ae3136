import { addDays, type Day } from '../domain/calendar.ts';

/** The day itself, or the Friday before a weekend. */
export function workdayUpTo(day: Day): Day {
  return addDays(day, -Math.max(0, weekday(day) - 5));
}

/** The day itself, or the Monday after a weekend. */
export function workdayFrom(day: Day): Day {
  return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day;
}

/** 1 for Monday to 7 for Sunday. */
function weekday(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}
