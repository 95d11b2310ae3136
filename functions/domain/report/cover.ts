import type { Month } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { names } from '../inEveryLanguage.ts';
import { namedInEach } from '../names.ts';
import type { Names } from '../names.ts';
import type { Figures, Indicator } from './indicator.ts';

const prefix = 'cover.';

/** The code under which a report says how many people at the facility can use a solution. */
export const coverCode = (solutionId: string): string => prefix + solutionId;

/** The solution that a code is about; undefined of one that is no cover. */
export const coveredSolution = (code: string): string | undefined =>
  code.startsWith(prefix) ? code.slice(prefix.length) : undefined;

/** A solution and what it lets a facility do, as far as that is known. */
interface Covered {
  solutionId: string;
  capability?: string | undefined;
}

type Covering = Pick<CountryPack, 'capabilities' | 'coverSince'>;

/** Whether a month's report says how many can use each solution: from the country's first such month on. */
export const asksCover = ({ coverSince }: Pick<Covering, 'coverSince'>, month: Month): boolean =>
  coverSince !== undefined && month >= coverSince;

/**
 * How many people at the facility can use each of these solutions: a stock as of the month's end, which the head confirms
 * each month. It is named by what the solution does; where several do the same, by its code as well.
 */
export function coverIndicators(
  { capabilities }: Pick<Covering, 'capabilities'>,
  solutions: Covered[],
): Indicator[] {
  const byId = new Map(solutions.map((one) => [one.solutionId, one]));
  const inOrder = [...byId.values()].toSorted((a, b) => (a.solutionId < b.solutionId ? -1 : 1));
  return inOrder.map(({ solutionId, capability }) => {
    const known = capabilities.find(({ code }) => code === capability)?.names;
    const isOnly = solutions.every((one) => one.solutionId === solutionId || one.capability !== capability);
    const suffix = isOnly ? '' : ` (${solutionId})`;
    return {
      code: coverCode(solutionId),
      // The sums that it is part of are figures of their own.
      key: '',
      direction: 'staff',
      names: namedInEach(
        (language) => `${asked[language]}: ${known ? known[language] + suffix : solutionId}`,
      ),
      help,
      unit: 'people',
      aggregation: 'last',
      max: 9999,
      zeroMustBeTyped: true,
    };
  });
}

/** The solutions that these figures say something of. */
export function coveredIn(figures: Figures): string[] {
  return Object.keys(figures).flatMap((code) => coveredSolution(code) ?? []);
}

/** What a figure of a report is called, by its code alone; undefined of one that is not known any more. */
export function namesOfFigure(
  code: string,
  pack: Pick<CountryPack, 'indicators' | 'capabilities'>,
): Names | undefined {
  const solutionId = coveredSolution(code);
  const [cover] = solutionId === undefined ? [] : coverIndicators(pack, [{ solutionId }]);
  return (cover ?? pack.indicators.find((known) => known.code === code))?.names;
}

const asked = names('Can use', 'Уміють користуватися', 'Умеюць карыстацца', 'Умеют пользоваться');
const help = names(
  'Everyone who works here now and can use it. Leave out those who have left.',
  'Усі, хто зараз тут працює і вміє ним користуватися. Без тих, хто звільнився.',
  'Усе, хто зараз тут працуе і ўмее ім карыстацца. Без тых, хто звольніўся.',
  'Все, кто сейчас здесь работает и умеет им пользоваться. Без тех, кто уволился.',
);
