import { donationsApi } from 'virtual:api/donations';
import { donorsApi } from 'virtual:api/donors';
import { solutionsApi } from 'virtual:api/solutions';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent, depends }) => {
  depends('app:donation');
  const { caller } = await parent();
  const { donationId } = params;
  const given = donationWith(donationId);
  const equipment = donationsApi.consignments({ params: { donationId } }).then(({ body }) => body);
  const history = may(caller, 'writeDonation', {})
    ? donationsApi.history({ params: { donationId } }).then(({ body }) => body.lines)
    : undefined;
  await waitBriefly(Promise.all([given, equipment, history]));
  return { pack: await countryPack(), given, equipment, history, back: '/donations' };
};

/** A donation with the names of what it names. */
async function donationWith(donationId: string) {
  const { body: donation } = await donationsApi.get({ params: { donationId } });
  const [{ body: donor }, { body: used }] = await Promise.all([
    donorsApi.get({ params: { donorId: donation.donorId } }),
    solutionsApi.list({}),
  ]);
  return { donation, donor, solutions: used.solutions };
}
