import { releasesApi } from 'virtual:api/releases';
import { may, nation } from '#functions/domain/permissions.ts';
import { Refused } from '#lib/api/errors.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { bulletinOf } from './bulletin.ts';
import { sinceThen } from './since.ts';

export const load: PageLoad = async ({ params, parent, depends }) => {
  depends('app:release');
  const { caller } = await parent();
  const asked = releasesApi.get({ params }).then(({ body }) => body);
  const bulletin = Promise.all([asked, countryPack()]).then(
    ([told, pack]) => bulletinOf(told, pack, caller.role !== 'head'),
    (error: unknown) => {
      if (error instanceof Refused && error.problem.code === 'alteredId') return undefined;
      throw error;
    },
  );
  // Beside what was cited, what it is today, and what was open.
  const since = may(caller, 'readEquipment', nation)
    ? Promise.all([asked, releasesApi.now({ params }), countryPack()]).then(
        ([{ release, cube }, { body }, pack]) => sinceThen(release.month, cube, body.cube, pack),
      )
    : undefined;
  const open = may(caller, 'readFacility')
    ? releasesApi.open({ params, query: {} }).then(({ body }) => body)
    : undefined;
  // Why the release itself cannot be had is said once.
  for (const one of [since, open]) one?.catch(() => undefined);
  await waitBriefly(bulletin);
  return { bulletin, since, open, back: '/releases' };
};
