import type { Wanted } from '#lib/offline/keepForOffline.ts';
import { sending } from '#lib/outbox/later.ts';
import { settings } from '#lib/shell/later.ts';

/** What a head sees after typing: the check, and what waits for network. It is no part of the form's first visit. */
export const afterTyping = () => import('./form/AfterTyping.svelte');

/** A month that is handed in or approved. */
export const reportView = () => import('./ReportView.svelte');

/** What is on its way to the facility, and what is there. */
export const equipmentSection = () => import('#lib/myEquipment/EquipmentSection.svelte');

/** What a head needs to fill in and hand in a month, and to tell of equipment and training, without network. */
export const withoutNetwork: Wanted = {
  routes: [
    '/(in)/my-facility',
    '/(in)/my-facility/[month]',
    '/(in)/my-facility/equipment/[consignmentId]',
    '/(in)/my-facility/equipment/new',
    '/(in)/my-facility/training',
    '/(in)/my-facility/training/[sessionId]',
  ],
  parts: [afterTyping, reportView, equipmentSection, sending, settings],
};
