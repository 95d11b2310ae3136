import * as z from 'zod/mini';
import { Milestone } from '../plan/milestone.ts';
import { ProgressCube } from '../progress.ts';
import { Release } from './release.ts';

/** Under what everybody may use what is released, by its identifier in the SPDX list. */
export const publicLicence = 'CC-BY-4.0';

/** What everybody is told of a release itself: not who made it, nor why again, nor how it is kept. */
export const PublicReleaseHead = z.strictObject({
  releaseId: Release.shape.releaseId,
  month: Release.shape.month,
  version: Release.shape.version,
  madeOn: Release.shape.madeOn,
  /** Reports that were not approved then, and are not in its figures. */
  open: Release.shape.open,
});
export type PublicReleaseHead = z.infer<typeof PublicReleaseHead>;

/** A release as everybody may read it. */
export const PublicRelease = z.strictObject({
  release: PublicReleaseHead,
  licence: z.literal(publicLicence),
  /** Its approved figures; small counts of people are not shown in it, which is not zero. */
  cube: ProgressCube,
  milestones: z.array(Milestone),
});
export type PublicRelease = z.infer<typeof PublicRelease>;

/** The country's progress as someone is told it: as it is now, or as the release tells it that is named. */
export const ToldProgress = z.extend(ProgressCube, { release: z.optional(PublicReleaseHead) });
export type ToldProgress = z.infer<typeof ToldProgress>;

/** What everybody is told of a release itself. Each field is named: what a release learns to say is not public by that. */
export function publicHead({ releaseId, month, version, madeOn, open }: Release): PublicReleaseHead {
  return { releaseId, month, version, madeOn, open };
}
