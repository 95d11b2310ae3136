import { error } from '@sveltejs/kit';
import { facilitiesApi } from 'virtual:api/facilities';
import { regionCodes } from '#functions/domain/countryPack.ts';
import { may, visibleRegions } from '#functions/domain/permissions.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { waitBriefly } from '#lib/ui/waitBriefly.ts';
import { listing } from '../../facilities/listing.ts';
import type { PageLoad } from './$types';

/** All pages of the list of facilities. */
const allPages = Number.POSITIVE_INFINITY;

/** Of which facilities months are looked for: one, or those of a region. */
export const load: PageLoad = async ({ url, parent }) => {
  const [pack, { caller }] = await Promise.all([countryPack(), parent()]);
  if (!may(caller, 'reviewReport')) error(403);
  const visible = visibleRegions(caller, regionCodes(pack));
  const regions = pack.regions.filter(({ code }) => visible.includes(code));
  const facilityId = url.searchParams.get('facility');
  const region = regions.find(({ code }) => code === url.searchParams.get('region'))?.code ?? '';
  const facilities = facilitiesIn(facilityId, region);
  await waitBriefly(facilities);
  const back = facilityId ? `/facilities/${facilityId}` : '/reports';
  return { pack, regions, region, facilityId, facilities, back };
};

/** Undefined as long as none are chosen. */
async function facilitiesIn(facilityId: string | null, region: string) {
  if (facilityId) return [(await facilitiesApi.get({ params: { facilityId } })).body];
  return region ? (await listing({ region }, allPages)).rows : undefined;
}
