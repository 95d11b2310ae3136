import { allDrafts } from '#lib/myFacility/drafts.ts';
import { waiting } from '#lib/outbox/entry.ts';
import type { PageLoad } from './$types';

/** What is typed and what waits on this device, as it is each time the page is opened. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends('app:my-facility');
  await parent();
  // Some devices keep nothing and let nothing be read; the page is there all the same.
  return { drafts: await allDrafts().catch(() => []), waiting: await waiting().catch(() => []) };
};
