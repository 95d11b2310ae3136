import { solutionsApi } from 'virtual:api/solutions';
import { trainingApi } from 'virtual:api/training';
import { countryPack } from '#lib/country/countryPack.ts';
import { namesIn } from '#lib/training/words.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { sessionId }, depends }) => {
  depends('app:training-session');
  const params = { sessionId };
  const found = Promise.all([trainingApi.get({ params }), solutionsApi.list({})]).then(
    ([{ body }, { body: known }]) => ({
      session: body.session,
      names: namesIn(body.facilities),
      solutions: known.solutions,
    }),
  );
  const history = trainingApi.history({ params }).then(({ body }) => body.lines);
  await waitBriefly(Promise.all([found, history]));
  return { pack: await countryPack(), found, history, back: '/training' };
};
