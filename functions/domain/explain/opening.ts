import type { Scope } from '../contribution.ts';
import { donorOf } from '../equipment/chain/chainScopes.ts';
import { nation, type Action, type Place } from '../permissions.ts';
import type { Explained } from './explained.ts';

// Loaded by screens: nothing of a schema is in here.

/** What someone must be able to read to be told the records of each kind. */
const actions: Record<Explained['source'], Action> = {
  facility: 'readFacility',
  monthlyReport: 'readReport',
  consignment: 'readEquipment',
  donation: 'readDonation',
  solution: 'readSolution',
  trainingSession: 'readTraining',
};

/** Which row is opened, and whose progress it is. */
interface Where {
  scope: Scope;
  row: string;
  country: string;
}

/**
 * What a caller must be able to read, and where, to be told the records: the ministry's people those of their regions, a
 * donor those of the own aid.
 */
export function openingOf(
  { source }: Pick<Explained, 'source'>,
  { scope, row, country }: Where,
): [Action, Place] {
  const donorId = donorOf(scope);
  const place = row === country ? nation : { region: row };
  return [actions[source], { ...place, ...(donorId !== undefined && { donorIds: [donorId] }) }];
}
