import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import { named } from '#lib/i18n/format.ts';
import { regionName } from '#lib/record/labels.ts';
import type { NamedPlace } from './namedPlace.ts';

/** Where equipment is, as whoever gave it may know: a name, or a number in a region, or nothing. */
export function givenPlace(place: NamedPlace | undefined, pack: Pick<CountryPack, 'regions'>): string {
  if (!place) return m.placeHidden();
  if (place.names) return named(place.names);
  const where = [regionName(place.region, pack), place.settlement && named(place.settlement)];
  return m.numberedPlace({ number: String(place.number ?? ''), where: where.filter(Boolean).join(', ') });
}
