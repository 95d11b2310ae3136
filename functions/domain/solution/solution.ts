import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { ensureInProgramme, ownLanguage, type CountryPack } from '../countryPack.ts';
import { isInside, type Reader } from '../locationPolicy.ts';
import { NewProperNames, ProperNames } from '../names.ts';
import { plainText } from '../plainText.ts';
import { ensure } from '../refusal.ts';
import { ensureCapability } from './capable.ts';
import { FormerTerms, SolutionId, Terms, type SolutionTerms } from './solutionTerms.ts';
import { lineOf } from '../text.ts';

/** Where a solution stands, in order. */
export const solutionStatuses = ['preparing', 'operating', 'retired'] as const;
export const SolutionStatus = z.enum(solutionStatuses);
export type SolutionStatus = z.infer<typeof SolutionStatus>;

/** From a day on the solution stands there. */
export const SolutionStage = z.strictObject({
  status: SolutionStatus,
  date: Day,
  /** The account of whoever said so; not told outside. */
  by: z.optional(z.string()),
});
export type SolutionStage = z.infer<typeof SolutionStage>;

/** What is known of a solution besides where it stands. */
const SolutionProfile = z.extend(Terms, {
  names: ProperNames,
  supplier: z.optional(lineOf(200)),
});

/** A profile as it may be given; edited as a whole. */
export const NewSolutionProfile = z.extend(SolutionProfile, { names: NewProperNames });
export type NewSolutionProfile = z.infer<typeof NewSolutionProfile>;

/** A telemedicine product that the country rolls out. */
export const Solution = z.extend(SolutionProfile, {
  solutionId: SolutionId,
  version: z.int().check(z.minimum(1)),
  /** The version with which its terms came, the first without it; they hold since the last of the former ones. */
  termsVersion: z.optional(z.int()),
  formerTerms: z.optional(z.array(FormerTerms)),
  stages: z.array(SolutionStage).check(z.minLength(1)),
});
export type Solution = z.infer<typeof Solution>;

/** What a solution's profile is judged by. */
export interface SolutionCase {
  pack: CountryPack;
  today: Day;
  /** Those of the indicators it names that belong to another solution. */
  takenIndicators: string[];
}

/** A new solution is in preparation. */
export function registerSolution(
  { solutionId, ...profile }: NewSolutionProfile & { solutionId: string },
  { date, by, ...on }: SolutionCase & { date: Day; by: string },
): Solution {
  ensureInProgramme(date, on.pack, on.today, 'preparingOn');
  ensureProfile(profile, on);
  return { solutionId, ...profile, version: 1, stages: [{ status: 'preparing', date, by }] };
}

/** The profile becomes this one, as a whole. Other terms hold from a day on; until then those before them do. */
export function editSolution(
  solution: Solution,
  profile: NewSolutionProfile,
  { termsFrom = '', ...on }: SolutionCase & { termsFrom?: Day | undefined },
): Solution {
  const { solutionId, version: before, stages, termsVersion, formerTerms } = solution;
  ensureProfile(profile, on);
  if (standingOf({ stages }).status === 'operating') ensureShown(profile);
  const version = before + 1;
  const kept = { solutionId, ...profile, version, stages };
  if (isSameTerms(solution, profile))
    return { ...kept, ...(termsVersion && { termsVersion }), ...(formerTerms && { formerTerms }) };
  const from = termsFrom || on.today;
  const first = stages[0]?.date ?? from;
  ensure(
    from >= first && from <= on.today,
    'dateNotAllowed',
    `The day must lie between ${first} and today.`,
    { field: 'termsFrom' },
  );
  return { ...kept, termsVersion: version, formerTerms: formerSince(solution, from) };
}

/** What held before new terms that hold from a day on. */
function formerSince(solution: Solution, from: Day): FormerTerms[] {
  const { former = [], ...present } = termsOf(solution);
  const until = (day: Day) => (day < from ? day : from);
  return [...former, { ...present, until: from }]
    .map((terms) => ({ ...terms, until: until(terms.until) }))
    .filter((terms, index, all) => terms.until > (all[index - 1]?.until ?? ''));
}

/** Whether a profile has the terms that a solution has; the order in which they are named does not matter. */
export function isSameTerms(a: Terms, b: Terms): boolean {
  const said = ({ capability, equipmentTypes, indicators }: Terms) =>
    plainText([capability, equipmentTypes.toSorted(), indicators.toSorted()]);
  return said(a) === said(b);
}

/** The solution goes on to where it stands next, on a day that is neither before its last change nor in the future. */
export function changeSolutionStage(
  solution: Solution,
  stage: SolutionStage,
  { pack, today }: Pick<SolutionCase, 'pack' | 'today'>,
): Solution {
  const now = standingOf(solution);
  const next = nextStatus(solution);
  ensure(
    stage.status === next,
    'stageNotNext',
    next ? `From ${now.status} a solution goes to ${next}.` : 'A retired solution stays so.',
    { field: 'status' },
  );
  ensureInProgramme(stage.date, pack, today, 'date');
  ensure(stage.date >= now.date, 'dateNotAllowed', 'The day must not lie before the status before it.', {
    field: 'date',
  });
  ensureShown(solution);
  return { ...solution, version: solution.version + 1, stages: [...solution.stages, stage] };
}

/** The solution as a reader may see it: to those outside without the persons who decided. */
export function solutionSeenBy(reader: Reader, solution: Solution): Solution {
  if (isInside(reader)) return solution;
  return { ...solution, stages: solution.stages.map(({ status, date }) => ({ status, date })) };
}

/** Where the solution stands now. */
export function standingOf({ stages }: Pick<Solution, 'stages'>): SolutionStage {
  const last = stages.at(-1);
  ensure(last, 'invalid', 'A solution stands somewhere.');
  return last;
}

/** Where the solution can go from here; a retired one nowhere. */
export function nextStatus(solution: Pick<Solution, 'stages'>): SolutionStatus | undefined {
  return solutionStatuses[solutionStatuses.indexOf(standingOf(solution).status) + 1];
}

/** Whether the solution operates on a day. */
export function operatesOn({ stages }: Pick<Solution, 'stages'>, day: Day): boolean {
  return stages.findLast(({ date }) => date <= day)?.status === 'operating';
}

/** What the solution counts with, and what it counted with before. */
export function termsOf(solution: Solution): SolutionTerms {
  const { capability, equipmentTypes, indicators, termsVersion = 1, formerTerms } = solution;
  const former = formerTerms && { former: formerTerms };
  return { version: termsVersion, capability, equipmentTypes, indicators, ...former };
}

function ensureProfile(
  { names, capability, equipmentTypes, indicators }: NewSolutionProfile,
  { pack, takenIndicators }: SolutionCase,
): void {
  const own = ownLanguage(pack);
  ensure(names[own], 'invalid', `Names are given in the country's own language, "${own}", at least.`, {
    field: `names.${own}`,
  });
  ensureCapability(capability, pack);
  const strange = equipmentTypes.find((type) => !has(pack.equipmentTypes, type));
  ensure(!strange, 'invalid', `There is no equipment type "${strange}".`, { field: 'equipmentTypes' });
  const unknown = indicators.find((code) => !has(pack.indicators, code));
  ensure(!unknown, 'unknownIndicator', `There is no indicator "${unknown}".`, { field: 'indicators' });
  for (const [field, codes] of Object.entries({ equipmentTypes, indicators }))
    ensure(new Set(codes).size === codes.length, 'invalid', 'One of these is named twice.', { field });
  const [taken] = takenIndicators;
  ensure(!taken, 'alreadyExists', `The indicator "${taken}" belongs to another solution.`, {
    field: 'indicators',
  });
}

/** What operates shows its use. */
function ensureShown({ indicators }: Pick<Solution, 'indicators'>): void {
  ensure(indicators.length > 0, 'invalid', 'A solution that operates has an indicator that shows its use.', {
    field: 'indicators',
  });
}

function has(list: readonly { code: string }[], code: string): boolean {
  return list.some((known) => known.code === code);
}
