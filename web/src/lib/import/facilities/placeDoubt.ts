import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { ImportRow } from '#functions/domain/facility/facilityImport.ts';
import { placeFault } from '#functions/domain/place/placeFault.ts';
import type { ShapedRegion } from '#functions/domain/place/shape.ts';
import { placeFaultText } from '#lib/country/placeFaultText.ts';
import type { Reason } from '../words.ts';

/** Whether the place of a row lies in its region: said, and saved all the same, since boundaries are simplified. */
export function placeDoubt(
  { profile: { coordinates, region } }: ImportRow,
  pack: Pick<CountryPack, 'regions'>,
  shapes: readonly ShapedRegion[],
): Reason | undefined {
  const fault = coordinates && placeFault(coordinates, region, shapes);
  if (!fault) return undefined;
  const value = `${coordinates.lat}, ${coordinates.lon}`;
  return { field: 'coordinates', value, text: placeFaultText(fault, pack) };
}
