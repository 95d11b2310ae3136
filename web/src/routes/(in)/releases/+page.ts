import { releasesApi } from 'virtual:api/releases';
import { may, nation } from '#functions/domain/permissions.ts';
import { currentProgress } from '#lib/progress/currentProgress.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, depends }) => {
  depends('app:releases');
  const { caller } = await parent();
  const releases = releasesApi.list({}).then(({ body }) => body.releases);
  // What is open is asked for by those who can make one.
  const progress = may(caller, 'makeRelease', nation) ? currentProgress() : undefined;
  await waitBriefly(Promise.all([releases, progress]));
  return { releases, progress };
};
