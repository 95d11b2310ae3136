import { monthOf } from '../calendar.ts';
import { summed, type Amounts, type Contribution, type Row } from '../contribution.ts';
import type { CountryPack } from '../countryPack.ts';
import { solutionScope } from '../equipment/chain/chainScopes.ts';
import { groupFigure, groupOf, reportersScope } from '../release/reporters.ts';
import { attendedBy } from './attendance.ts';
import type { TrainingHost, TrainingSession } from './trainingSession.ts';

/** The row in which a session counts: its host's region, or the nation's own. */
export function rowOfHost(host: TrainingHost, { country }: Pick<CountryPack, 'country'>): Row {
  return host.kind === 'nation' ? country : host.region;
}

/**
 * A session counts once, in its host's row; those who came count in their facility's. What is about a solution counts in that
 * solution's scope as well. What is cancelled counts nowhere.
 */
export function trainingContributions(session: TrainingSession, pack: CountryPack): Contribution[] {
  const { day, host, lines, solutionId, cancelled } = session;
  if (cancelled) return [];
  const month = monthOf(day);
  const attended = lines.map(({ facilityId, region, staff }) => {
    const { attending, newToSolution, newToEquipment } = attendedBy(staff);
    const amounts: Amounts = {
      attendances: attending,
      workersTrained: newToEquipment,
      // To what a session of no solution is about, it says nothing of a solution.
      ...(solutionId && { newToSolution }),
    };
    return { facilityId, row: region, month, amounts };
  });
  const rows = [
    { row: rowOfHost(host, pack), month, amounts: { trainingSessions: 1 } },
    ...attended.map(({ facilityId: _, ...one }) => one),
  ];
  const regions = new Set(lines.map(({ region }) => region));
  const scopes = ['country' as const, ...(solutionId ? [solutionScope(solutionId)] : [])];
  return summed([
    ...scopes.flatMap((scope) => rows.map((row) => ({ scope, ...row }))),
    ...(regions.size > mostCounted ? [] : attended).map(({ facilityId, row, amounts }) => ({
      scope: reportersScope('country'),
      row,
      month,
      amounts: groupsIn(amounts, groupOf(facilityId)),
    })),
  ]);
}

/**
 * Of a session of more regions groups are not counted, so that what it writes fits a transaction: less is told then, never more.
 */
const mostCounted = 12;

/** That a group of facilities sent somebody, of each figure of which it did. */
function groupsIn(amounts: Amounts, group: number): Amounts {
  const names = Object.keys(amounts).filter((name) => (amounts[name] ?? 0) > 0);
  return Object.fromEntries(names.map((name) => [groupFigure(name, group), 1]));
}
