import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import type { Donation } from '../../domain/equipment/donation.ts';
import { termsOf } from '../../domain/solution/solution.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { sameFacilityCheck } from '../facility/facilities.ts';
import { recordChange } from '../recordKind.ts';
import { consignmentHolds } from '../solution/solutionHolders.ts';
import { solutionFrom, solutionKey } from '../solution/solutions.ts';
import type { Item } from '../write.ts';
import { consignmentKind, placeWrites } from './consignments.ts';
import { donationFrom, donationKey, donationKind, donationSubject } from './donations.ts';
import { readPlaces, type Surroundings } from './places.ts';

/** What units are planned of, and the place that they are to go to. */
export interface PlanContext extends Surroundings {
  donation: Donation | undefined;
  /** The solution of the line, as a consignment keeps it. */
  solution: Consignment['solution'];
}

interface PlanRules {
  donationId: string;
  lineId: string;
  placeId: string;
  authorise: (context: PlanContext) => void;
  decide: (context: PlanContext) => { donation: Donation; consignment: Consignment };
}

/** Takes units of a donation's line for a place: the donation and the new consignment in one transaction. */
export function planConsignment(
  database: Database,
  pack: CountryPack,
  command: Command,
  { donationId, lineId, placeId, authorise, decide }: PlanRules,
): Promise<Donation> {
  return commitChange(
    database,
    pack,
    {
      kind: donationKind,
      subject: donationSubject(donationId),
      read: async (): Promise<PlanContext> => {
        const [[item], surroundings] = await Promise.all([
          database.get([donationKey(pack, donationId)]),
          readPlaces(database, [placeId]),
        ]);
        const donation = item && donationFrom(item);
        const { solutionId } = donation?.lines.find((line) => line.lineId === lineId) ?? {};
        return { ...surroundings, donation, solution: await keptSolution(database, pack, solutionId) };
      },
      recordIn: ({ donation }) => donation,
      authorise,
      decide: (context) => {
        const { donation, consignment } = decide(context);
        const alongside = [
          ...placeWrites(undefined, consignment),
          ...consignmentHolds(undefined, consignment),
          ...context.facilities.map(sameFacilityCheck),
        ];
        return [
          recordChange(donationKind, context.donation, donation),
          recordChange(consignmentKind, undefined, consignment, alongside),
        ];
      },
      shown: (donation) => donation,
      guards: 'state',
    },
    command,
  );
}

/** A solution as the consignments that are for it keep it. */
export async function keptSolution(
  database: Database,
  pack: CountryPack,
  solutionId: string | undefined,
): Promise<Consignment['solution']> {
  if (solutionId === undefined) return undefined;
  const [item] = await database.get([solutionKey(pack, solutionId)]);
  return keptSolutionIn(item);
}

/** The same of what is at a solution's key. */
export function keptSolutionIn(item: Item | undefined): Consignment['solution'] {
  const solution = item && solutionFrom(item);
  return solution && { solutionId: solution.solutionId, terms: termsOf(solution) };
}
