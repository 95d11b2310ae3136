import { allDrafts } from '#lib/myFacility/drafts.ts';
import type { PageLoad } from './$types';

/** What is typed on this device, as it is each time the page is opened. */
export const load: PageLoad = async ({ depends, parent }) => {
  depends('app:mine');
  await parent();
  return { drafts: await allDrafts() };
};
