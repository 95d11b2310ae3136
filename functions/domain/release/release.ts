import * as z from 'zod/mini';
import { Day, Instant, isOver, Month, monthOf } from '../calendar.ts';
import { RegionCode, type CountryPack } from '../countryPack.ts';
import { FacilityId } from '../facility/facilityProfile.ts';
import { ProperNames } from '../names.ts';
import { Person } from '../person.ts';
import { ensure } from '../refusal.ts';
import { textOf } from '../text.ts';
import { lettersOf, releaseIdOf } from './releaseId.ts';

/**
 * A report that was open when a release was made: not handed in, sent back, or waiting for review, be it whole or as the
 * correction of one that is approved.
 */
export const OpenReport = z.strictObject({
  facilityId: FacilityId,
  names: ProperNames,
  region: RegionCode,
  month: Month,
  standing: z.enum(['missing', 'returned', 'waiting', 'correcting']),
});
export type OpenReport = z.infer<typeof OpenReport>;

/** A part of a release's content, and what checks it. */
const ContentPart = z.strictObject({ name: z.string(), digest: z.string(), items: z.int() });

/** The approved figures of a month, frozen: what it says of itself. Its content is kept beside it. */
export const Release = z.strictObject({
  releaseId: z.string(),
  month: Month,
  /** 1, and one more for each release of the same month after it. */
  version: z.int().check(z.minimum(1)),
  madeOn: Day,
  at: Instant,
  by: Person,
  /** Why there is a version after the first. */
  reason: z.optional(z.string()),
  /** Reports that were not approved then: of the month itself; and what waited of months before, corrections among it. */
  open: z.strictObject({ ofMonth: z.int(), expected: z.int(), before: z.int() }),
  /** A few of its figures, for lists. */
  figures: z.record(z.string(), z.number()),
  content: z.array(ContentPart),
});
export type Release = z.infer<typeof Release>;

/** A release as it is told: who made it is not for everybody. */
export const ToldRelease = z.strictObject({ ...Release.shape, by: z.optional(Person) });
export type ToldRelease = z.infer<typeof ToldRelease>;

/** What someone asks for who makes a release. */
export const ReleaseOrder = z.strictObject({ month: Month, reason: z.optional(textOf(3, 500)) });
export type ReleaseOrder = z.infer<typeof ReleaseOrder>;

/** Refuses a release that may not be: of a month that is not over, before a newer one, or again without a reason. */
export function ensureReleasable(
  { month, reason }: ReleaseOrder,
  released: Pick<Release, 'month'>[],
  { programmeStart }: Pick<CountryPack, 'programmeStart'>,
  today: Day,
): void {
  ensure(isOver(month, today), 'monthNotOver', 'This month is not over yet.', { field: 'month' });
  ensure(
    month >= monthOf(programmeStart),
    'dateNotAllowed',
    `The programme began on ${programmeStart}: there is nothing of this month.`,
    { field: 'month' },
  );
  ensure(
    released.every((one) => one.month <= month),
    'wrongState',
    'A later month is released already: corrections join the next release.',
    { field: 'month' },
  );
  ensure(
    reason !== undefined || released.every((one) => one.month !== month),
    'invalid',
    'Say why there is another release of this month.',
    { field: 'reason' },
  );
}

/** The release as it is given its id; `digest` stands for all of its content, in hexadecimal digits. */
export function released(told: Omit<Release, 'releaseId'>, digest: string): Release {
  const { month, version } = told;
  return { releaseId: releaseIdOf({ month, version, letters: lettersOf(digest) }), ...told };
}
