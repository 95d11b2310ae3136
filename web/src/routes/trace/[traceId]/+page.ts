import { traceApi } from 'virtual:api/trace';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

/** Open to all who have the link. */
export const load: PageLoad = async ({ params: { traceId } }) => {
  const card = traceApi.card({ params: { traceId } }).then(({ body }) => body);
  await waitBriefly(card);
  return { card };
};
