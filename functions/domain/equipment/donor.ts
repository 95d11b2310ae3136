import * as z from 'zod/mini';
import { ownLanguage, type CountryPack } from '../countryPack.ts';
import { NewIatiIdentifier, OrganisationTypeCode } from '../iati/terms.ts';
import { NewProperNames, ProperNames } from '../names.ts';
import { ensure } from '../refusal.ts';
import { lineOf } from '../text.ts';
import { DonorId } from './giverIds.ts';

export const donorKinds = [
  'government',
  'multilateral',
  'nongovernmental',
  'foundation',
  'company',
  'other',
] as const;

/** What is known of who gives. */
export const DonorProfile = z.strictObject({
  names: ProperNames,
  kind: z.enum(donorKinds),
  /** The organisation's own identifier in IATI's registers, such as `XM-DAC-41114`. */
  reference: z.optional(lineOf(60)),
  /** What it is in IATI's own list, where that is not what its kind usually is. */
  organisationType: z.optional(OrganisationTypeCode),
});
export type DonorProfile = z.infer<typeof DonorProfile>;

/** A profile as it may be given from now on. */
export const NewDonorProfile = z.extend(DonorProfile, {
  names: NewProperNames,
  reference: z.optional(NewIatiIdentifier),
});

/** Who gives. */
export const Donor = z.extend(DonorProfile, {
  donorId: DonorId,
  version: z.int().check(z.minimum(1)),
});
export type Donor = z.infer<typeof Donor>;

/** A donor becomes known, with a name in the country's own language. */
export function registerDonor(donorId: DonorId, profile: DonorProfile, pack: CountryPack): Donor {
  return { donorId, version: 1, ...checked(profile, pack) };
}

/** The profile becomes this one, as a whole; the identifier stays. */
export function editDonor({ donorId, version }: Donor, profile: DonorProfile, pack: CountryPack): Donor {
  return { donorId, version: version + 1, ...checked(profile, pack) };
}

function checked(profile: DonorProfile, pack: CountryPack): DonorProfile {
  const language = ownLanguage(pack);
  ensure(
    profile.names[language],
    'invalid',
    `Names are given in the country's own language, "${language}", at least.`,
    { field: `names.${language}` },
  );
  return profile;
}
