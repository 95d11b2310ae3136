import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { PlaceFault } from '#functions/domain/place/placeFault.ts';
import { number } from '#lib/i18n/format.ts';
import { regionName } from '#lib/record/labels.ts';

/** What is doubtful about where a place is; nobody is kept from saving it. */
export function placeFaultText(fault: PlaceFault, pack: Pick<CountryPack, 'regions'>): string {
  if (fault.kind === 'swapped') return m.placeSwapped();
  const km = number(fault.kilometres);
  return fault.in ? m.placeElsewhere({ km, region: regionName(fault.in, pack) }) : m.placeOutside({ km });
}
