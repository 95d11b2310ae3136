import { implement } from '@orpc/server';
import { iatiRoutes } from '../contract/iati.ts';
import { donorScope } from '../domain/equipment/chain/chainScopes.ts';
import { donationsScope } from '../domain/equipment/donationContributions.ts';
import { donorFile } from '../domain/iati/donorFile.ts';
import { elementsOf } from '../domain/iati/elements.ts';
import type { Exported } from '../domain/iati/exported.ts';
import { recipientFile } from '../domain/iati/recipientFile.ts';
import { ensureFound, ensureMay, nation } from '../domain/permissions.ts';
import { Donations } from '../store/equipment/donations.ts';
import { Donors } from '../store/equipment/donors.ts';
import { Progress } from '../store/progress.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';
import { xmlOf } from './http/xml.ts';

const os = implement(iatiRoutes).$context<Call>();
const donors = new Donors(database, pack);
const donations = new Donations(database, pack);
const progress = new Progress(database, pack);

export const handler = serve(
  os.router({
    recipient: os.recipient.handler(async ({ context: { caller, today, at } }) => {
      ensureMay(caller, 'writeDonation', nation);
      const [known, given, ofDonations, byRegion] = await Promise.all([
        donors.all(),
        donations.all(),
        progress.ofScope(donationsScope, today),
        progress.ofScope('country', today),
      ]);
      const sources = { pack, donations: given, ofDonations, byRegion, today, at };
      return { body: fileOf(`iati-recipient-${pack.country}`, recipientFile(known, sources), today) };
    }),
    donor: os.donor.handler(async ({ input: { params }, context: { caller, today, at } }) => {
      const { donorId } = params;
      ensureMay(caller, 'readDonation', { donorIds: [donorId] });
      const [donor, given, ofDonations, byRegion] = await Promise.all([
        donors.find(donorId),
        donations.ofDonor(donorId),
        progress.ofScope(donationsScope, today),
        progress.ofScope(donorScope(donorId), today),
      ]);
      ensureFound(donor, 'readDonation');
      const sources = { pack, donations: given, ofDonations, byRegion, today, at };
      return { body: fileOf(`iati-donor-${donorId}`, donorFile(donor, sources), today) };
    }),
  }),
);

function fileOf(name: string, { document, gaps }: Exported, today: string) {
  if (!document) return { gaps };
  return { file: { name: `${name}-${today}.xml`, xml: xmlOf(elementsOf(document)) }, gaps };
}
