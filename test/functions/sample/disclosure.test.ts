import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { figuresAboutPeople } from '../../../functions/domain/disclosure/tables.ts';
import { catalogueOf } from '../../../functions/domain/figureCatalogue.ts';
import { cubeOf, ProgressCube, ProgressSums } from '../../../functions/domain/progress.ts';
import { disclosedName, outsideName } from '../../../functions/domain/release/frozen.ts';
import type { Release } from '../../../functions/domain/release/release.ts';
import { reportersScope } from '../../../functions/domain/release/reporters.ts';
import { attendedBy } from '../../../functions/domain/training/attendance.ts';
import type { TrainingLine, TrainingSession } from '../../../functions/domain/training/trainingSession.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { sampleToday } from '../../../functions/sample/publishedFigures.ts';
import { Database } from '../../../functions/store/database.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { Releases } from '../../../functions/store/release/releases.ts';
import { trainingFrom } from '../../../functions/store/training/trainingSessions.ts';
import { copySample } from '../../support/sampleDatabase.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';
import { Intruder, type Wanted } from './intruder.ts';

const pack = packFor('UA');
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-disclosure-'));
let engine: TestEngine;
/** What each release froze and tells everybody, the oldest first. */
let releases: { truth: ProgressCube; told: ProgressCube }[];
/** What the newest release froze. */
let truth: ProgressCube;
let reporters: ProgressSums;
let sessions: TrainingSession[];

beforeAll(async () => {
  const file = join(folder, 'dynamodb.db');
  await copySample(file);
  engine = await startEngine(file);
  const database = new Database(engine.env);
  const store = new Releases(database, pack);
  const cubeIn = async (release: Release, name: string) =>
    ProgressCube.parse(await store.content(release, name));
  releases = await Promise.all(
    (await store.all()).toReversed().map(async (release) => ({
      truth: await cubeIn(release, outsideName),
      told: await cubeIn(release, disclosedName(outsideName)),
    })),
  );
  truth = releases.at(-1)?.truth ?? truth;
  const rows = await new Progress(database, pack).ofScope(reportersScope('country'), sampleToday);
  reporters = new ProgressSums(cubeOf(rows, regionCodes(pack)), pack);
  sessions = [];
  for await (const item of database.scan('trainingSessions')) sessions.push(trainingFrom(item));
});

afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

test('whoever reads all releases knows no protected count of people of a region nearer than five', async () => {
  const found = [];
  for (const figures of families()) {
    const intruder = await Intruder.start(pack);
    for (const { truth: then, told } of releases) {
      intruder.asOf(then, told);
      intruder.learn(told, figures);
      intruder.joinNation(then, figures);
      intruder.knowRules(then, figures);
      for (const [figure, using] of usedAs)
        if (figures.includes(figure)) intruder.learnUse(told, figure, using);
    }
    for (const figure of figures) learnNotZero(intruder, figure);
    const cells = figures.flatMap((figure) => protectedCells(figure, intruder.quarters(truth)));
    const widths = intruder.widths(cells.map((cell) => intruder.of(cell)));
    found.push(...cells.map((cell, index) => ({ ...cell, width: widths[index] ?? 0 })));
  }

  expect(found.length).toBeGreaterThan(300);
  expect(found.filter(({ width }) => width < 5 - 1e-6)).toEqual([]);
});

test('who is told all cells knows each of them', async () => {
  const intruder = await Intruder.start(pack);
  const figures = ['workersTrained'];
  intruder.asOf(truth, truth);
  intruder.learn(truth, figures);
  intruder.joinNation(truth, figures);
  const cells = protectedCells('workersTrained', intruder.quarters(truth));

  expect(intruder.widths(cells.map((cell) => intruder.of(cell))).every((width) => width < 1e-6)).toBe(true);
});

/** The figures that are a solution's own, with what says how many facilities use it. */
const usedAs = new Map([
  ['pregnancyMonitoringSessions', 'facilitiesUsing.pregnancyMonitoring'],
  ['selfExaminations', 'facilitiesUsing.selfExamination'],
  ['ctStudiesReadWithAi', 'facilitiesUsing.aiCt'],
  ['rehabilitationSessions', 'facilitiesUsing.arNeurorehabilitation'],
  ['operationsConsulted', 'facilitiesUsing.virtualOperatingRoom'],
  ['traumaConsultations', 'facilitiesUsing.traumaConsultation'],
]);

/** What the newest release leaves out of a row though it tells the nation's is not zero; of a part its sum is. */
function learnNotZero(intruder: Intruder, figure: string): void {
  const newest = releases.at(-1)?.told;
  const isPart = [...catalogueOf(pack).values()].some(
    ({ name, indicators }) => name !== figure && indicators.includes(figure),
  );
  if (!newest || isPart) return;
  const [told, now] = [new ProgressSums(newest, pack), new ProgressSums(truth, pack)];
  const isRunning = catalogueOf(pack).get(figure)?.kind !== 'month';
  const quarters = intruder.quarters(truth);
  for (const row of now.regions) {
    let waiting: string[] = [];
    let before = 0;
    for (const period of quarters) {
      waiting = isRunning ? [...waiting, period] : [period];
      const value = now.value(figure, period, [row]);
      const isTold = told.shows(figure, period, [row]);
      if (!isTold && told.shows(figure, period) && value - before > 0)
        intruder.knowNotZero(figure, row, waiting);
      if (isTold && isRunning) [waiting, before] = [[], value];
    }
  }
}

/** Figures about people that say something of each other, together. */
function families(): string[][] {
  const names = figuresAboutPeople(truth, pack).map(({ name }) => name);
  const joined = (name: string) => [
    ...(catalogueOf(pack).get(name)?.indicators ?? []),
    ...(pack.indicators.find(({ code }) => code === name)?.atMost ?? []),
  ];
  const found: Set<string>[] = [];
  for (const name of names) {
    const own = new Set([name, ...joined(name).filter((one) => names.includes(one))]);
    for (const other of found.filter((each) => [...each].some((one) => own.has(one)))) {
      for (const one of other) own.add(one);
      found.splice(found.indexOf(other), 1);
    }
    found.push(own);
  }
  return found.map((family) => [...family]);
}

/** What a quarter of a region has, where that is of one to four people, or of one or two facilities. */
function protectedCells(figure: string, quarters: string[]): Wanted[] {
  const sums = new ProgressSums(truth, pack);
  const isRunning = catalogueOf(pack).get(figure)?.kind !== 'month';
  const isReported = catalogueOf(pack).get(figure)?.source === 'monthlyReport';
  const reportingIn = (months: string[], row: string) =>
    isReported
      ? Math.max(...months.map((month) => reporters.amount(figure, month, [row])))
      : attendingIn(figure, months, row);
  return sums.regions.flatMap((row) =>
    quarters.flatMap((period, at) => {
      const before = isRunning && at > 0 ? sums.value(figure, quarters[at - 1] ?? '', [row]) : 0;
      const count = sums.value(figure, period, [row]) - before;
      const months = isRunning
        ? sums.months.filter((each) => each > (quarters[at - 1] ?? '') && each <= period)
        : [period];
      const isProtected = count > 0 && (count < 5 || reportingIn(months, row) < 3);
      return isProtected ? [{ figure, row, period }] : [];
    }),
  );
}

/** How many facilities of a region had people who came to training in some months, as a figure counts them. */
function attendingIn(figure: string, months: string[], row: string): number {
  const lines = sessions
    .filter(({ day, cancelled }) => !cancelled && months.includes(day.slice(0, 7)))
    .flatMap(({ lines: all, solutionId }) => (figure === 'newToSolution' && !solutionId ? [] : all));
  const came = ({ staff }: TrainingLine): number => {
    const { attending, newToSolution, newToEquipment } = attendedBy(staff);
    return { attendances: attending, newToSolution, workersTrained: newToEquipment }[figure] ?? 0;
  };
  const those = lines.filter((line) => line.region === row && came(line) > 0);
  return new Set(those.map(({ facilityId }) => facilityId)).size;
}
