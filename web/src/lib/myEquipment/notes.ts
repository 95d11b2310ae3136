import { consignmentsApi } from 'virtual:api/consignments';
import type { EquipmentEvent } from '#functions/domain/equipment/consignment.ts';
import { askOrKept } from '#lib/api/answerCache.ts';

/** What others have noted about units, the newest first; nothing where that is not known. */
export async function notesAbout(consignmentId: string, reader: string): Promise<EquipmentEvent[]> {
  const answer = await askOrKept(`consignment ${consignmentId}`, async () => {
    const { body } = await consignmentsApi.get({ params: { consignmentId } });
    return body.consignment.log;
  }).catch(() => undefined);
  return (answer?.value ?? [])
    .filter(({ kind, by, struckOut }) => kind === 'note' && by.accountId !== reader && !struckOut)
    .toReversed();
}
