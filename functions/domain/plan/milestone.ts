import * as z from 'zod/mini';
import type { CountryPack } from '../countryPack.ts';
import { NewProperNames, ProperNames } from '../names.ts';
import { ensure } from '../refusal.ts';
import { planDays } from './planDays.ts';

/** When it was, as exactly as it is known: a day, a month or a year. */
export const MilestoneDate = z
  .string()
  .check(z.regex(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));

export const MilestoneId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,59}$/));

const count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));

/** What is known of a national event. */
export const MilestoneProfile = z.strictObject({
  names: ProperNames,
  on: MilestoneDate,
  /** What it came to, and of how many, such as 31 of 41 packages. */
  count: z.optional(count),
  of: z.optional(count),
  /** It was entered by mistake: no chart shows it. */
  isWithdrawn: z.optional(z.literal(true)),
});
export type MilestoneProfile = z.infer<typeof MilestoneProfile>;

export const NewMilestoneProfile = z.extend(MilestoneProfile, { names: NewProperNames });

/** A dated event of the country's on the way. */
export const Milestone = z.extend(MilestoneProfile, {
  milestoneId: MilestoneId,
  version: z.int().check(z.minimum(1)),
});
export type Milestone = z.infer<typeof Milestone>;

/** The milestone becomes this one, as a whole. */
export function setMilestone(
  before: Milestone | undefined,
  { milestoneId, ...profile }: Omit<Milestone, 'version'>,
  { languages, programmeStart }: Pick<CountryPack, 'languages' | 'programmeStart'>,
): Milestone {
  for (const language of languages)
    ensure(profile.names[language], 'invalid', "Names are given in each of the country's languages.", {
      field: `names.${language}`,
    });
  const { on, count: reached, of: whole } = profile;
  ensure(isDate(on), 'dateNotAllowed', 'There is no such day.', { field: 'on' });
  const { last } = planDays({ programmeStart });
  ensure(on.slice(0, 4) <= last.slice(0, 4), 'tooHigh', `A milestone is not after ${last}.`, { field: 'on' });
  ensure(
    whole === undefined || (reached !== undefined && reached <= whole),
    'moreThanItsWhole',
    'A part is not more than its whole.',
    { field: 'count' },
  );
  return { milestoneId, ...profile, version: (before?.version ?? 0) + 1 };
}

/** Whether a day is in the calendar; a month and a year always are. */
const isDate = (on: string): boolean => on.length < 10 || new Date(on).toISOString().startsWith(on);
