import { monthOf, monthsBetween, type Month } from '../../domain/calendar.ts';
import type { CountryPack } from '../../domain/countryPack.ts';
import type { Facility } from '../../domain/facility/facility.ts';
import type { FacilityProfile, Known } from '../../domain/facility/facilityProfile.ts';
import { isLost } from '../../domain/report/liveMonths.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import type { Write } from '../write.ts';
import { claimKey, claimWrites, takenCodes } from './externalCodes.ts';
import { facilityFrom, facilityKind, facilitySubject } from './facilities.ts';
import { MonthlyReports, noReportCheck } from '../report/monthlyReports.ts';
import { movedWrites } from './movedFacilities.ts';
import { recordChange } from '../recordKind.ts';
import { facilityHolds } from '../solution/solutionHolders.ts';
import { solutionFrom, solutionKey } from '../solution/solutions.ts';

/** What a rule about a facility may want to know besides it. */
interface Surroundings extends Known {
  /** The months of which the facility has handed in a report. */
  reported: Month[];
  /** The solution that the command names. */
  solution?: Solution;
}

export interface FacilityRules {
  authorise: (facility: Facility | undefined) => void;
  decide: (facility: Facility | undefined, surroundings: Surroundings) => Facility;
  /** What the facility's profile is to name: whether there is such a facility, and whose such a code is. */
  names?: Pick<FacilityProfile, 'links' | 'externalCodes'>;
  /** The solution that it is about. */
  solutionId?: string;
  /** The facility as whoever was overtaken may see it. */
  shown?: (facility: Facility) => Facility;
}

/** Does one command on a facility. */
export function changeFacility(
  database: Database,
  pack: CountryPack,
  facilityId: string,
  command: Command,
  { authorise, decide, names = {}, solutionId, shown = (facility) => facility }: FacilityRules,
): Promise<Facility> {
  return commitChange(
    database,
    pack,
    {
      kind: facilityKind,
      subject: facilitySubject(facilityId),
      read: () => readCase(database, pack, { facilityId, ...names }, solutionId),
      recordIn: ({ facility }) => facility,
      authorise: ({ facility }) => authorise(facility),
      decide: ({ facility, ...surroundings }) => {
        const after = decide(facility, surroundings);
        const alongside = [
          ...claimWrites(facility, after),
          ...movedWrites(facility, after),
          ...facilityHolds(facility, after),
          ...checksOf(facility, after, pack, monthOf(command.at)),
        ];
        return [recordChange(facilityKind, facility, after, alongside)];
      },
      shown,
      guards: 'version',
    },
    command,
  );
}

/** How many months one transaction asks about, besides what else it writes; reports come in for the newest. */
const mostChecked = 80;

/** A month in which the facility is live no longer has no report, not even one that is handed in at this moment. */
function checksOf(
  before: Facility | undefined,
  after: Facility,
  { programmeStart }: CountryPack,
  last: Month,
): Write[] {
  if (!before) return [];
  return monthsBetween(monthOf(programmeStart), last)
    .filter((month) => isLost(month, before, after))
    .slice(-mostChecked)
    .map((month) => noReportCheck(after.facilityId, month));
}

async function readCase(
  database: Database,
  pack: CountryPack,
  named: Pick<FacilityProfile, 'facilityId' | 'links' | 'externalCodes'>,
  solutionId: string | undefined,
): Promise<{ facility: Facility | undefined } & Surroundings> {
  const { facilityId, links = [], externalCodes = [] } = named;
  const ids = [...new Set([facilityId, ...links.map((link) => link.facilityId)])];
  const [items, reports] = await Promise.all([
    database.get([
      ...ids.map((id) => ({ table: 'facilities' as const, key: { facilityId: id } })),
      ...externalCodes.map(claimKey),
      ...(solutionId ? [solutionKey(pack, solutionId)] : []),
    ]),
    new MonthlyReports(database).ofFacility(facilityId),
  ]);
  const solution = solutionId ? items.at(-1) : undefined;
  return {
    facility: items[0] && facilityFrom(items[0]),
    facilities: ids.filter((_, index) => items[index]),
    takenCodes: takenCodes(named, items.slice(ids.length)),
    ...(solution && { solution: solutionFrom(solution) }),
    reported: reports.filter(({ submittedOn }) => submittedOn).map(({ month }) => month),
  };
}
