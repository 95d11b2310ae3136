import { error } from '@sveltejs/kit';
import { solutionsApi } from 'virtual:api/solutions';
import type { Caller } from '#functions/domain/caller.ts';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { may, nation, visibleRegions } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';

/** What the form of a session chooses from. */
export async function enterable(caller: Caller) {
  if (!may(caller, 'writeTraining')) error(403);
  const [pack, { body }] = await Promise.all([countryPack(), solutionsApi.list({})]);
  const own = visibleRegions(caller, regionCodes(pack));
  return {
    pack,
    solutions: body.solutions,
    regions: pack.regions.filter(({ code }) => own.includes(code)),
    isNational: may(caller, 'writeTraining', nation),
  };
}
