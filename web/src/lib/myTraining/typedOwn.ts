import type { Day } from '#functions/domain/calendar.ts';
import type { ToldSession } from '#functions/domain/training/trainingSession.ts';
import {
  emptyFacts,
  factsOf,
  faultyFacts,
  firstDay,
  typedFacts,
  type TypedFacts,
} from '#lib/training/typedFacts.ts';
import {
  agrees,
  staffFault,
  staffOf,
  trainedBefore,
  typedStaff,
  type TrainedBefore,
  type TypedStaff,
} from '#lib/training/typedStaff.ts';
import type { MyTraining } from './myTrainingData.ts';
import type { TrainingEntry } from './trainingCommands.ts';

/** What a head types of a session: what it was, where the own facility held it, and who was there. */
export interface TypedOwn {
  facts: TypedFacts;
  staff: TypedStaff;
  before: TrainedBefore;
}

/** The name under which a device keeps the form of a session; `new` for one that is not known yet. */
export const ownForm = (sessionId: string): string => `training ${sessionId}`;

/** An empty form. */
export function emptyOwn(today: Day): TypedOwn {
  return { facts: { ...emptyFacts, day: today }, staff: typedStaff(), before: '' };
}

/** What is known of who was there, to be typed on. */
export function typedOfStaff(staff: ToldSession['lines'][number]['staff'], today: Day): TypedOwn {
  return { ...emptyOwn(today), staff: typedStaff(staff), before: trainedBefore([staff]) };
}

/** What waits on this device, to be mended. */
export function typedOfEntry(entry: TrainingEntry, today: Day): TypedOwn {
  const { body } = entry;
  if ('staff' in body) return typedOfStaff(body.staff, today);
  const staff = body.lines[0]?.staff ?? {};
  return { ...typedOfStaff(staff, today), facts: typedFacts(body) };
}

/** The fields that are not right yet. */
export function faultyOwn(
  { facts, staff, before }: TypedOwn,
  on: { isNew: boolean; solutions: MyTraining['solutions']; programmeStart: Day; today: Day },
): string[] {
  const first = firstDay(facts, on.solutions, on);
  const isWrong = staffFault(staff) !== undefined;
  return [
    ...(on.isNew ? faultyFacts(facts, first, on.today) : []),
    ...(isWrong ? ['staff'] : []),
    ...(!isWrong && !agrees(before, [staffOf(staff)]) ? ['before'] : []),
  ];
}

/** A session that the own facility held, as the API takes it. */
export function toldOwn({ facts, staff }: TypedOwn, facilityId: string): ToldSession {
  return {
    ...factsOf(facts),
    host: { kind: 'facility', facilityId },
    lines: [{ facilityId, staff: staffOf(staff) }],
  };
}
