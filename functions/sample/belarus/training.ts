import type { CountryPack } from '../../domain/countryPack.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { registerSession } from '../../domain/training/trainingRules.ts';
import type { StaffRole } from '../../domain/training/bounds.ts';
import type { TrainingStory } from '../training/trainingStories.ts';
import { clinic, hospital, sites, stations } from './facilities.ts';
import { belarusStory, reviewer } from './people.ts';
import { computerised, project } from './publishedFigures.ts';
import { records } from './solutions.ts';

/** Who came of a facility, all of them new to it. */
const came: [facilityId: string, staff: Partial<Record<StaffRole, number>>][] = [
  [clinic, { doctor: 14, nurse: 18 }],
  [hospital, { doctor: 6, nurse: 8 }],
  ...stations.map((facilityId): [string, Partial<Record<StaffRole, number>>] => [
    facilityId,
    { paramedic: 2 },
  ]),
];

/** The district's staff was taught before the clinic went on with computers; how many came is invented. */
export function belarusTraining(pack: CountryPack, solutions: readonly Solution[]): TrainingStory[] {
  const facilities = new Map(
    sites.map(({ profile: { facilityId, region } }) => [facilityId, { facilityId, region }]),
  );
  const lines = came.map(([facilityId, staff]) => ({
    facilityId,
    staff: Object.fromEntries(
      Object.entries(staff).map(([role, count]) => [
        role,
        { attending: count, newToSolution: count, newToEquipment: count },
      ]),
    ),
  }));
  const session = registerSession(
    'session-0001',
    {
      solutionId: records,
      day: computerised.trained,
      mode: 'onSite',
      hours: 8,
      provider: project.implementing,
      host: { kind: 'facility', facilityId: clinic },
      lines,
    },
    {
      pack,
      today: belarusStory.today,
      facilities,
      mayTellOf: () => true,
      solution: solutions.find(({ solutionId }) => solutionId === records),
    },
  );
  return [[{ action: 'register', session, by: reviewer, at: `${computerised.trained}T15:10:00Z` }]];
}
