import { facilitiesApi } from 'virtual:api/facilities';
import type { FacilityRow } from '#functions/domain/facility/facility.ts';
import { may } from '#functions/domain/permissions.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

/** One region: its sums are in progress, its facilities are listed for those who may see them. */
export const load: PageLoad = async ({ params: { region }, parent, depends, url, untrack }) => {
  depends('app:progress');
  const { caller } = await parent();
  const progress = currentProgress();
  const facilities = may(caller, 'readFacility', { region }) ? facilitiesOf(region) : undefined;
  await waitBriefly(Promise.all([progress, facilities]));
  const month = untrack(() => url.searchParams.get('month'));
  return { region, back: `/overview${month ? `?month=${month}` : ''}`, progress, facilities };
};

/** As many as one looks through; where there are more, the list of facilities has them. */
async function facilitiesOf(region: string): Promise<{ rows: FacilityRow[]; isWhole: boolean }> {
  const { body } = await facilitiesApi.list({ query: { region } });
  return { rows: body.facilities, isWhole: body.next === undefined };
}
