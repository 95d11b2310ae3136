import { daysFrom, type Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { chainEnds, chainSteps, furthestUnits, furthestUsd, unitsWithin, type ChainStep } from './chain.ts';
import type { Consignment } from './consignment.ts';
import { countedMonth, type InRow } from './countedMonth.ts';
import { dayClassOf } from './dayClasses.ts';
import { placeOf, type Step } from './standing.ts';

/**
 * Given units count once, as far as they have come and where they are now, in the month in which they were planned: so in
 * each row those that came to a step are never more than those that came to the one before, whoever moved them meanwhile,
 * and what happens to them later moves one row, however long their past is.
 */
export function chainContributions(
  steps: Step[],
  { units, usdCents }: Pick<Consignment, 'units' | 'usdCents'>,
  pack: CountryPack,
): InRow[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return [];
  const reached = reachedIn(steps);
  const furthest = reached.at(-1)?.step ?? 'planned';
  const fate = chainEnds.find((end) => end === last.standing.state) ?? 'open';
  const within = reached.slice(1).map(({ step, date }, index) => {
    const before = reached[index]?.date ?? date;
    return [unitsWithin(step, dayClassOf(daysFrom(before, date))), units] as const;
  });
  return [
    {
      row: placeOf(last.standing).region,
      month: countedMonth(first.event.date, pack),
      amounts: {
        [furthestUnits(furthest, fate)]: units,
        [furthestUsd(furthest, fate)]: usdCents,
        ...Object.fromEntries(within),
      },
    },
  ];
}

/** The days on which units first came to each step, in order. */
function reachedIn(steps: Step[]): { step: ChainStep; date: Day }[] {
  return chainSteps.flatMap((step) => {
    const date = steps.find(({ event }) => event.kind === step)?.event.date;
    return date ? [{ step, date }] : [];
  });
}
