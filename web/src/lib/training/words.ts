import { m } from 'virtual:messages';
import type { Day } from '#functions/domain/calendar.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { ProperNames } from '#functions/domain/names.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import type { AttendanceCount, StaffRole, TrainingMode } from '#functions/domain/training/bounds.ts';
import type { TrainingHost, TrainingSession } from '#functions/domain/training/trainingSession.ts';
import { day, named } from '#lib/i18n/format.ts';
import { regionName } from '#lib/record/labels.ts';

export const staffWords: Record<StaffRole, () => string> = {
  doctor: m.staffDoctors,
  nurse: m.staffNurses,
  paramedic: m.staffParamedics,
  other: m.staffOthers,
};

/** What is counted of those who came. */
export const countWords: Record<AttendanceCount, () => string> = {
  attending: m.trainingCame,
  newToSolution: m.trainingNewToIt,
  newToEquipment: m.trainingNewToEquipment,
};

export const trainingModeWords: Record<TrainingMode, () => string> = {
  onSite: m.trainingOnSite,
  remote: m.trainingRemote,
};

/** What to say at a fact that is not right; its day lies between two. */
export function factFaults(first: Day, last: Day): Record<string, () => string> {
  return {
    day: () => m.moveBetween({ first: day(first), last: day(last) }),
    solutionId: m.trainingSubjectFault,
    topic: m.trainingTopicFault,
    provider: m.trainingProviderFault,
    mode: m.trainingModeFault,
    hours: m.trainingHoursFault,
  };
}

/** The facilities that sessions name, by their codes. */
export type FacilityNames = ReadonlyMap<string, ProperNames>;

/** What the facilities are called that an answer names. */
export function namesIn(facilities: { facilityId: string; names: ProperNames }[]): FacilityNames {
  return new Map(facilities.map(({ facilityId, names }) => [facilityId, names]));
}

/** A facility's name; its code where nobody has told the name. */
export function facilityName(facilityId: string, names: FacilityNames): string {
  const known = names.get(facilityId);
  return known ? named(known) : facilityId;
}

/** What a session was about: a solution by its name, or its own words. */
export function subjectOf(
  { solutionId, topic }: Pick<TrainingSession, 'solutionId' | 'topic'>,
  solutions: Pick<Solution, 'solutionId' | 'names'>[],
): string {
  const solution = solutions.find((one) => one.solutionId === solutionId);
  return solution ? named(solution.names) : (topic ?? solutionId ?? '');
}

/** Who held it. */
export function hostName(host: TrainingHost, names: FacilityNames, pack: CountryPack): string {
  if (host.kind === 'nation') return m.trainingNation();
  return host.kind === 'facility' ? facilityName(host.facilityId, names) : regionName(host.region, pack);
}
