import * as z from 'zod/mini';
import { DataPackage } from '../domain/release/dataPackage.ts';
import { PublicRelease, PublicReleaseHead } from '../domain/release/publicRelease.ts';
import { releasePath } from './releases.ts';
import { answer, nothing, open, params } from './route.ts';

/** An answer that is a text of CSV and no JSON. */
export const csvType = 'text/csv; charset=utf-8';
export const csv = z.strictObject({
  headers: z.strictObject({ 'content-type': z.literal(csvType) }),
  body: z.string(),
});

/** What everybody may read and use, without signing in. */
export const openDataRoutes = {
  releases: open('/public/releases')
    .input(nothing)
    .output(answer(z.strictObject({ releases: z.array(PublicReleaseHead) }))),
  release: open('/public/releases/{releaseId}').input(params(releasePath)).output(answer(PublicRelease)),
  /** The same figures in rows of one value each, as CSV. */
  figures: open('/public/releases/{releaseId}/figures.csv').input(params(releasePath)).output(csv),
  /** What the files of a release are and mean. */
  dataPackage: open('/public/releases/{releaseId}/datapackage.json')
    .input(params(releasePath))
    .output(answer(DataPackage)),
};
