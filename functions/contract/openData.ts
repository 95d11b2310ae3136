import * as z from 'zod/mini';
import { PublicRelease, PublicReleaseHead } from '../domain/release/publicRelease.ts';
import { releasePath } from './releases.ts';
import { answer, nothing, open, params } from './route.ts';

/** What everybody may read and use, without signing in. */
export const openDataRoutes = {
  releases: open('/public/releases')
    .input(nothing)
    .output(answer(z.strictObject({ releases: z.array(PublicReleaseHead) }))),
  release: open('/public/releases/{releaseId}').input(params(releasePath)).output(answer(PublicRelease)),
};
