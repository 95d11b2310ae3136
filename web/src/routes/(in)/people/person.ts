import type { Account, AccountBody } from '#functions/domain/account.ts';
import type { Role } from '#functions/domain/caller.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { languages, type Language } from '#functions/domain/names.ts';

/** What the form holds, all of it as it was typed. */
export interface Typed {
  name: string;
  email: string;
  role: Role | '';
  isWholeCountry: boolean;
  regions: string[];
  facilityId: string;
  donorId: string;
  language: Language | '';
  reminders: boolean;
}

/** The form of a person who is to be added. */
export function emptyForm({ languages: ofCountry }: Pick<CountryPack, 'languages'>): Typed {
  return {
    name: '',
    email: '',
    role: '',
    isWholeCountry: false,
    regions: [],
    facilityId: '',
    donorId: '',
    language: ofCountry[0] ?? '',
    reminders: true,
  };
}

/** The form of a person that there is. */
export function formOf({ name, email = '', role, regions, ...account }: Account): Typed {
  const { facilityId = '', donorId = '', language = '', reminders = true } = account;
  return {
    name,
    email,
    role,
    isWholeCountry: regions === 'all',
    regions: Array.isArray(regions) ? regions : [],
    facilityId,
    donorId,
    language,
    reminders,
  };
}

const isEmail = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Whether a text has the form of a facility's code in this country. */
export function isFacilityCode(text: string, { country }: Pick<CountryPack, 'country'>): boolean {
  return new RegExp(`^${country}-\\d{4,6}$`).test(text.trim());
}

/** The fields that are not right yet, named as the API names them. */
export function faultyFields(typed: Typed, pack: Pick<CountryPack, 'country'>): string[] {
  const { role, isWholeCountry, regions } = typed;
  const isRight: Record<string, boolean> = {
    name: typed.name.trim() !== '',
    email: isEmail.test(typed.email.trim()),
    role: role !== '',
    regions: role !== 'manager' || isWholeCountry || regions.length > 0,
    facilityId: role !== 'head' || isFacilityCode(typed.facilityId, pack),
    donorId: role !== 'donor' || typed.donorId !== '',
    language: typed.language !== '',
  };
  return Object.keys(isRight).filter((field) => !isRight[field]);
}

/** The form as the API takes it: of the scope only what belongs to the role. */
export function bodyOf(typed: Typed): AccountBody {
  const { name, email, role, isWholeCountry, regions, facilityId, donorId, reminders } = typed;
  return {
    name: name.trim(),
    email: email.trim(),
    role: role || 'head',
    ...(role === 'manager' && { regions: isWholeCountry ? 'all' : regions }),
    ...(role === 'head' && { facilityId: facilityId.trim() }),
    ...(role === 'donor' && { donorId }),
    language: languages.find((known) => known === typed.language) ?? 'en',
    reminders,
  };
}
