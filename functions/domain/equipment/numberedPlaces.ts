import * as z from 'zod/mini';
import { RegionCode } from '../countryPack.ts';
import { PlaceId, type Place } from './place.ts';

/** Stands for a place's code where that is not told; drawn by chance, so nothing follows from it. */
export const OpaquePlaceId = z.string().check(z.regex(/^p-[0-9a-f]{16}$/));

/** The code of a place as its reader knows it. */
export const SeenPlaceId = z.union([PlaceId, OpaquePlaceId]);

/** The places of a region that a reader has met and may not know: the first is number 1. None is ever taken away. */
export const NumberedPlaces = z.strictObject({
  /** Whose numbers these are, such as `donor:who`. */
  reader: z.string(),
  region: RegionCode,
  version: z.int().check(z.minimum(1)),
  places: z.array(z.strictObject({ placeId: PlaceId, opaqueId: OpaquePlaceId })),
});
export type NumberedPlaces = z.infer<typeof NumberedPlaces>;

/** What a reader knows a place by. */
export interface PlaceNumber {
  opaqueId: string;
  number: number;
}

type Met = Pick<Place, 'placeId' | 'region'>;

/** The numbers of places in the regions where they are now; those that the reader has not met yet have none. */
export function numbersOf(places: Met[], known: NumberedPlaces[]): Map<string, PlaceNumber> {
  return new Map(
    places.flatMap(({ placeId, region }) => {
      const inRegion = known.find((list) => list.region === region)?.places ?? [];
      const index = inRegion.findIndex((place) => place.placeId === placeId);
      const opaqueId = inRegion[index]?.opaqueId;
      return opaqueId ? [[placeId, { opaqueId, number: index + 1 }] as const] : [];
    }),
  );
}

/**
 * Gives places that the reader meets for the first time the next numbers of their regions, and answers the lists that
 * change. Who comes together is in the order of ids drawn by chance, so a number tells nothing of when a place was
 * registered. A place that has moved keeps its id.
 */
export function withNewcomers(
  reader: string,
  places: Met[],
  known: NumberedPlaces[],
  draw: () => string,
): NumberedPlaces[] {
  const numbered = numbersOf(places, known);
  const ids = new Map(known.flatMap((list) => list.places.map((one) => [one.placeId, one.opaqueId])));
  const newcomers = places.filter(({ placeId }) => !numbered.has(placeId));
  return [...Map.groupBy(newcomers, ({ region }) => region)].map(([region, some]) => {
    const before = known.find((list) => list.region === region);
    const drawn = some
      .map(({ placeId }) => ({ placeId, order: draw(), opaqueId: ids.get(placeId) ?? draw() }))
      .sort((one, other) => (one.order < other.order ? -1 : 1))
      .map(({ placeId, opaqueId }) => ({ placeId, opaqueId }));
    return {
      reader,
      region,
      version: (before?.version ?? 0) + 1,
      places: [...(before?.places ?? []), ...drawn],
    };
  });
}
