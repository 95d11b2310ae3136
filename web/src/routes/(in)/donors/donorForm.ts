import { ownLanguage, type CountryPack } from '#functions/domain/countryPack.ts';
import { donorKinds, type Donor, type DonorProfile } from '#functions/domain/equipment/donor.ts';
import { identifierPattern } from '#functions/domain/iati/codeLists.ts';
import { organisationTypes } from '#functions/domain/iati/organisationTypes.ts';
import { slugOf } from '#lib/record/slug.ts';
import { namesOf, type TypedNames } from '#lib/record/typed.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  /** Empty where the one that the name proposes is taken. */
  donorId: string;
  names: TypedNames;
  kind: string;
  reference: string;
  /** Empty where it is what its kind usually is. */
  organisationType: string;
}

/** The form of a donor that is to be added. */
export function emptyForm(): Typed {
  return { donorId: '', names: {}, kind: '', reference: '', organisationType: '' };
}

/** The form of a donor that there is. */
export function formOf({ donorId, names, kind, reference = '', organisationType }: Donor): Typed {
  return { donorId, names: { ...names }, kind, reference, organisationType: organisationType ?? '' };
}

/** The identifier that was typed, or else the one that the name proposes. */
export function donorIdOf({ donorId, names }: Pick<Typed, 'donorId' | 'names'>): string {
  const name = names.en?.trim() ? names.en : Object.values(names).find((one) => one.trim());
  return donorId.trim() || slugOf(name ?? '', 40);
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(typed: Typed, pack: Pick<CountryPack, 'languages'>): string[] {
  const own = ownLanguage(pack);
  const isRight: Record<string, boolean> = {
    [`names.${own}`]: Boolean(typed.names[own]?.trim()),
    kind: kindOf(typed) !== undefined,
    reference: !typed.reference.trim() || identifierPattern.test(typed.reference.trim()),
    donorId: /^[a-z][a-z0-9-]{1,39}$/.test(donorIdOf(typed)),
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The form as the API takes it; the kind has been chosen. */
export function profileOf(typed: Typed): DonorProfile {
  const reference = typed.reference.trim();
  const organisationType = organisationTypes.find((known) => known === typed.organisationType);
  return {
    names: namesOf(typed.names),
    kind: kindOf(typed) ?? 'other',
    ...(reference && { reference }),
    ...(organisationType && { organisationType }),
  };
}

function kindOf({ kind }: Typed): DonorProfile['kind'] | undefined {
  return donorKinds.find((known) => known === kind);
}
