import { error } from '@sveltejs/kit';
import { peopleApi } from 'virtual:api/people';
import { roles } from '#functions/domain/caller.ts';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { pagesIn, pagesOf } from '#lib/ui/list/pages.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:people');
  const { caller } = await parent();
  if (!may(caller, 'readPerson')) error(403);
  const role = roles.find((known) => known === url.searchParams.get('role'));
  const text = url.searchParams.get('text')?.trim();
  const list = pagesOf(async (page) => {
    const { body } = await peopleApi.list({ query: { role, text: text || undefined, page } });
    return { rows: body.people, next: body.next };
  }, pagesIn(url.searchParams));
  await waitBriefly(list);
  return { pack: await countryPack(), list, role, text };
};
