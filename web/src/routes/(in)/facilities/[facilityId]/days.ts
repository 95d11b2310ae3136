import type { Day } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Facility } from '#functions/domain/facility/facility.ts';
import { firstDayToMove } from '#functions/domain/facility/facilityMove.ts';

/** From the first day to the last, both included. */
export interface Days {
  first: Day;
  last: Day;
}

type Staged = Pick<Facility, 'stages'>;
type Programme = Pick<CountryPack, 'programmeStart'>;

/** The days on which a stage can have begun: in the programme, and not past the stages before and after it. */
export function daysOfStage({ stages }: Staged, index: number, pack: Programme, today: Day): Days {
  const [before, after] = [stages[index - 1], stages[index + 1]];
  return {
    first: before && before.date > pack.programmeStart ? before.date : pack.programmeStart,
    last: after && after.date < today ? after.date : today,
  };
}

/** The days on which the facility can go on to its next stage. */
export function daysOfNext(facility: Staged, pack: Programme, today: Day): Days {
  return daysOfStage(facility, facility.stages.length, pack, today);
}

/** The days from which the facility can be in another region. */
export function daysOfMove(
  facility: Pick<Facility, 'stages' | 'formerRegions'>,
  { programmeStart }: Programme,
  today: Day,
): Days {
  const first = firstDayToMove(facility);
  return { first: first > programmeStart ? first : programmeStart, last: today };
}
