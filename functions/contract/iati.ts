import * as z from 'zod/mini';
import { DonorId } from '../domain/equipment/giverIds.ts';
import { IatiGap } from '../domain/iati/gap.ts';
import { answer, nothing, params, signedIn } from './route.ts';

/** A file of IATI 2.03, where there is anything to tell, and what is missing in it. */
export const IatiFile = z.strictObject({
  file: z.optional(z.strictObject({ name: z.string(), xml: z.string() })),
  gaps: z.array(IatiGap),
});

export const iatiRoutes = {
  /** What the ministry reports: aid that was pledged, agreed and received. */
  recipient: signedIn('GET', '/iati/recipient').input(nothing).output(answer(IatiFile)),
  /** What a donor reports. */
  donor: signedIn('GET', '/iati/donors/{donorId}')
    .input(params({ donorId: DonorId }))
    .output(answer(IatiFile)),
};
