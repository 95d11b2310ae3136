import * as z from 'zod/mini';
import { Month } from '../domain/calendar.ts';
import { RegionCode } from '../domain/countryPack.ts';
import { DonorId } from '../domain/equipment/giverIds.ts';
import { ProgressCube, ProgressSummary } from '../domain/progress.ts';
import { PublicReleaseHead, ToldProgress } from '../domain/release/publicRelease.ts';
import { SolutionId } from '../domain/solution/solutionTerms.ts';
import { answer, nothing, params, query, signedIn, tag, tagged } from './route.ts';

/** Given equipment of one type, one solution or one donor. */
const EquipmentScope = z.templateLiteral([
  z.enum(['type', 'solution', 'donor']),
  ':',
  z.string().check(z.regex(/^[a-z][a-zA-Z0-9-]{1,59}$/)),
]);

/** What equipment of a type, for a solution, took to be mended. */
export const Repairs = z.strictObject({
  region: RegionCode,
  equipmentType: z.string(),
  solutionId: z.optional(SolutionId),
  /** Units that were mended. */
  repairs: z.int(),
  /** Days on which units did not work, each unit's own, of faults that are over. */
  downtimeDays: z.int(),
});

/** What became of a donor's aid as it is told outside; in the nation's own row is what is in no region that is told. */
export const DonorFigures = z.strictObject({
  cube: ProgressCube,
  /** The newest month of which the use is told, and of how many reports; there may be none yet. */
  use: z.optional(z.strictObject({ month: Month, reportsExpected: z.int(), reportsApproved: z.int() })),
  /** What tells the use, and what was done for people; without it neither is told yet. */
  release: z.optional(PublicReleaseHead),
});
export type DonorFigures = z.infer<typeof DonorFigures>;

export const progressRoutes = {
  cube: signedIn('GET', '/progress').input(tag).output(tagged(ToldProgress)),
  summary: signedIn('GET', '/progress/summary')
    .input(query({ month: Month }))
    .output(answer(ProgressSummary)),
  /** How far given equipment came: all of it, or that of one type, solution or donor. */
  equipment: signedIn('GET', '/progress/equipment')
    .input(z.extend(tag, { query: z.strictObject({ scope: z.optional(EquipmentScope) }) }))
    .output(tagged(ProgressCube)),
  ofDonor: signedIn('GET', '/progress/donors/{donorId}')
    .input(params({ donorId: DonorId }))
    .output(answer(DonorFigures)),
  /** The repairs of the last twelve months. */
  repairs: signedIn('GET', '/progress/repairs')
    .input(nothing)
    .output(answer(z.strictObject({ since: Month, repairs: z.array(Repairs) }))),
};
