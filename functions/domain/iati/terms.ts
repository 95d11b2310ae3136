import * as z from 'zod/mini';
import { ensure } from '../refusal.ts';
import {
  aidTypes,
  financeTypes,
  flowTypes,
  identifierPattern,
  policyMarkers,
  sdgTargets,
  sectorCodes,
  significances,
  tiedStatuses,
} from './codeLists.ts';
import { organisationTypes } from './organisationTypes.ts';

export const OrganisationTypeCode = z.enum(organisationTypes);

/** An identifier as it may be given from now on. */
export const NewIatiIdentifier = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(identifierPattern));

/** What IATI wants to know of a donation besides its agreement; what is left out is taken to be as usual. */
export const IatiTerms = z.strictObject({
  /** The donor's own identifier of the activity. */
  activityId: z.optional(
    z.string().check(z.trim(), z.minLength(1), z.maxLength(100), z.regex(identifierPattern)),
  ),
  /** What it is for, in shares that make 100 per cent. */
  sectors: z.optional(
    z
      .array(
        z.strictObject({
          code: z.enum(sectorCodes),
          percentage: z.int().check(z.minimum(1), z.maximum(100)),
        }),
      )
      .check(z.minLength(1), z.maxLength(9)),
  ),
  sdgTargets: z.optional(z.array(z.enum(sdgTargets)).check(z.maxLength(5))),
  policyMarkers: z.optional(
    z
      .array(z.strictObject({ code: z.enum(policyMarkers), significance: z.enum(significances) }))
      .check(z.maxLength(3)),
  ),
  flowType: z.optional(z.enum(flowTypes)),
  financeType: z.optional(z.enum(financeTypes)),
  aidType: z.optional(z.enum(aidTypes)),
  tiedStatus: z.optional(z.enum(tiedStatuses)),
});
export type IatiTerms = z.infer<typeof IatiTerms>;

/** Refuses sectors that are not all of the activity, and what is named twice. */
export function checkIatiTerms({
  sectors,
  sdgTargets: targets = [],
  policyMarkers: markers = [],
}: IatiTerms) {
  ensure(
    !sectors || areWhole(sectors),
    'invalid',
    'The shares of the sectors make 100 per cent, each named once.',
    {
      field: 'iati.sectors',
    },
  );
  ensure(isEachOnce(targets), 'invalid', 'A target is named twice.', { field: 'iati.sdgTargets' });
  ensure(isEachOnce(markers.map(({ code }) => code)), 'invalid', 'A marker is named twice.', {
    field: 'iati.policyMarkers',
  });
}

/** Whether the sectors, each named once, make all of an activity. */
export function areWhole(sectors: { code: string; percentage: number }[]): boolean {
  const whole = sectors.reduce((sum, { percentage }) => sum + percentage, 0) === 100;
  return whole && isEachOnce(sectors.map(({ code }) => code));
}

function isEachOnce(codes: string[]): boolean {
  return new Set(codes).size === codes.length;
}
