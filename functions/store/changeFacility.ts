import type { CountryPack } from '../domain/countryPack.ts';
import type { Facility } from '../domain/facility.ts';
import { commitChange, type Command } from './change.ts';
import type { Database } from './database.ts';
import { facilityFrom, facilityKind } from './facilities.ts';
import { recordChange } from './recordKind.ts';

interface FacilityRules {
  authorise: (facility: Facility | undefined) => void;
  /** `known` are those of the other facilities asked for that are on record. */
  decide: (facility: Facility | undefined, known: string[]) => Facility;
  /** Other facilities that the rule wants to know of. */
  others?: string[];
}

/** Does one command on a facility. */
export function changeFacility(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  command: Command,
  { authorise, decide, others = [] }: FacilityRules,
): Promise<Facility> {
  const read = async () => {
    const ids = [...new Set([facilityId, ...others])];
    const items = await database.get(ids.map((id) => ({ table: 'facilities', key: { facilityId: id } })));
    const known = ids.filter((_, index) => items[index]);
    return { facility: items[0] && facilityFrom(items[0]), known };
  };
  return commitChange(
    database,
    pack,
    {
      kind: facilityKind,
      subject: `facility#${facilityId}`,
      read,
      recordIn: ({ facility }) => facility,
      authorise: ({ facility }) => authorise(facility),
      decide: ({ facility, known }) => [recordChange(facilityKind, facility, decide(facility, known))],
      shown: (facility) => facility,
      guards: 'version',
    },
    command,
  );
}
