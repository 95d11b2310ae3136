import { donationsApi } from 'virtual:api/donations';
import { donorsApi } from 'virtual:api/donors';
import { solutionsApi } from 'virtual:api/solutions';
import { may } from '#functions/domain/permissions.ts';
import { failureOf } from '#lib/api/errors.ts';
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
  const trace = may(caller, 'traceDonation') ? linksOf(donationId) : undefined;
  await waitBriefly(Promise.all([given, equipment, history, trace]));
  return { pack: await countryPack(), given, equipment, history, trace, back: '/donations' };
};

/** The links of a donation; none are shown to who does not answer for all places to which it goes. */
async function linksOf(donationId: string) {
  try {
    return (await donationsApi.trace({ params: { donationId } })).body;
  } catch (error) {
    if (failureOf(error) === 'forbidden') return undefined;
    throw error;
  }
}

/** A donation with the names of what it names. */
async function donationWith(donationId: string) {
  const { body: donation } = await donationsApi.get({ params: { donationId } });
  const [{ body: donor }, { body: used }] = await Promise.all([
    donorsApi.get({ params: { donorId: donation.donorId } }),
    solutionsApi.list({}),
  ]);
  return { donation, donor, solutions: used.solutions };
}
