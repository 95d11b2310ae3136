import { donationsApi } from 'virtual:api/donations';
import { ownLanguage } from '#functions/domain/countryPack.ts';
import { countryPack } from '#lib/country/countryPack.ts';
import { traceUrl } from '#lib/donation/traceUrl.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params: { donationId } }) => {
  const [{ body }, { qrCode }, pack] = await Promise.all([
    donationsApi.trace({ params: { donationId } }),
    import('./qr.ts'),
    countryPack(),
  ]);
  const { link } = body;
  const all = link ? [{ box: 0, traceId: link.traceId }, ...link.labels] : [];
  return {
    own: ownLanguage(pack),
    labels: all.map(({ box, traceId }) => ({ box, qr: qrCode(traceUrl(traceId)) })),
    back: `/donations/${donationId}`,
  };
};
