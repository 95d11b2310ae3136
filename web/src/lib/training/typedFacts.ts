import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { Day } from '#functions/domain/calendar.ts';
import { mostHours, type TrainingMode } from '#functions/domain/training/bounds.ts';
import type { Solution } from '#functions/domain/solution/solution.ts';
import type { SessionFacts } from '#functions/domain/training/trainingSession.ts';
import { isDayWithin } from '#lib/record/typed.ts';

/** What a session was, as it is typed. */
export interface TypedFacts {
  day: string;
  /** A solution's code, or `*` for something else. */
  about: string;
  topic: string;
  provider: string;
  mode: TrainingMode | '';
  hours: string;
}

/** Something that is no solution. */
export const somethingElse = '*';

export const emptyFacts: TypedFacts = { day: '', about: '', topic: '', provider: '', mode: '', hours: '' };

/** What a session was, to be typed on. */
export function typedFacts({ day, solutionId, topic, provider, mode, hours }: SessionFacts): TypedFacts {
  const about = solutionId ?? somethingElse;
  return { day, about, topic: topic ?? '', provider, mode, hours: String(hours) };
}

/** Hours with a point or a comma before the half; undefined where it is no number of halves. */
export function hoursIn(text: string): number | undefined {
  const hours = Number(text.trim().replace(',', '.') || 'none');
  return hours >= 0.5 && hours <= mostHours && Number.isInteger(hours * 2) ? hours : undefined;
}

/** As the API takes it, once it is right. */
export function factsOf({ day, about, topic, provider, mode, hours }: TypedFacts): SessionFacts {
  const subject = about === somethingElse ? { topic: topic.trim() } : { solutionId: about };
  return { day, ...subject, provider: provider.trim(), mode: mode || 'onSite', hours: hoursIn(hours) ?? 0 };
}

/** The first day on which there may be a session: of a solution, the day from which there is one. */
export function firstDay(
  { about }: Pick<TypedFacts, 'about'>,
  solutions: Pick<Solution, 'solutionId' | 'stages'>[],
  { programmeStart }: Pick<CountryPack, 'programmeStart'>,
): Day {
  const begun = solutions.find(({ solutionId }) => solutionId === about)?.stages[0]?.date;
  return begun && begun > programmeStart ? begun : programmeStart;
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFacts(typed: TypedFacts, first: Day, today: Day): string[] {
  const isRight: Record<string, boolean> = {
    day: isDayWithin(typed.day, first, today),
    solutionId: typed.about !== '',
    topic: typed.about !== somethingElse || typed.topic.trim() !== '',
    provider: typed.provider.trim() !== '',
    mode: typed.mode !== '',
    hours: hoursIn(typed.hours) !== undefined,
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}
