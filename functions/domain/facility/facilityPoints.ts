import * as z from 'zod/mini';
import { monthOf, type Day } from '../calendar.ts';
import { RegionCode } from '../countryPack.ts';
import { nameIn, type Language } from '../names.ts';
import { confirmationIn } from './confirmed.ts';
import { Facility, Stage, currentStage } from './facility.ts';
import { Coordinates, FacilityId } from './facilityProfile.ts';

/** What a map needs of a facility. */
export const FacilityOnMap = z.pick(Facility, {
  facilityId: true,
  names: true,
  region: true,
  stages: true,
  latest: true,
  coordinates: true,
});
export type FacilityOnMap = z.infer<typeof FacilityOnMap>;

/**
 * Facilities of one region at one stage, and where they are live of one reporting state, column by column: there may be
 * tens of thousands of them.
 */
export const FacilityPoints = z.strictObject({
  region: RegionCode,
  stage: Stage,
  confirmation: z.optional(z.enum(['confirmed', 'stale', 'neverReported'])),
  facilityIds: z.array(FacilityId),
  /** In the language asked for, or the next one in which there is a name. */
  names: z.array(z.string()),
  /** Degrees, to some ten metres. */
  latitudes: z.array(Coordinates.shape.lat),
  longitudes: z.array(Coordinates.shape.lon),
  /** How many more there are whose place nobody has entered. */
  withoutPlace: z.int().check(z.minimum(0)),
});
export type FacilityPoints = z.infer<typeof FacilityPoints>;

/** Facilities as a map shows them on a day, grouped by region, stage and reporting state. */
export function pointsOf(
  facilities: FacilityOnMap[],
  { today, language }: { today: Day; language: Language },
): FacilityPoints[] {
  const groups = new Map<string, FacilityPoints>();
  for (const facility of facilities) {
    const { stage } = currentStage(facility);
    const confirmation = confirmationIn(facility, monthOf(today));
    const key = [facility.region, stage, confirmation].join();
    const group = groups.get(key) ?? emptyGroup({ region: facility.region, stage, confirmation });
    groups.set(key, group);
    addTo(group, facility, language);
  }
  return [...groups.values()];
}

const emptyGroup = ({
  confirmation,
  ...of
}: Pick<FacilityPoints, 'region' | 'stage' | 'confirmation'>): FacilityPoints => ({
  ...of,
  ...(confirmation && { confirmation }),
  facilityIds: [],
  names: [],
  latitudes: [],
  longitudes: [],
  withoutPlace: 0,
});

function addTo(
  group: FacilityPoints,
  { facilityId, names, coordinates }: FacilityOnMap,
  language: Language,
): void {
  if (!coordinates) {
    group.withoutPlace += 1;
    return;
  }
  group.facilityIds.push(facilityId);
  group.names.push(nameIn(names, language));
  group.latitudes.push(toTenMetres(coordinates.lat));
  group.longitudes.push(toTenMetres(coordinates.lon));
}

const toTenMetres = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
