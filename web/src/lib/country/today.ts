import type { Day } from '#functions/domain/calendar.ts';

/** The day on this device's own calendar. */
export function todayHere(now = new Date()): Day {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
