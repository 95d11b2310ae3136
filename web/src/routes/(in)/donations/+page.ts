import { donationsApi } from 'virtual:api/donations';
import { donorsApi } from 'virtual:api/donors';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent, depends }) => {
  depends('app:donations');
  const donorId = url.searchParams.get('donorId') ?? '';
  const { caller } = await parent();
  const given = Promise.all([donorsApi.list({}), donationsApi.list({ query: { donorId } })]).then(
    ([{ body: known }, { body }]) => ({
      donors: known.donors,
      progress: new Map(body.progress.map(({ donationId, figures }) => [donationId, figures])),
      donations: body.donations.toSorted((a, b) => b.pledgedOn.localeCompare(a.pledgedOn)),
    }),
  );
  const history =
    donorId && may(caller, 'writeDonation', {})
      ? donorsApi.history({ params: { donorId } }).then(({ body }) => body.lines)
      : undefined;
  await waitBriefly(Promise.all([given, history]));
  return { pack: await countryPack(), donorId, given, history };
};
