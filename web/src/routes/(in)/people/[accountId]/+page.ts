import { error } from '@sveltejs/kit';
import { peopleApi } from 'virtual:api/people';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';
import { facilityName } from '../facilityName.ts';

export const load: PageLoad = async ({ params: { accountId }, parent, depends }) => {
  depends('app:person');
  const { caller } = await parent();
  if (!may(caller, 'readPerson')) error(403);
  const params = { accountId };
  const account = peopleApi.get({ params }).then(({ body }) => body);
  const history = peopleApi.history({ params }).then(({ body }) => body.lines);
  const facility = account.then(
    ({ facilityId }) => (facilityId ? facilityName(facilityId) : undefined),
    () => undefined,
  );
  await waitBriefly(Promise.all([account, history, facility]));
  return { pack: await countryPack(), account, history, facility, back: '/people' };
};
