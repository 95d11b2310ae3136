import { addMonths, monthOf, type Day, type Month } from '../calendar.ts';
import { negative, summed, type Amounts, type Contribution } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { confirmedMonths, silentMonths, type MonthPeriod } from './confirmed.ts';
import type { Facility } from './facility.ts';
import { regionInMonth } from './facilityRegion.ts';
import type { InRow } from '../equipment/countedMonth.ts';
import type { Period } from '../period.ts';
import { liveMonths } from '../report/liveMonths.ts';
import { stageFigure } from './facilityFigures.ts';
import { capablePeriods } from '../solution/capable.ts';
import { capabilityFigure } from '../solution/solutionFigures.ts';
import { hiddenContributions, outsideScope } from '../toldOutside.ts';
import { confirmationFigures, facilityConcernFigure, facilityConcerns } from './facilityConcern.ts';
import { joined } from './joined.ts';
import { periodsOfConcern } from './periodsOfConcern.ts';

/**
 * A facility counts once in the stage it is in: each change adds to the new stage and takes from the old, in its month.
 * It joins once, where it first is live, and that stays counted there whether it is suspended or moves.
 * A report is expected of it from the first month in which it is live to the last; who leaves is no longer expected
 * from the next month on. It counts once for each capability, however many of its solutions it has adopted, and once for
 * each concern, from the day on which that is one, which may lie ahead: who looks again before takes it away. While it is live it counts as confirmed as long as its
 * counted reports say so, which lies ahead too. That it hides, and
 * that a report is expected of it, also counts where it is looked up for those outside.
 */
export function facilityContributions(facility: CountedFacility, pack: CountryPack): Contribution[] {
  const at = (month: Month, amounts: Amounts): Change => ({
    month: withinProgramme(month, pack.programmeStart),
    amounts,
  });
  const stages = facility.stages.flatMap(({ stage, date }, index) => {
    const before = facility.stages[index - 1];
    const leaves = before ? [at(monthOf(date), { [stageFigure(before.stage)]: -1 })] : [];
    return [...leaves, at(monthOf(date), { [stageFigure(stage)]: 1 })];
  });
  const joins = facility.stages
    .filter(({ stage }) => stage === 'live')
    .slice(0, 1)
    .map(({ date }) => at(monthOf(date), { [joined.name]: 1 }));
  const expected = liveMonths(facility).flatMap(({ first, last }) => [
    at(first, { reportsExpected: 1 }),
    ...(last ? [at(addMonths(last, 1), { reportsExpected: -1 })] : []),
  ]);
  const during = (name: string, periods: Period[]) =>
    periods.flatMap(({ from, until }) => [
      at(monthOf(from), { [name]: 1 }),
      ...(until ? [at(monthOf(until), { [name]: -1 })] : []),
    ]);
  const whileIn = (name: string, periods: MonthPeriod[]) =>
    periods.flatMap(({ from, until }) => [
      at(from, { [name]: 1 }),
      ...(until ? [at(until, { [name]: -1 })] : []),
    ]);
  const heard = [
    ...whileIn(confirmationFigures.confirmed, confirmedMonths(facility)),
    ...whileIn(confirmationFigures.neverReported, silentMonths(facility)),
  ];
  const capable = pack.capabilities.flatMap(({ code }) =>
    during(capabilityFigure('facilitiesWith', code), capablePeriods(facility, code)),
  );
  const concerns = facilityConcerns.flatMap((concern) =>
    during(facilityConcernFigure(concern), periodsOfConcern(facility, concern)),
  );
  const rows = inRows(facility, [...stages, ...expected, ...capable, ...concerns, ...heard]);
  return summed([
    ...rows.map((row) => ({ scope: 'country' as const, ...row })),
    ...joins.map((one) => ({
      scope: 'country' as const,
      row: regionInMonth(facility, one.month),
      ...one,
    })),
    ...inRows(facility, expected).map((row) => ({ scope: outsideScope, ...row })),
    ...hiddenContributions(facility, pack),
  ]);
}

/** A facility, as far as it adds to progress. */
export type CountedFacility = Pick<
  Facility,
  'region' | 'formerRegions' | 'stages' | 'latest' | 'adoptions' | 'readiness' | 'locationPolicy'
>;

/** A level becomes another in a month, wherever that is. */
type Change = Pick<Contribution, 'month' | 'amounts'>;

/** Each change in the row of its month's region; with a move, the levels reached until then leave one row for the other. */
function inRows(facility: CountedFacility, changes: Change[]): InRow[] {
  const months = new Set((facility.formerRegions ?? []).map(({ until }) => monthOf(until)));
  const moved = [...months].flatMap((month) =>
    changes
      .filter((change) => change.month < month)
      .flatMap(({ amounts }): InRow[] => [
        { row: regionInMonth(facility, addMonths(month, -1)), month, amounts: negative(amounts) },
        { row: regionInMonth(facility, month), month, amounts },
      ]),
  );
  return [...changes.map((change) => ({ row: regionInMonth(facility, change.month), ...change })), ...moved];
}

/** A day written down before days were bounded counts from the programme's first month, so that the facility counts at all. */
function withinProgramme(month: Month, programmeStart: Day): Month {
  const first = monthOf(programmeStart);
  return month < first ? first : month;
}
