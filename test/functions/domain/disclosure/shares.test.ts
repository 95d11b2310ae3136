import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, monthsBetween, type Month } from '../../../../functions/domain/calendar.ts';
import type { Contribution } from '../../../../functions/domain/contribution.ts';
import { donorScope } from '../../../../functions/domain/equipment/chain/chainScopes.ts';
import { approvedName } from '../../../../functions/domain/figureCatalogue.ts';
import { cubeOf, ProgressCube, ProgressSums } from '../../../../functions/domain/progress.ts';
import {
  disclosedName,
  frozenOf,
  outsideName,
  toldIn,
  type Told,
} from '../../../../functions/domain/release/frozen.ts';
import { testPack } from '../../../support/builders.ts';
import { Solver, type Bounded, type Term } from '../../sample/solver.ts';

const regions = testPack.regions.map(({ code }) => code);
const [region = ''] = regions;
const months = monthsBetween('2024-01', '2024-10');
const donorId = 'JICA';
const share = 'supported.traumas';

/** What a facility reported for a month, how many months late, what it was corrected to, and whether the donor supports it. */
interface Reported {
  month: Month;
  first: number;
  late: number;
  corrected: number | undefined;
  isSupported: boolean;
}

const few = fc.oneof(fc.constant(0), fc.nat(4), fc.nat(20));
const facility = fc.boolean().chain((isSupported) =>
  fc.tuple(
    ...months.map((month) =>
      fc.record({
        month: fc.constant(month),
        first: few,
        late: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(3)),
        corrected: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, few),
        isSupported: fc.constant(isSupported),
      }),
    ),
  ),
);
const country = fc.array(facility, { minLength: 5, maxLength: 12 }).map((all): Reported[] => all.flat());

interface Amount {
  month: Month;
  amount: number;
  isSupported: boolean;
}

/** What is approved when a month is released. */
const approvedBy = (reports: readonly Reported[], release: Month): Amount[] =>
  reports
    .filter(({ month, late }) => addMonths(month, late) <= release)
    .map(({ month, first, late, corrected, isSupported }) => ({
      month,
      isSupported,
      amount: corrected !== undefined && addMonths(month, late) < release ? corrected : first,
    }));

function countedIn(amounts: readonly Amount[], name: string) {
  const row = { scope: 'country' as const, row: region };
  const of = (told: (amount: number) => Record<string, number>) =>
    cubeOf(
      amounts.map(({ month, amount }): Contribution => ({ ...row, month, amounts: told(amount) })),
      regions,
    );
  return {
    cube: of((amount) => ({ [approvedName(name)]: amount, reportsApproved: 1 })),
    reporters: of((amount) => ({ [name]: amount > 0 ? 1 : 0 })),
  };
}

type Part = 'share' | 'rest';

/** What someone who has read all releases knows nearer than five, of the share of a month and of what is left of the country's. */
async function knownOf(reports: readonly Reported[]) {
  const solver = await Solver.start();
  const numbers = new Map<string, number>();
  const relations: Bounded[] = [];
  let before: Told | undefined;
  let wanted: { part: Part; month: Month; term: Term }[] = [];
  for (const [index, release] of months.entries()) {
    const amounts = approvedBy(reports, release);
    const ours = amounts.filter(({ isSupported }) => isSupported);
    const outside = countedIn(amounts, 'traumas');
    const donors = [{ donorId, ...countedIn(ours, share) }];
    const { content } = frozenOf(
      { country: outside.cube, outside, donors, open: [], milestones: [], before },
      release,
      testPack,
    );
    before = toldIn(new Map(Object.entries(content)));
    const [whole, own] = [outsideName, donorScope(donorId)].map(
      (scope) => new ProgressSums(ProgressCube.parse(content[disclosedName(scope)]), testPack),
    );
    if (!whole || !own) throw new Error('A release has what it tells.');
    const cellOf = (part: Part, month: Month): Term => {
      const made = amounts
        .filter((each) => each.month === month && each.isSupported === (part === 'share'))
        .map(({ amount }) => amount);
      const isTold =
        own.showsAmount(share, month) && (part === 'share' || whole.showsAmount('traumas', month));
      const key = `${part} ${month} ${made.join()}${isTold ? '' : ` in ${index}`}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return [number, 1];
    };
    for (const month of months.filter((each) => each <= release)) {
      const until = months.filter((each) => each <= month);
      const sums: [ProgressSums, string, Part[]][] = [
        [own, share, ['share']],
        [whole, 'traumas', ['share', 'rest']],
      ];
      for (const [told, name, parts] of sums) {
        if (!told.shows(name, month)) continue;
        const value = told.value(name, month);
        const terms = until.flatMap((each) => parts.map((part) => cellOf(part, each)));
        relations.push({ terms, least: value, most: value });
      }
    }
    wanted = months.flatMap((month) =>
      (['share', 'rest'] as const).flatMap((part) => {
        const made = amounts.filter(
          (each) => each.month === month && each.amount > 0 && each.isSupported === (part === 'share'),
        );
        const count = made.reduce((sum, { amount }) => sum + amount, 0);
        const isProtected = count > 0 && (count < 5 || made.length < 3);
        return isProtected ? [{ part, month, term: cellOf(part, month) }] : [];
      }),
    );
  }
  const widths = solver.widths(
    { count: numbers.size, relations },
    wanted.map(({ term }) => [term]),
  );
  const all = wanted.map(({ part, month }, at) => ({ part, month, width: widths[at] ?? 0 }));
  return { all, near: all.filter(({ width }) => width < 5 - 1e-6) };
}

test(
  'whoever compares what releases tell of the country and of a donor’s share learns no small part of it',
  { timeout: 300_000 },
  async () => {
    const found = [];
    for (const reports of fc.sample(country, { numRuns: 40, seed: 3 })) found.push(await knownOf(reports));

    expect(found.flatMap(({ all }) => all).length).toBeGreaterThan(100);
    expect(found.map(({ near }) => near)).toEqual(found.map(() => []));
  },
);
