import { traceApi } from 'virtual:api/trace';
import type { PageLoad } from './$types';

/** Open to all who have the link. */
export const load: PageLoad = ({ params: { traceId } }) => {
  const card = traceApi.card({ params: { traceId } }).then(({ body }) => body);
  // Whoever shows the page says why there is none.
  card.catch(() => undefined);
  return { card };
};
