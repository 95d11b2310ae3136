import type { Wanted } from '#lib/offline/keepForOffline.ts';
import { sending } from '#lib/outbox/later.ts';
import { settings } from '#lib/shell/later.ts';

/** What a head sees after typing: the check, and what waits for network. It is no part of the form's first visit. */
export const afterTyping = () => import('./form/AfterTyping.svelte');

/** A month that is handed in or approved. */
export const reportView = () => import('./ReportView.svelte');

/** What a head needs to fill in and hand in a month without network. */
export const withoutNetwork: Wanted = {
  routes: ['/(in)/my-facility', '/(in)/my-facility/[month]'],
  parts: [afterTyping, reportView, sending, settings],
};
