import * as z from 'zod/mini';
import { monthOf, type Day } from '../calendar.ts';
import { RegionCode } from '../countryPack.ts';
import { nameIn, type Language } from '../names.ts';
import { confirmationIn } from './confirmed.ts';
import { Facility, Stage, currentStage } from './facility.ts';
import { FacilityId } from './facilityProfile.ts';

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
  latitudes: z.array(z.number()),
  longitudes: z.array(z.number()),
  /** How many more there are whose place nobody has entered. */
  withoutPlace: z.int(),
});
export type FacilityPoints = z.infer<typeof FacilityPoints>;

/** Facilities as a map shows them on a day, grouped by region, stage and reporting state. */
export function pointsOf(
  facilities: FacilityOnMap[],
  { today, language }: { today: Day; language: Language },
): FacilityPoints[] {
  const groups = Map.groupBy(facilities, (facility) =>
    [facility.region, currentStage(facility).stage, confirmationIn(facility, monthOf(today))].join(),
  );
  return [...groups.values()].flatMap((all) => {
    const [any] = all;
    if (!any) return [];
    const confirmation = confirmationIn(any, monthOf(today));
    const placed = all.flatMap(({ coordinates: at, ...facility }) => (at ? [{ ...facility, at }] : []));
    return {
      region: any.region,
      stage: currentStage(any).stage,
      ...(confirmation && { confirmation }),
      facilityIds: placed.map(({ facilityId }) => facilityId),
      names: placed.map(({ names }) => nameIn(names, language)),
      latitudes: placed.map(({ at }) => toTenMetres(at.lat)),
      longitudes: placed.map(({ at }) => toTenMetres(at.lon)),
      withoutPlace: all.length - placed.length,
    };
  });
}

const toTenMetres = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
