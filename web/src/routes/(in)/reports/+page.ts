import { reportsApi } from 'virtual:api/reports';
import { m } from 'virtual:messages';
import { may } from '#functions/domain/permissions.ts';
import { monthAsked } from '#lib/progress/series.ts';
import { session } from '#lib/auth/session.svelte.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

/** A region's month, facility by facility; without a region, or for those who see only sums, the regions are all there is. */
export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:reports');
  const { caller } = await parent();
  const month = monthAsked(url.searchParams, session.today);
  const title = m.reportsTitle();
  const asked = url.searchParams.get('region') ?? '';
  const back = `/overview?${new URLSearchParams({ month, ...(asked && { region: asked }) })}`;
  if (!asked || !may(caller, 'readReport', { region: asked })) return { title, back, month, asked };
  const rows = reportsApi.ofMonth({ query: { region: asked, month } }).then(({ body }) => body.rows);
  await waitBriefly(rows);
  return { title, back, month, asked, rows };
};
