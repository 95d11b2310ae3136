import { m } from 'virtual:messages';
import type { PersonRow } from '#functions/domain/account.ts';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { byAlphabet } from '#lib/i18n/alphabet.ts';
import { day } from '#lib/i18n/format.ts';
import { regionName } from '#lib/record/labels.ts';

type Scoped = Pick<PersonRow, 'role' | 'regions' | 'facilityId' | 'donorId'>;

/** How far a person's rights reach, in words; `name` is that of a head's facility or of a donor, where it is known. */
export function scopeWords(
  { role, regions, facilityId, donorId }: Scoped,
  pack: CountryPack,
  name?: string,
): string {
  if (role === 'admin' || regions === 'all') return m.wholeCountry();
  const own = { manager: undefined, head: name ?? facilityId, donor: name ?? donorId }[role];
  const named = (regions ?? []).map((code) => regionName(code, pack)).sort(byAlphabet);
  return own ?? (named.length > 0 ? named.join(', ') : m.scopeNothing());
}

/** Whether a person may sign in, in words. */
export function stateWords({ deactivatedOn }: Pick<PersonRow, 'deactivatedOn'>): string {
  return deactivatedOn ? m.deactivatedSince({ day: day(deactivatedOn) }) : m.personActive();
}
