import { addMonths, monthOf, monthsBetween, type Month } from '../calendar.ts';

// Loaded by screens: nothing of a schema is in here.

/** Months without one between, both of them included. */
export interface MonthRun {
  from: Month;
  to: Month;
}

/** A report confirms a facility in its own month and in the two after it. */
export const monthsConfirmed = 3;

/** Whether a facility that is live has been heard of lately, or ever. */
export type Confirmation = 'confirmed' | 'stale' | 'neverReported';

/** From a month on until another, in which it is over; open without one. */
export interface MonthPeriod {
  from: Month;
  until?: Month;
}

/** A facility, as far as its stages and its counted reports say whether it is confirmed. */
interface Heard {
  readonly stages: readonly { readonly stage: string; readonly date: string }[];
  readonly latest?: { readonly counted?: readonly MonthRun[] | undefined } | undefined;
}

/** The months in runs, with one more among them or without it. */
export function withMonth(runs: readonly MonthRun[], month: Month, isCounted: boolean): MonthRun[] {
  const months = new Set(runs.flatMap(({ from, to }) => monthsBetween(from, to)));
  if (isCounted) months.add(month);
  else months.delete(month);
  const now: MonthRun[] = [];
  for (const each of [...months].sort()) {
    const last = now.at(-1);
    if (last && addMonths(last.to, 1) === each) last.to = each;
    else now.push({ from: each, to: each });
  }
  return now;
}

/** The months at whose ends the facility is live and a report of the month or of one of the two before it counts. */
export function confirmedMonths(facility: Heard): MonthPeriod[] {
  const heard: Required<MonthPeriod>[] = [];
  for (const { from, to } of countedOf(facility)) {
    const [last, until] = [heard.at(-1), addMonths(to, monthsConfirmed)];
    if (last && from <= last.until) last.until = until;
    else heard.push({ from, until });
  }
  return livePeriods(facility).flatMap((live) => heard.flatMap((each) => both(live, each)));
}

/** The months at whose ends the facility is live and no report of any month until then counts. */
export function silentMonths(facility: Heard): MonthPeriod[] {
  const first = countedOf(facility)[0]?.from;
  return livePeriods(facility).flatMap((live) =>
    first ? both(live, { from: live.from, until: first }) : live,
  );
}

/** Where a facility stands at the end of a month; undefined where it is not live then. */
export function confirmationIn(facility: Heard, month: Month): Confirmation | undefined {
  const isIn = ({ from, until }: MonthPeriod) => from <= month && (!until || month < until);
  if (!livePeriods(facility).some(isIn)) return undefined;
  if (confirmedMonths(facility).some(isIn)) return 'confirmed';
  return silentMonths(facility).some(isIn) ? 'neverReported' : 'stale';
}

const countedOf = ({ latest }: Heard): readonly MonthRun[] => latest?.counted ?? [];

/** The months at whose ends the facility is live. */
function livePeriods({ stages }: Heard): MonthPeriod[] {
  return stages.flatMap(({ stage, date }, index) => {
    if (stage !== 'live') return [];
    const left = stages[index + 1]?.date;
    const [from, until] = [monthOf(date), left && monthOf(left)];
    return until === undefined ? [{ from }] : until > from ? [{ from, until }] : [];
  });
}

function both(a: MonthPeriod, b: Required<MonthPeriod>): MonthPeriod[] {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until && a.until < b.until ? a.until : b.until;
  return from < until ? [{ from, until }] : [];
}
