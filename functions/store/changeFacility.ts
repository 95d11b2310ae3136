import { difference, facilityContributions } from '../domain/contribution.ts';
import type { CountryPack } from '../domain/countryPack.ts';
import { Facility } from '../domain/facility.ts';
import { commitChange, type Command } from './change.ts';
import type { Database } from './database.ts';
import { Facilities, facilityWrite } from './facilities.ts';
import { facilitySubject } from './history.ts';
import { progressWrites } from './progress.ts';

interface FacilityRules {
  authorise: (facility: Facility | undefined) => void;
  decide: (facility: Facility | undefined) => Facility;
}

/** Does one command on a facility: facility, progress and history move together. */
export function changeFacility(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  command: Command,
  { authorise, decide }: FacilityRules,
): Promise<Facility> {
  const counted = (facility: Facility | undefined) => (facility ? facilityContributions(facility) : []);
  return commitChange(
    database,
    {
      subject: facilitySubject(facilityId),
      read: () => new Facilities(database).find(facilityId),
      recordIn: (facility) => facility,
      authorise,
      decide,
      shown: (facility) => facility,
      writes: (before, after) => [
        facilityWrite(after),
        ...progressWrites(difference(counted(before), counted(after)), pack, facilityId),
      ],
      parse: (kept) => Facility.parse(kept),
    },
    command,
  );
}
