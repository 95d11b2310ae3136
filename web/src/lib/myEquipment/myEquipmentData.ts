import { consignmentsApi } from 'virtual:api/consignments';
import type { Consignment } from '#functions/domain/equipment/consignment.ts';
import { consignmentRow, type ConsignmentRow } from '#functions/domain/equipment/consignmentRow.ts';
import type { NamedPlace } from '#lib/equipment/namedPlace.ts';
import { changeKept, keptFirst, type KeptFirst } from '#lib/api/answerCache.ts';

/** Equipment that is at a facility, or on its way there, with the names of the places that it has to do with. */
export interface MyEquipment {
  consignments: ConsignmentRow[];
  places: NamedPlace[];
}

/** My facility's equipment, as this device last knew it or, the first time, from the network. */
export function myEquipment(placeId: string): Promise<KeptFirst<MyEquipment>> {
  return keptFirst('equipment', async () => (await consignmentsApi.atPlace({ params: { placeId } })).body);
}

/** Keeps a consignment that a command answered with; the parts that split off come with the next answer of the network. */
export function rememberConsignment(consignment: Consignment): Promise<void> {
  const { consignmentId } = consignment;
  const row = consignmentRow(consignment);
  return changeKept<MyEquipment>('equipment', ({ consignments, ...rest }) => ({
    ...rest,
    consignments: [
      ...consignments.filter((known) => known.consignmentId !== consignmentId),
      ...(row ? [row] : []),
    ],
  }));
}
