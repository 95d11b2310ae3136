import { withTerms } from '../../domain/solution/adoption.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import type { Changed } from '../../domain/equipment/consignmentRules.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import { ensureFound } from '../../domain/permissions.ts';
import { ensure } from '../../domain/refusal.ts';
import { termsOf } from '../../domain/solution/solution.ts';
import type { SolutionTerms } from '../../domain/solution/solutionTerms.ts';
import { commitChange, unlessWrongState, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { changeConsignment } from '../equipment/changeConsignment.ts';
import { facilityFrom, facilityKind } from '../facility/facilities.ts';
import { recordChange } from '../recordKind.ts';
import { facilityHolds, holdersOf } from './solutionHolders.ts';
import { Solutions } from './solutions.ts';

/** How much counts with a solution's terms, and how much of it still with those before the newest. */
export interface Followers {
  all: number;
  behind: number;
}

/** How many follow in one request: it must end before its function does. */
const mostAtOnce = 50;

/**
 * Lets what counts with a solution's terms follow the newest ones, each in a transaction of its own, under the key
 * `<key>-<code>`: consignments, and with them the facilities that they are installed at, and those that have adopted it
 * by hand. There may be more than one request takes: whoever asks again goes on. Answers what is left.
 */
export async function letHoldersFollow(
  database: Database,
  pack: CountryPack,
  solutionId: string,
  command: Command,
  most = mostAtOnce,
): Promise<Followers> {
  const solution = await new Solutions(database, pack).find(solutionId);
  ensureFound(solution, 'readSolution');
  const terms = termsOf(solution);
  const holders = await holdersOf(database, solutionId);
  const behind = holders.filter(({ termsVersion }) => termsVersion < terms.version).slice(0, most);
  for (const { holder } of behind) {
    const [kind, code = ''] = holder.split('#');
    const step = {
      ...command,
      action: 'followTerms',
      idempotencyKey: `${command.idempotencyKey}-${code}`,
    } as const;
    const follow = kind === 'consignment' ? consignmentFollows : facilityFollows;
    await follow(database, pack, code, { solutionId, terms }, step).catch(unlessWrongState);
  }
  return followersOf(database, solutionId, terms.version);
}

/** How much counts with a solution's terms, and how much of it with an older version than this. */
export async function followersOf(
  database: Database,
  solutionId: string,
  version: number,
): Promise<Followers> {
  const holders = await holdersOf(database, solutionId);
  const behind = holders.filter(({ termsVersion }) => termsVersion < version);
  return { all: holders.length, behind: behind.length };
}

interface Newest {
  solutionId: string;
  terms: SolutionTerms;
}

async function consignmentFollows(
  database: Database,
  pack: CountryPack,
  consignmentId: string,
  newest: Newest,
  command: Command,
): Promise<void> {
  await changeConsignment(database, pack, consignmentId, command, {
    placeIds: [],
    authorise: () => undefined,
    decide: ({ consignment }) => {
      ensureFound(consignment, 'readEquipment');
      return withNewest(consignment, newest);
    },
  });
}

function withNewest(consignment: Consignment, solution: Newest): Changed {
  const isBehind = (consignment.solution?.terms.version ?? 0) < solution.terms.version;
  ensure(isBehind, 'wrongState', 'These units count with the present terms already.');
  return { after: { ...consignment, solution, version: consignment.version + 1 }, parts: [] };
}

async function facilityFollows(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  { solutionId, terms }: Newest,
  command: Command,
): Promise<void> {
  await commitChange<{ facility: Facility | undefined }, Facility>(
    database,
    pack,
    {
      kind: facilityKind,
      subject: `facility#${facilityId}`,
      read: async () => {
        const [item] = await database.get([{ table: 'facilities', key: { facilityId } }]);
        return { facility: item && facilityFrom(item) };
      },
      recordIn: ({ facility }) => facility,
      authorise: () => undefined,
      decide: ({ facility }) => {
        ensureFound(facility, 'readFacility');
        const adoptions = withTerms(facility.adoptions ?? [], { solutionId, ...terms });
        ensure(adoptions, 'wrongState', 'This facility counts with the present terms already.');
        const after = { ...facility, adoptions, version: facility.version + 1 };
        return [recordChange(facilityKind, facility, after, facilityHolds(facility, after))];
      },
      shown: (facility) => facility,
      guards: 'state',
    },
    command,
  );
}
