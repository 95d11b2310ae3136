import { error } from '@sveltejs/kit';
import { m } from 'virtual:messages';
import { named } from '#lib/format.ts';
import { takeOver } from '#lib/myFacility/lastRelease.ts';
import { mine } from '#lib/myFacility/mine.ts';
import { countryPack } from '#lib/pack.ts';
import { session } from '#lib/session.svelte.ts';
import type { LayoutLoad } from './$types';

/** Everything a head works on: small enough to be asked for, and kept, as a whole. */
export const load: LayoutLoad = async ({ depends, parent }) => {
  depends('app:mine');
  const pack = countryPack();
  const { caller } = await parent();
  if (!caller.facilityId) error(404, m.notFoundText());
  const [known, own] = await Promise.all([
    pack,
    mine(caller.facilityId),
    // What cannot be moved stays where it is, for the next time.
    takeOver().catch(reportError),
  ]);
  return { ...own, pack: known, today: session.today, title: named(own.facility.names) };
};
