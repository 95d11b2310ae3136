import { m } from 'virtual:messages';
import type { CountryPack } from '#functions/domain/countryPack.ts';
import type { EquipmentState } from '#functions/domain/equipment/consignment.ts';
import type { ProperNames } from '#functions/domain/names.ts';
import { named } from '#lib/i18n/format.ts';

/* Words for the codes that equipment is kept with. */

export const stateWords: Record<EquipmentState, () => string> = {
  planned: m.equipmentPlanned,
  shipped: m.equipmentShipped,
  received: m.equipmentReceived,
  installed: m.equipmentInstalled,
  inUse: m.equipmentInUse,
  returned: m.equipmentReturned,
  lost: m.equipmentLost,
  destroyed: m.equipmentDestroyed,
  scrapped: m.equipmentScrapped,
};

/** The name of a type of equipment; its code where the country does not have it any more. */
export function typeName(code: string, { equipmentTypes }: Pick<CountryPack, 'equipmentTypes'>): string {
  const type = equipmentTypes.find((known) => known.code === code);
  return type ? named(type.names) : code;
}

/** A place's name; its code where the reader may not know more. */
export function placeName(
  placeId: string | undefined,
  places: readonly { placeId: string; names: ProperNames }[],
): string {
  const place = places.find((known) => known.placeId === placeId);
  return place ? named(place.names) : (placeId ?? '');
}
