import * as z from 'zod/mini';
import { RegionCode } from '../domain/countryPack.ts';
import { ConsignmentRow } from '../domain/equipment/consignmentRow.ts';
import { PlaceId } from '../domain/equipment/place.ts';
import { ProperNames } from '../domain/names.ts';
import { SolutionId } from '../domain/solutionTerms.ts';

/** A place that equipment names, as its reader knows it. */
export const NamedPlace = z.strictObject({
  placeId: PlaceId,
  names: ProperNames,
  region: RegionCode,
  /** The solutions for which it is ready; absent where there is none, and for a warehouse. */
  readyFor: z.optional(z.array(SolutionId)),
});
/** Consignments as lists show them, with the places that they name. */
export const equipment = { consignments: z.array(ConsignmentRow), places: z.array(NamedPlace) };
