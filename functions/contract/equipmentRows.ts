import * as z from 'zod/mini';
import { RegionCode } from '../domain/countryPack.ts';
import { ConsignmentRow } from '../domain/equipment/consignmentRow.ts';
import { SeenPlaceId } from '../domain/equipment/numberedPlaces.ts';
import { ProperNames } from '../domain/names.ts';
import { SolutionId } from '../domain/solution/solutionTerms.ts';

/** A place that equipment names, as its reader may know it by the location policy. */
const SeenPlace = z.strictObject({
  placeId: SeenPlaceId,
  region: RegionCode,
  names: z.optional(ProperNames),
  settlement: z.optional(ProperNames),
  /** Of a place whose name is not told, among the reader's places of its region. */
  number: z.optional(z.int().check(z.minimum(1))),
  /** To those of the ministry: the solutions for which it is ready; absent where there is none, and for a warehouse. */
  readyFor: z.optional(z.array(SolutionId)),
});
/** Consignments as lists show them, with the places that they name. */
export const equipment = { consignments: z.array(ConsignmentRow), places: z.array(SeenPlace) };
