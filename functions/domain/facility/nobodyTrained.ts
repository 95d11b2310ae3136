import { addDays, addMonths, type Day } from '../calendar.ts';
import { joined, within, type Period } from '../period.ts';
import type { Facility } from './facility.ts';

/** So many days after equipment was installed somebody should be trained in it. */
const daysToTrain = 30;

const untrained = ['planned', 'connected', 'equipped'];

/**
 * When a facility had equipment and nobody who could use it: installed for over thirty days before its staff was trained,
 * or, once reports say how many can use a solution, from the first month of which one says nobody until the next that counts
 * and says otherwise.
 */
export function untrainedPeriods({ stages, adoptions = [], latest }: Known): Period[] {
  const before = stages.flatMap(({ stage, date }, index): Period[] => {
    const until = stages[index + 1]?.date;
    return untrained.includes(stage) ? [{ from: date, ...(until && { until }) }] : [];
  });
  const counted = latest?.counted ?? [];
  return adoptions.flatMap(({ solutionId, equipment }) => {
    const installed = joined(equipment.flatMap(({ spans }) => spans));
    const waiting = installed.flatMap(({ from, until }) => {
      const late = addDays(from, daysToTrain);
      return !until || late < until ? [{ from: late, ...(until && { until }) }] : [];
    });
    const said = latest?.unstaffed?.find((one) => one.solutionId === solutionId)?.months ?? [];
    const nobody = said.map(({ from, to }): Period => {
      const next = counted.find((run) => run.to > to);
      const until = next && firstDay(next.from > to ? next.from : addMonths(to, 1));
      return { from: firstDay(from), ...(until && { until }) };
    });
    return [
      ...before.flatMap((period) => within(waiting, period)),
      ...nobody.flatMap((period) => within(installed, period)),
    ];
  });
}

/** What of a facility says whether somebody is trained. */
type Known = Pick<Facility, 'stages' | 'adoptions' | 'latest'>;

const firstDay = (month: string): Day => `${month}-01`;
