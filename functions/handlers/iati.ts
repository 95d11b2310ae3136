import { implement } from '@orpc/server';
import { iatiRoutes } from '../contract/iati.ts';
import { donorFile } from '../domain/iati/donorFile.ts';
import { elementsOf } from '../domain/iati/elements.ts';
import type { Exported } from '../domain/iati/exported.ts';
import { recipientFile } from '../domain/iati/recipientFile.ts';
import { ensureFound, ensureMay, nation } from '../domain/permissions.ts';
import { Donations } from '../store/equipment/donations.ts';
import { Donors } from '../store/equipment/donors.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { figuresFor, world } from './http/figuresFor.ts';
import { pack } from './http/runtime.ts';
import { serve } from './http/serve.ts';
import { xmlOf } from './http/xml.ts';

const os = implement(iatiRoutes).$context<Call>();
const donors = new Donors(database, pack);
const donations = new Donations(database, pack);

export const handler = serve(
  os.router({
    recipient: os.recipient.handler(async ({ context: { caller, today, at } }) => {
      ensureMay(caller, 'writeDonation', nation);
      const figures = figuresFor(world, today);
      const [known, given, ofDonations, { rows: byRegion, until }] = await Promise.all([
        donors.all(),
        donations.all(),
        figures.rowsOfDonations(),
        figures.rowsToWorld(),
      ]);
      const sources = { pack, donations: given, ofDonations, byRegion, until, today, at };
      return { body: fileOf(`iati-recipient-${pack.country}`, recipientFile(known, sources), today) };
    }),
    donor: os.donor.handler(async ({ input: { params }, context: { caller, today, at } }) => {
      const { donorId } = params;
      ensureMay(caller, 'readDonation', { donorIds: [donorId] });
      const figures = figuresFor(world, today);
      const [donor, given, ofDonations, byRegion] = await Promise.all([
        donors.find(donorId),
        donations.ofDonor(donorId),
        figures.rowsOfDonations(),
        figures.rowsOfDonor(donorId),
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
