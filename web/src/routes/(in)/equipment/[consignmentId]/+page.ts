import { error } from '@sveltejs/kit';
import { consignmentsApi } from 'virtual:api/consignments';
import { donationsApi } from 'virtual:api/donations';
import { solutionsApi } from 'virtual:api/solutions';
import type { Consignment } from '#functions/domain/equipment/consignment.ts';
import { may } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { named } from '#lib/i18n/format.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { consignmentId }, parent, depends }) => {
  depends('app:consignment');
  const { caller } = await parent();
  if (!may(caller, 'readEquipment')) error(403);
  const params = { consignmentId };
  const record = consignmentsApi.get({ params }).then(async ({ body }) => ({
    ...body,
    ...(await namesOf(body.consignment)),
  }));
  const history = consignmentsApi.history({ params }).then(({ body }) => body.lines);
  await waitBriefly(Promise.all([record, history]));
  return { pack: await countryPack(), record, history, back: '/equipment' };
};

/** How the donation and the solution are called that the units are of; the page goes without what cannot be had. */
async function namesOf({ source, solution }: Consignment): Promise<{ donation?: string; solution?: string }> {
  const nothing = () => undefined;
  const donationId = source.kind === 'donation' ? source.donationId : undefined;
  const solutionId = solution?.solutionId;
  const [donation, known] = await Promise.all([
    donationId && donationsApi.get({ params: { donationId } }).then(({ body }) => body.title, nothing),
    solutionId && solutionsApi.get({ params: { solutionId } }).then(({ body }) => named(body.names), nothing),
  ]);
  return { donation, solution: known };
}
