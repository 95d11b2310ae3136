import { termsOf, type Solution } from '../../domain/solution/solution.ts';
import type { Site } from '../dueReports.ts';
import { manager } from '../people.ts';
import type { Numbered } from './gifts.ts';
import type { UnitsEvent } from './unitsEvent.ts';

/** In use since before this day are the given complexes beside which the state bought more. */
const longBefore = '2024-03-01';

/** What the state bought for a solution where a donor's equipment was in use for it: both have a share of the figures. */
export function boughtBeside(allotments: Numbered[], sites: Site[], solutions: Solution[]): UnitsEvent[] {
  const solution = solutions.find(({ solutionId }) => solutionId === 'pregnancy-monitoring');
  if (!solution) return [];
  const live = new Set(
    sites.flatMap(({ profile, stages }) =>
      stages.some(({ stage, date }) => stage === 'live' && date < longBefore) ? [profile.facilityId] : [],
    ),
  );
  const beside = allotments
    .filter(
      ({ lineId, days, fate }) =>
        lineId === 'complex' && fate.kind === 'inUse' && (days.firstUse ?? '9') < longBefore,
    )
    .filter(({ placeId }) => live.has(placeId))
    .slice(0, 3);
  return beside.map(({ placeId: to }, index) => ({
    consignmentId: `stock-state${String(index + 1).padStart(3, '0')}`,
    placeId: to,
    at: '2024-05-20T12:10:00Z',
    by: manager,
    action: 'register',
    entry: {
      source: { kind: 'state', name: 'Regional budget' },
      equipmentType: 'portableDiagnosticComplex',
      solution: { solutionId: solution.solutionId, terms: termsOf(solution) },
      units: index + 1,
      log: [
        { kind: 'planned', date: '2024-04-15', to },
        { kind: 'shipped', date: '2024-04-29' },
        { kind: 'received', date: '2024-05-06' },
        { kind: 'installed', date: '2024-05-08' },
        { kind: 'firstUse', date: '2024-05-13' },
      ],
    },
  }));
}
