import * as z from 'zod/mini';
import { RegionCode } from '../../functions/domain/countryPack.ts';

const pair = z.tuple([z.number(), z.number()]);
const ring = z.array(z.int());
const common = { id: RegionCode };

/** The boundaries of a country as TopoJSON: a geometry's id is the region's code, and neighbours share their lines. */
export const Boundaries = z.object({
  type: z.literal('Topology'),
  objects: z.object({
    regions: z.object({
      type: z.literal('GeometryCollection'),
      geometries: z.array(
        z.discriminatedUnion('type', [
          z.object({ ...common, type: z.literal('Polygon'), arcs: z.array(ring) }),
          z.object({ ...common, type: z.literal('MultiPolygon'), arcs: z.array(z.array(ring)) }),
        ]),
      ),
    }),
  }),
  arcs: z.array(z.array(z.array(z.number()))),
  transform: z.optional(z.object({ scale: pair, translate: pair })),
  /** Regions that a person accepted without boundaries. */
  without: z.optional(z.array(RegionCode)),
});
export type Boundaries = z.infer<typeof Boundaries>;

/** As they stand in the pack's file. */
export const written = (boundaries: Boundaries): string => `${JSON.stringify(boundaries)}\n`;
