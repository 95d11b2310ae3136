// Loaded by screens: nothing of a schema is in here.

/** The last day of each class of durations; what took longer than the last of them is in a class of its own. */
const lastDays = [7, 14, 30, 60, 90, 180, 365] as const;

/** The classes of durations by number, from 1. */
export const dayClasses = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type DayClass = (typeof dayClasses)[number];

/** A number of days that is known to its class: within it, it is as if they were spread evenly. */
export interface Days {
  days: number;
  /** It took longer than the classes tell. */
  isOver?: true;
}

/** The class of so many days. */
export function dayClassOf(days: number): DayClass {
  return dayClasses.find((_, index) => days <= (lastDays[index] ?? Infinity)) ?? 8;
}

/** The days within which a share of the units went; undefined where none did. */
export function daysWithin(share: number, unitsIn: (dayClass: DayClass) => number): Days | undefined {
  const all = dayClasses.reduce((sum, one) => sum + unitsIn(one), 0);
  if (all <= 0) return undefined;
  const wanted = share * all;
  let before = 0;
  for (const [index, dayClass] of dayClasses.entries()) {
    const [units, last] = [unitsIn(dayClass), lastDays[index]];
    if (last === undefined) break;
    if (units > 0 && before + units >= wanted) {
      const first = lastDays[index - 1] ?? 0;
      return { days: Math.round(first + ((last - first) * (wanted - before)) / units) };
    }
    before += units;
  }
  return { days: lastDays.at(-1) ?? 0, isOver: true };
}
