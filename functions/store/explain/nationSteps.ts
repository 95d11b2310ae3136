import { donationContributions } from '../../domain/equipment/donationContributions.ts';
import { donorOf } from '../../domain/equipment/chain/chainScopes.ts';
import { solutionContributions } from '../../domain/solution/solutionContributions.ts';
import { Donations } from '../equipment/donations.ts';
import { Solutions } from '../solution/solutions.ts';
import { counted, type Opened, type Step } from './counted.ts';

/** The donations that a pledge is the sum of: one request. */
export async function donationStep(opened: Opened): Promise<Step> {
  const donations = new Donations(opened.database, opened.pack);
  const donorId = donorOf(opened.at.scope);
  const given = donorId === undefined ? await donations.all() : await donations.ofDonor(donorId);
  const records = counted(opened, given, donationContributions, ({ donationId, title }) => ({
    kind: 'donation',
    recordId: donationId,
    title,
  }));
  return { records, places: [] };
}

/** The solutions that their number is the sum of: one request. */
export async function solutionStep(opened: Opened): Promise<Step> {
  const solutions = await new Solutions(opened.database, opened.pack).all();
  const records = counted(opened, solutions, solutionContributions, ({ solutionId, names, stages }) => ({
    kind: 'solution',
    recordId: solutionId,
    names,
    ...(stages.at(-1) && { state: stages.at(-1)?.status }),
  }));
  return { records, places: [] };
}
