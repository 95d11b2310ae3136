import * as z from 'zod/mini';
import { Month } from '../domain/calendar.ts';
import { CommandHead } from '../domain/command.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { DonorId } from '../domain/equipment/giverIds.ts';
import { Milestone } from '../domain/plan/milestone.ts';
import { ProgressCube } from '../domain/progress.ts';
import { ChangedRecord } from '../domain/release/changedRecord.ts';
import { OpenReport, Release, ReleaseOrder, ToldRelease } from '../domain/release/release.ts';
import { answer, history, nothing, params, signedIn } from './route.ts';

/** Whatever may have become of an id: one that is no release's is refused as such. */
export const releasePath = { releaseId: z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/)) };

/** Which page of the reports that were open, from 0. */
const OpenPage = z.string().check(z.regex(/^\d{1,4}$/));

/** The record after which a page of changed records begins. */
const ChangedPage = z.string().check(z.regex(/^[0-9A-Za-z~-]{1,80}$/));

export const releaseRoutes = {
  list: signedIn('GET', '/releases')
    .input(nothing)
    .output(answer(z.strictObject({ releases: z.array(ToldRelease) }))),
  make: signedIn('POST', '/releases')
    .input(z.extend(nothing, { body: z.extend(ReleaseOrder, CommandHead.shape) }))
    .output(answer(Release)),
  /** A release with the country's figures, as far as the reader may see where things are. */
  get: signedIn('GET', '/releases/{releaseId}')
    .input(params(releasePath))
    .output(
      answer(z.strictObject({ release: ToldRelease, cube: ProgressCube, milestones: z.array(Milestone) })),
    ),
  /** The reports that were open when it was made, a page at a time, and how many there are of them. */
  open: signedIn('GET', '/releases/{releaseId}/open')
    .input(
      z.object({
        params: z.strictObject(releasePath),
        query: z.strictObject({ page: z.optional(OpenPage) }),
      }),
    )
    .output(
      answer(z.strictObject({ reports: z.array(OpenReport), size: z.int(), next: z.optional(OpenPage) })),
    ),
  /** Its figures as they are now, to be told beside those that were cited. */
  now: signedIn('GET', '/releases/{releaseId}/now')
    .input(params(releasePath))
    .output(answer(z.strictObject({ cube: ProgressCube }))),
  /** The records that moved a figure in a row and month after it was made, as far as records do: facilities, reports and training. */
  changed: signedIn('GET', '/releases/{releaseId}/changed/{figure}')
    .input(
      z.object({
        params: z.strictObject({
          ...releasePath,
          figure: z.string().check(z.regex(/^[a-zA-Z][0-9a-zA-Z.]{0,99}$/)),
        }),
        query: z.strictObject({ row: RegionCode, month: Month, after: z.optional(ChangedPage) }),
      }),
    )
    .output(answer(z.strictObject({ records: z.array(ChangedRecord), next: z.optional(ChangedPage) }))),
  ofDonor: signedIn('GET', '/releases/{releaseId}/donors/{donorId}')
    .input(params({ ...releasePath, donorId: DonorId }))
    .output(answer(z.strictObject({ cube: ProgressCube }))),
  /** The releases of its month: who made which, and why again. */
  history: signedIn('GET', '/releases/{releaseId}/history').input(params(releasePath)).output(history),
};
