import { addDays, type Day } from '#functions/domain/calendar.ts';
import type { ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import { isEnded } from '#functions/domain/equipment/standing.ts';
import type { Facility } from '#functions/domain/facility/facility.ts';
import {
  checksFor,
  mostDaysToLookAgain,
  readinessChecks,
  type CheckName,
  type LookedAt,
} from '#functions/domain/facility/readiness.ts';
import { plainText } from '#functions/domain/plainText.ts';
import { isDayWithin } from '#lib/record/typed.ts';

/** The solutions that a facility uses, has or gets equipment for, or has been looked at for. */
export function solutionsToCheck(
  { adoptions = [], readiness = [] }: Pick<Facility, 'adoptions' | 'readiness'>,
  consignments: Pick<ConsignmentRow, 'solutionId' | 'state'>[],
): string[] {
  const equipped = consignments.filter((row) => !isEnded(row)).flatMap(({ solutionId }) => solutionId ?? []);
  const told = [...readiness, ...adoptions].map(({ solutionId }) => solutionId);
  return [...new Set([...told, ...equipped])].toSorted();
}

/** What somebody has found of a check, as it was typed. */
export interface TypedCheck {
  found: 'met' | 'gap' | '';
  note: string;
  lookAgainOn: Day;
}
export type TypedChecklist = { on: Day } & Record<CheckName, TypedCheck>;

/** The form of what is known of a facility's readiness for a solution, for somebody who looks at it on this day. */
export function checklistForm(facility: Facility, solutionId: string, on: Day): TypedChecklist {
  const known = new Map(checksFor(facility, solutionId).map((check) => [check.check, check]));
  const typed = (name: CheckName): TypedCheck => {
    const { isMet, note = '', lookAgainOn = '' } = known.get(name) ?? {};
    return { found: isMet === undefined ? '' : isMet ? 'met' : 'gap', note, lookAgainOn };
  };
  return {
    on,
    power: typed('power'),
    internet: typed('internet'),
    room: typed('room'),
    operatorRole: typed('operatorRole'),
    spareParts: typed('spareParts'),
    wastePlan: typed('wastePlan'),
  };
}

/** The days on which a gap can be looked at again that was found on a day. */
export function lookAgainBetween(on: Day): { first: Day; last: Day } {
  const isDay = on.length === 10;
  return { first: isDay ? addDays(on, 1) : '', last: isDay ? addDays(on, mostDaysToLookAgain) : '' };
}

/** The fields that are not right yet, in the order of the form. */
export function checklistFaults(
  typed: TypedChecklist,
  begun: TypedChecklist,
  days: { first: Day; last: Day },
): string[] {
  const isDayRight = isDayWithin(typed.on, days.first, days.last);
  const again = lookAgainBetween(typed.on);
  const told = toldIn(typed, begun);
  const faults = told.flatMap((name) => {
    const { found, note, lookAgainOn } = typed[name];
    const isAgainWrong = found === 'gap' && !isDayWithin(lookAgainOn, again.first, again.last);
    const isNoteWrong = note.trim() !== '' && note.trim().length < 3;
    return [...(isAgainWrong ? [`${name}.lookAgainOn`] : []), ...(isNoteWrong ? [`${name}.note`] : [])];
  });
  return [
    ...(isDayRight ? [] : ['on']),
    ...(told.length === 0 ? [`${readinessChecks[0]}.found`] : []),
    ...faults,
  ];
}

/** What was found, as the API takes it: what the form says anew or, where that is nothing, that all is as it was. */
export function lookedIn(typed: TypedChecklist, begun: TypedChecklist): { on: Day; checks: LookedAt[] } {
  const checks = toldIn(typed, begun).map((check): LookedAt => {
    const { found, note, lookAgainOn } = typed[check];
    const isMet = found === 'met';
    return {
      check,
      isMet,
      ...(note.trim() && { note: note.trim() }),
      ...(!isMet && { lookAgainOn }),
    };
  });
  return { on: typed.on, checks };
}

function toldIn(typed: TypedChecklist, begun: TypedChecklist): CheckName[] {
  const answered = readinessChecks.filter((name) => typed[name].found);
  const anew = answered.filter((name) => plainText(typed[name]) !== plainText(begun[name]));
  return anew.length > 0 ? anew : answered;
}
