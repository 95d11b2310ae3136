import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, monthsBetween, type Month } from '../../../../functions/domain/calendar.ts';
import type { Contribution } from '../../../../functions/domain/contribution.ts';
import type { CountryPack } from '../../../../functions/domain/countryPack.ts';
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
import { Intruder, type Wanted } from '../../sample/intruder.ts';

const names = (en: string) => ({ en, uk: en, be: en, ru: en });
const regions = ['UA-46', 'UA-51', 'UA-63', 'UA-71', 'UA-74'];
const pack: CountryPack = { ...testPack, regions: regions.map((code) => ({ code, names: names(code) })) };
const months = monthsBetween('2024-01', '2024-12');
const released = months.slice(2);
const figures = ['teleconsultations', 'doctorToDoctor', 'doctorToPatient', 'resolved', 'traumas', 'staff'];

/** A facility's report of a month: how many months late it is approved, and what the release after that corrects it to. */
interface Reported {
  region: string;
  month: Month;
  first: Record<string, number>;
  late: number;
  corrected: Record<string, number> | undefined;
}

const few = fc.oneof(fc.nat(2), fc.nat(4), fc.nat(30));
const percent = fc.nat(100);
const someFigures = fc
  .tuple(few, few, percent, fc.oneof(fc.constant(0), percent), fc.nat(6))
  .map(([doctorToDoctor, doctorToPatient, resolved, traumas, staff]) => ({
    doctorToDoctor,
    doctorToPatient,
    teleconsultations: doctorToDoctor + doctorToPatient,
    resolved: Math.floor(((doctorToDoctor + doctorToPatient) * resolved) / 100),
    traumas: Math.floor((doctorToDoctor * traumas) / 100),
    staff,
  }));

const reportedIn = (region: string, month: Month): fc.Arbitrary<Reported> =>
  fc.record({
    region: fc.constant(region),
    month: fc.constant(month),
    first: someFigures,
    late: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(4)),
    corrected: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, someFigures),
  });

/** A country of few facilities, with all that they report in a year. */
const country = fc
  .tuple(...regions.map(() => fc.integer({ min: 1, max: 5 })))
  .chain((facilities) =>
    fc.tuple(
      ...facilities.flatMap((count, at) =>
        Array.from({ length: count }, () =>
          months.map((month) => reportedIn(regions[at] ?? '', month)),
        ).flat(),
      ),
    ),
  );

/** Corrections that change nothing of the country: what two facilities reported for a month is exchanged. */
function exchanged(reports: readonly Reported[]): Reported[] {
  return months.flatMap((month) => {
    const own = reports.filter((one) => one.month === month);
    return own.map((one, at) => {
      const other = own[own.length - 1 - at];
      const isExchanged = one.corrected !== undefined || other?.corrected !== undefined;
      return { ...one, late: 0, corrected: isExchanged ? other?.first : undefined };
    });
  });
}

/** What is approved when a month is released, and how many facilities have anything of it. */
function countedIn(reports: readonly Reported[], release: Month) {
  const approved = reports.filter(({ month, late }) => addMonths(month, late) <= release);
  const now = approved.map(({ region: row, month, first, late, corrected }) => ({
    scope: 'country' as const,
    row,
    month,
    told: corrected && addMonths(month, late) < release ? corrected : first,
  }));
  const rows = now.map(({ told, ...at }): Contribution => {
    const figuresOf = Object.entries(told).map(([name, amount]) => [approvedName(name), amount]);
    const used = { 'facilitiesUsing.trauma': (told['traumas'] ?? 0) > 0 ? 1 : 0, reportsApproved: 1 };
    return { ...at, amounts: { ...Object.fromEntries(figuresOf), ...used } };
  });
  const reporters = now.map(({ told, ...at }): Contribution => {
    const having = Object.entries(told).map(([name, amount]) => [name, amount > 0 ? 1 : 0]);
    return { ...at, amounts: Object.fromEntries(having) };
  });
  return { cube: cubeOf(rows, regions), reporters: cubeOf(reporters, regions) };
}

/** What an intruder who has read all releases of a country knows nearer than five, of what the newest does not tell. */
async function knownOf(reports: readonly Reported[]) {
  const intruder = await Intruder.start(pack);
  let before: Told | undefined;
  let protectedNow: Counted[] = [];
  const safeBefore = new Set<string>();
  for (const month of released) {
    const outside = countedIn(reports, month);
    const there = { country: outside.cube, outside, donors: [], open: [], milestones: [], before };
    const { content } = frozenOf(there, month, pack);
    before = toldIn(new Map(Object.entries(content)));
    const [told, truth] = [disclosedName(outsideName), outsideName].map((name) =>
      ProgressCube.parse(content[name]),
    );
    if (!told || !truth) throw new Error('A release has what it tells, and what it is made of.');
    intruder.asOf(truth, told);
    intruder.learn(told, figures);
    intruder.learnUse(told, 'traumas', 'facilitiesUsing.trauma');
    intruder.joinNation(truth, figures);
    intruder.knowRules(truth, figures);
    const cells = countsIn(truth, outside.reporters, intruder.quarters(truth));
    // What was told when it was of three facilities is known, though it is of two now.
    protectedNow = cells.filter(({ isProtected, text }) => isProtected && !safeBefore.has(text));
    for (const { isProtected, text } of cells) if (!isProtected) safeBefore.add(text);
  }
  const widths = intruder.widths(protectedNow.map((cell) => intruder.of(cell)));
  const all = protectedNow.map(({ figure, row, period }, at) => ({
    ...{ figure, row, period },
    width: widths[at] ?? 0,
  }));
  return { all, near: all.filter(({ width }) => width < 5 - 1e-6) };
}

/** A count, what it says, and whether it is of one to four people, or of one or two facilities. */
interface Counted extends Wanted {
  text: string;
  isProtected: boolean;
}

/** What is counted of regions by quarter, of the nation by month, where there is anything. */
function countsIn(truth: ProgressCube, reporters: ProgressCube, quarters: Month[]): Counted[] {
  const [sums, having] = [truth, reporters].map((cube) => new ProgressSums(cube, pack));
  const countOf = ({ figure, row, period }: Wanted): Counted => {
    const isNation = row === pack.country;
    const rows = isNation ? undefined : [row];
    const span = isNation ? [period] : monthsBetween(addMonths(period, -2), period);
    const counted = figure === 'staff' ? [period] : span;
    const count = counted.reduce((all, month) => all + (sums?.amount(figure, month, rows) ?? 0), 0);
    const facilities = Math.max(...span.map((month) => having?.amount(figure, month, rows) ?? 0));
    const isProtected = count > 0 && (count < 5 || facilities < 3);
    return { figure, row, period, text: `${figure} ${row} ${period} ${count}`, isProtected };
  };
  return figures.flatMap((figure) =>
    [...regions, pack.country].flatMap((row) =>
      (row === pack.country ? truth.months : quarters).map((period) => countOf({ figure, row, period })),
    ),
  );
}

const some = (seed: number, at: readonly number[]): Reported[][] =>
  fc.sample(country, { numRuns: Math.max(...at) + 1, seed }).filter((_, index) => at.includes(index));

test.each([
  ['a late report or a correction', some(5, [...Array(12).keys()])],
  ['a late report before a month of which everybody knows that nothing was used in it', some(7, [2])],
  ['a late report that the month before the end of its quarter tells', some(9, [9])],
  [
    'a correction of a part of a sum, or one that is taken back',
    [...some(32, [17, 59, 61]), ...some(34, [89, 104])],
  ],
  ['a correction that changes nothing of the country', some(8, [4, 12]).map(exchanged)],
])(
  'whoever compares releases, and which facilities use what, learns no small count that %s made',
  { timeout: 300_000 },
  async (_, countries) => {
    const found = [];
    for (const reports of countries) found.push(await knownOf(reports));

    expect(found.flatMap(({ all }) => all).length).toBeGreaterThan(30);
    expect(found.map(({ near }) => near)).toEqual(found.map(() => []));
  },
);
