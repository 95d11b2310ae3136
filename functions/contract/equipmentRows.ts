import * as z from 'zod/mini';
import { RegionCode } from '../domain/countryPack.ts';
import { ConsignmentRow } from '../domain/equipment/consignmentRow.ts';
import { PlaceId } from '../domain/equipment/place.ts';
import { ProperNames } from '../domain/names.ts';

/** A place that equipment names, as its reader knows it. */
export const NamedPlace = z.strictObject({ placeId: PlaceId, names: ProperNames, region: RegionCode });
/** Consignments as lists show them, with the places that they name. */
export const equipment = { consignments: z.array(ConsignmentRow), places: z.array(NamedPlace) };
