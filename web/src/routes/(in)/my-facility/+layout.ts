import { error } from '@sveltejs/kit';
import { named } from '#lib/i18n/format.ts';
import { takeOver } from '#lib/myFacility/lastRelease.ts';
import { myFacilityData } from '#lib/myFacility/myFacilityData.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { session } from '#lib/auth/session.svelte.ts';
import type { LayoutLoad } from './$types';

/** Everything a head works on: small enough to be asked for, and kept, as a whole. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends('app:my-facility');
  const pack = countryPack();
  const { caller } = await parent();
  if (!caller.facilityId) error(403);
  const [known, own] = await Promise.all([
    pack,
    myFacilityData(caller.facilityId),
    // What cannot be moved stays where it is, for the next time.
    takeOver().catch(reportError),
  ]);
  return { ...own, pack: known, today: session.today, title: named(own.facility.names) };
};
