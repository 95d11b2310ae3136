import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthsBetween, type Month } from '../../../../functions/domain/calendar.ts';
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
import type { Contribution } from '../../../../functions/domain/contribution.ts';
import { testPack } from '../../../support/builders.ts';
import { Intruder, type Wanted } from '../../sample/intruder.ts';

const names = (en: string) => ({ en, uk: en, be: en, ru: en });
const regions = ['UA-46', 'UA-51', 'UA-63', 'UA-71', 'UA-74'];
const pack: CountryPack = { ...testPack, regions: regions.map((code) => ({ code, names: names(code) })) };
const months = monthsBetween('2024-01', '2024-12');
const makings = months.filter((month) => month >= '2024-03');
const figures = ['teleconsultations', 'doctorToDoctor', 'doctorToPatient', 'resolved', 'traumas', 'staff'];

/** What a facility reported of a month, when that was approved, and what it was corrected to, a release later. */
interface Report {
  doctorToDoctor: number;
  doctorToPatient: number;
  resolved: number;
  traumas: number;
  staff: number;
}
interface Told1 {
  region: string;
  month: Month;
  report: Report;
  after: number;
  corrected: Report | undefined;
}

const report: fc.Arbitrary<Report> = fc
  .record({
    doctorToDoctor: fc.oneof(fc.nat(2), fc.nat(4), fc.nat(30)),
    doctorToPatient: fc.oneof(fc.nat(2), fc.nat(4), fc.nat(30)),
    resolvedShare: fc.nat(100),
    traumaShare: fc.oneof(fc.constant(0), fc.nat(100)),
    staff: fc.nat(6),
  })
  .map(({ doctorToDoctor, doctorToPatient, resolvedShare, traumaShare, staff }) => ({
    doctorToDoctor,
    doctorToPatient,
    resolved: Math.floor(((doctorToDoctor + doctorToPatient) * resolvedShare) / 100),
    traumas: Math.floor((doctorToDoctor * traumaShare) / 100),
    staff,
  }));

const country = fc
  .tuple(...regions.map(() => fc.integer({ min: 1, max: 5 })))
  .chain((counts) =>
    fc.tuple(
      ...counts.flatMap((count, at) =>
        Array.from({ length: count }, () =>
          months.map((month) =>
            fc.record({
              region: fc.constant(regions[at] ?? ''),
              month: fc.constant(month),
              report,
              after: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(4)),
              corrected: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, report),
            }),
          ),
        ).flat(),
      ),
    ),
  );

function countedAt(told: readonly Told1[], release: number) {
  const rows: Contribution[] = [];
  const reporters: Contribution[] = [];
  for (const { region: row, month, report: first, after, corrected } of told) {
    const approvedIn = months.indexOf(month) + after;
    const at = months.indexOf(makings[release] ?? '');
    if (approvedIn > at) continue;
    const one = corrected && approvedIn + 1 <= at ? corrected : first;
    const all: Record<string, number> = { ...one, teleconsultations: one.doctorToDoctor + one.doctorToPatient };
    rows.push({
      scope: 'country',
      row,
      month,
      amounts: {
        ...Object.fromEntries(Object.entries(all).map(([name, amount]) => [approvedName(name), amount])),
        'facilitiesUsing.trauma': one.traumas > 0 ? 1 : 0,
        reportsApproved: 1,
      },
    });
    reporters.push({
      scope: 'country',
      row,
      month,
      amounts: Object.fromEntries(Object.entries(all).map(([name, amount]) => [name, amount > 0 ? 1 : 0])),
    });
  }
  return { cube: cubeOf(rows, regions), reporters: cubeOf(reporters, regions) };
}

async function narrowIn(told: readonly Told1[]) {
  let before: Told | undefined;
  const intruder = await Intruder.start(pack);
  let truth: ProgressCube = { months: [], rows: [], figures: {} };
  let reporters = truth;
  let shown = 0;
  for (const [index, month] of makings.entries()) {
    const outside = countedAt(told, index);
    const there = { country: outside.cube, outside, donors: [], open: [], milestones: [], before };
    const { content } = frozenOf(there, month, pack);
    before = toldIn(new Map(Object.entries(content)));
    const published = ProgressCube.parse(content[disclosedName(outsideName)]);
    truth = ProgressCube.parse(content[outsideName]);
    reporters = outside.reporters;
    intruder.asOf(truth, published);
    intruder.learn(published, figures);
    intruder.learnUse(published, 'traumas', 'facilitiesUsing.trauma');
    intruder.joinNation(truth, figures);
    intruder.knowRules(truth, figures);
    const sums = new ProgressSums(published, pack);
    shown = regions.reduce(
      (all, row) =>
        all + figures.filter((name) => published.figures[name] && sums.shows(name, '2024-12', [row])).length,
      0,
    );
  }
  const cells = protectedCells(truth, reporters, intruder.quarters(truth));
  const widths = intruder.widths(cells.map((cell) => intruder.of(cell)));
  return { shown, count: cells.length, narrow: cells.map((c, i) => ({ ...c, width: widths[i] ?? 0 })).filter(({ width }) => width < 5 - 1e-6) };
}

function protectedCells(truth: ProgressCube, reporters: ProgressCube, quarters: string[]): Wanted[] {
  const [sums, facilities] = [new ProgressSums(truth, pack), new ProgressSums(reporters, pack)];
  return figures.flatMap((figure) =>
    [...regions, pack.country].flatMap((row) =>
      (row === pack.country ? truth.months : quarters).flatMap((period) => {
        const of = row === pack.country ? [period] : truth.months.filter((m) => m <= period && m > months[months.indexOf(period) - 3 ] ! );
        const rows = row === pack.country ? undefined : [row];
        const inQ = of.length ? of : truth.months.filter((m) => m <= period);
        const count = figure === 'staff' ? sums.value(figure, period, rows) : inQ.reduce((a, m) => a + sums.amount(figure, m, rows), 0);
        const most = Math.max(...(figure === 'staff' && false ? [period] : inQ).map((m) => facilities.amount(figure, m, rows)));
        return count > 0 && (count < 5 || most < 3) ? [{ figure, row, period }] : [];
      }),
    ),
  );
}

test('attack', { timeout: 600_000 }, async () => {
  const samples = fc.sample(country, { numRuns: Number(process.env.RUNS ?? 20), seed: Number(process.env.SEED ?? 5) });
  for (const [i, told] of samples.entries()) {
    const t = performance.now();
    const { narrow, shown, count } = await narrowIn(told);
    console.log(i, 'protected', count, 'shown', shown, 'narrow', narrow.length, JSON.stringify(narrow.slice(0, 4)), Math.round(performance.now() - t));
  }
  expect(1).toBe(1);
});
