import Supercluster from 'supercluster';
import type { RegionCode } from '#functions/domain/countryPack.ts';
import type { FacilityPoints } from '#functions/domain/facility/facilityPoints.ts';
import { standingOf, standings, type Standing } from './standing.ts';
import type { Sheet } from './projection.ts';

/** A facility on a map. */
export interface Point {
  facilityId: string;
  name: string;
  region: RegionCode;
  standing: Standing;
  lon: number;
  lat: number;
}

/** Facilities so near to each other that they are one mark at some zoom, or a single one; at `x`, `y` of the sheet. */
export type Spot = { x: number; y: number } & (
  | { point: Point; cluster?: undefined }
  | { point?: undefined; cluster: number; count: number; standings: Partial<Record<Standing, number>> }
);

/** Pixels within which facilities become one mark. */
const radius = 44;
/** From here on even neighbours in one street stand apart; what still does not is at one address. */
const deepest = 18;
/** The pixels that the world is wide at zoom 0. */
const tile = 512;

type Counts = Partial<Record<Standing, number>>;

/** The facilities of some groups that have a place. */
export function pointsIn(groups: readonly FacilityPoints[]): Point[] {
  return groups.flatMap((group) =>
    group.facilityIds.map((facilityId, index) => ({
      facilityId,
      name: group.names[index] ?? facilityId,
      region: group.region,
      standing: standingOf(group),
      lon: group.longitudes[index] ?? 0,
      lat: group.latitudes[index] ?? 0,
    })),
  );
}

/** Facilities as they stand together at each zoom, where the sheet has them. */
export class Clusters {
  readonly #index: Supercluster<Point, Counts>;
  readonly #sheet: Sheet;
  readonly #latitude: number;
  readonly #spots = new Map<number, Spot[]>();

  constructor(points: readonly Point[], sheet: Sheet) {
    this.#sheet = sheet;
    this.#latitude = points.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, points.length);
    this.#index = new Supercluster<Point, Counts>({
      radius,
      extent: tile,
      maxZoom: deepest,
      map: ({ standing }) => ({ [standing]: 1 }),
      reduce: (sum, more) => {
        for (const standing of standings)
          if (more[standing]) sum[standing] = (sum[standing] ?? 0) + more[standing];
      },
    }).load(
      points.map((point) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
        properties: point,
      })),
    );
  }

  /** All marks where the sheet is enlarged so many times, in pixels to its own units. */
  at(enlarged: number): Spot[] {
    const zoom = this.#zoomAt(enlarged);
    const known = this.#spots.get(zoom);
    if (known) return known;
    const spots = this.#index
      .getClusters([-180, -85, 180, 85], zoom)
      .map(({ geometry, properties }): Spot => {
        const [lon = 0, lat = 0] = geometry.coordinates;
        const [x, y] = this.placeOf({ lon, lat });
        return 'cluster' in properties
          ? { x, y, cluster: properties.cluster_id, count: properties.point_count, standings: properties }
          : { x, y, point: properties };
      });
    this.#spots.set(zoom, spots);
    return spots;
  }

  /** How much the sheet is to be enlarged for a mark to open; undefined for facilities at one address. */
  opensAt(cluster: number): number | undefined {
    const zoom = this.#index.getClusterExpansionZoom(cluster);
    return zoom > deepest ? undefined : this.#enlargedAt(zoom);
  }

  /** The facilities of a mark, as many as one looks through. */
  pointsOf(cluster: number, most: number): Point[] {
    return this.#index.getLeaves(cluster, most).map(({ properties }) => properties);
  }

  /** Where the sheet has a place. */
  placeOf({ lon, lat }: Pick<Point, 'lon' | 'lat'>): [x: number, y: number] {
    return this.#sheet.projection([lon, lat]) ?? [0, 0];
  }

  // A conformal sheet has as many units a radian as its scale says; the world of clusters is Mercator's, larger by the latitude.
  #zoomAt(enlarged: number): number {
    const world = 2 * Math.PI * this.#sheet.projection.scale() * enlarged * this.#shrunk;
    return Math.max(0, Math.floor(Math.log2(world / tile) + 0.01));
  }

  #enlargedAt(zoom: number): number {
    return (tile * 2 ** zoom) / (2 * Math.PI * this.#sheet.projection.scale() * this.#shrunk);
  }

  get #shrunk(): number {
    return Math.cos((this.#latitude * Math.PI) / 180);
  }
}
