import { m } from 'virtual:messages';
import { eventForm, type KeptEvent } from '#lib/myEquipment/keptEvent.ts';
import { myEquipment } from '#lib/myEquipment/myEquipmentData.ts';
import { receiptForm, type Counted } from '#lib/myEquipment/receipt.ts';
import { keptTyping } from '#lib/offline/keptForm.svelte.ts';
import { waiting } from '#lib/outbox/entry.ts';
import type { PageLoad } from './$types';

/** Units of my facility, as this device knows them, with what waits and what is typed about them. */
export const load: PageLoad = async ({ depends, params: { consignmentId }, parent }) => {
  depends('app:my-facility');
  const { facility } = await parent();
  const { value, changed: equipmentChanged } = await myEquipment(facility.facilityId);
  return {
    consignmentId,
    equipment: value,
    equipmentChanged,
    waiting: await waiting().catch(() => []),
    keptReceipt: await keptTyping<Counted>(receiptForm(consignmentId)),
    keptEvent: await keptTyping<KeptEvent>(eventForm(consignmentId)),
    title: m.myEquipment(),
    back: '/my-facility',
  };
};
