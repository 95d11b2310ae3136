import type { Day } from '../calendar.ts';
import { ensureInProgramme, regionCodes, type CountryPack, type RegionCode } from '../countryPack.ts';
import type { Facility } from './facility.ts';
import type { Place } from '../permissions.ts';
import { ensure } from '../refusal.ts';

/** The first day on which a facility can move: it is on record, and where it moved to the last time. */
export function firstDayToMove({ stages, formerRegions }: Pick<Facility, 'stages' | 'formerRegions'>): Day {
  const [planned, moved] = [stages[0]?.date ?? '', formerRegions?.at(-1)?.until ?? ''];
  return planned > moved ? planned : moved;
}

/** From a day on the facility is in another region; what it added before stays where it was made. */
export function moveToRegion(
  facility: Facility,
  { region, date, by }: { region: RegionCode; date: Day; by: string },
  { pack, today }: { pack: CountryPack; today: Day },
): Facility {
  ensure(
    regionCodes(pack).includes(region),
    'unknownRegion',
    `There is no region "${region}" in this country.`,
    { field: 'region' },
  );
  ensure(region !== facility.region, 'invalid', 'The facility is in this region already.', {
    field: 'region',
  });
  ensureInProgramme(date, pack, today, 'date');
  ensure(
    date >= firstDayToMove(facility),
    'dateNotAllowed',
    'The day must not lie before the facility’s first stage or its last move.',
    { field: 'date' },
  );
  const left = { region: facility.region, until: date, by };
  return {
    ...facility,
    region,
    formerRegions: [...(facility.formerRegions ?? []), left],
    version: facility.version + 1,
  };
}

/**
 * Where a command to move is judged: where the facility is. Who handed it over may send that command again, though the
 * facility is no longer theirs; one that is based on how it is now is a new one.
 */
export function placeOfMove(facility: Facility, { basedOn, by }: { basedOn: number; by: string }): Place {
  const handedOver = facility.formerRegions?.findLast((former) => former.by === by);
  const { facilityId, region } = facility;
  return { facilityId, region: basedOn < facility.version ? (handedOver?.region ?? region) : region };
}
