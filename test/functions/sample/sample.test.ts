import { expect, test } from 'vitest';
import { dayAt, monthsBetween } from '../../../functions/domain/calendar.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import { currentStage, Facility, stages, type Stage } from '../../../functions/domain/facility/facility.ts';
import type { FacilityProfile } from '../../../functions/domain/facility/facilityProfile.ts';
import { wasLive } from '../../../functions/domain/report/liveMonths.ts';
import { facilityContributions } from '../../../functions/domain/facility/facilityContributions.ts';
import { figurePath, isUnusual, usualRange } from '../../../functions/domain/report/indicator.ts';
import { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import { cubeOf, ProgressSums, summaryOf } from '../../../functions/domain/progress.ts';
import { reportContributions } from '../../../functions/domain/report/reportContributions.ts';
import { solutionContributions } from '../../../functions/domain/solution/solutionContributions.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { standing } from '../../../functions/sample/publishedFigures.ts';
import { sampleOf, sampleToday } from '../../../functions/sample/sample.ts';
import { dayOf, replayed } from '../../../functions/sample/timeline.ts';

const pack = packFor('UA');
const sample = sampleOf(pack);
const states = sample.timelines.map((timeline) => replayed(timeline, pack));
const facilities = states.map(({ facility }) => Facility.parse(facility));
const reports = states.flatMap((state) => state.reports.map((report) => MonthlyReport.parse(report)));
const live = facilities.filter((facility) => currentStage(facility).stage === 'live');

const reportsOf = (month: string, ...statuses: string[]) =>
  reports.filter(
    (report) => report.month === month && (!statuses.length || statuses.includes(report.status)),
  );
const share = (part: unknown[], whole: unknown[]) => part.length / whole.length;

test('the sample is the same each time', () => {
  expect(sampleOf(pack)).toEqual(sample);
});

test('its totals are the published ones', () => {
  const contributions = [
    ...facilities.flatMap((facility) => facilityContributions(facility, pack)),
    ...reports.flatMap((report) => reportContributions(report, pack)),
  ].filter(({ scope }) => scope === 'country');
  const sums = new ProgressSums(cubeOf(contributions, regionCodes(pack)), pack);
  const { figures } = summaryOf(sums, '2024-11');

  expect(figures['facilitiesLive']).toBe(328);
  expect(figures['approved.teleconsultations']).toBe(8893);
  expect(figures['teleconsultations']).toBeGreaterThan(9100);
  expect(figures['teleconsultations']).toBeLessThan(9400);
});

test('of nine solutions six operate, and advice on injuries is adopted and used', () => {
  const contributions = [
    ...sample.solutions
      .flatMap((versions) => versions.slice(-1))
      .flatMap((one) => solutionContributions(one, pack)),
    ...facilities.flatMap((facility) => facilityContributions(facility, pack)),
    ...reports.flatMap((report) => reportContributions(report, pack)),
  ];
  const sums = new ProgressSums(cubeOf(contributions, regionCodes(pack)), pack);
  const { figures } = summaryOf(sums, '2024-11');

  expect([figures['solutionsOperating'], figures['solutionsPreparing']]).toEqual([6, 3]);
  expect(figures['facilitiesWith.traumaConsultation']).toBe(20);
  expect(sums.value('facilitiesUsing.traumaConsultation', '2024-10')).toBeGreaterThan(8);
  expect(figures['traumaConsultations']).toBeGreaterThan(100);
});

test('facilities stand at every stage', () => {
  const count = (stage: Stage) => facilities.filter((one) => currentStage(one).stage === stage).length;

  expect(Object.fromEntries(stages.map((stage) => [stage, count(stage)]))).toEqual(standing);
});

test('nothing happens after the sample’s day, and each command on the day in the country that it says', () => {
  const events = sample.timelines.flatMap((timeline) => timeline.events);

  expect(events.every((event) => dayOf(event) <= sampleToday)).toBe(true);
  expect(events.filter((event) => dayAt(event.at, pack.timeZone) !== dayOf(event))).toEqual([]);
});

test('facilities have names of their own, in English and Ukrainian', () => {
  for (const language of ['en', 'uk'] as const) {
    const names = facilities.map(({ names }) => names[language]);
    expect(new Set(names).size).toBe(facilities.length);
    expect(names).not.toContain(undefined);
  }
});

test('facilities are in every region but Crimea and Sevastopol', () => {
  const regions = new Set(facilities.map(({ region }) => region));
  const without = pack.regions.map(({ code }) => code).filter((code) => !regions.has(code));

  expect(without).toEqual(['UA-40', 'UA-43']);
});

test('consultations come from other facilities of the same region', () => {
  const known = new Map<string, FacilityProfile>(facilities.map((one) => [one.facilityId, one]));

  for (const { facilityId, region, links = [] } of facilities) {
    expect(links.map((link) => link.facilityId)).not.toContain(facilityId);
    for (const link of links) expect(known.get(link.facilityId)?.region).toBe(region);
  }
});

test('reports are there for 24 months, some of them missing', () => {
  const months = monthsBetween('2022-12', '2024-11');
  expect([...new Set(reports.map(({ month }) => month))].toSorted()).toEqual(months);

  for (const month of months.slice(6, 22)) {
    const owing = facilities.filter((facility) => wasLive(facility, month));
    expect(share(reportsOf(month), owing)).toBeGreaterThan(0.92);
    expect(share(reportsOf(month), owing)).toBeLessThan(0.98);
  }
});

test('November is half in hand, and most of it waits for review', () => {
  const inHand = reportsOf('2024-11', 'submitted', 'approved');
  const waiting = reportsOf('2024-11', 'submitted');

  expect(share(inHand, live)).toBeCloseTo(0.58, 1);
  expect(share(waiting, inHand)).toBeGreaterThan(0.5);
  expect(share(reportsOf('2024-11', 'draft'), live)).toBeCloseTo(0.04, 1);
  expect(reportsOf('2024-11', 'returned').length).toBeGreaterThan(3);
});

test('October is nearly complete', () => {
  const inHand = reports.filter((report) => report.month === '2024-10' && report.submittedOn);

  expect(share(inHand, live)).toBeGreaterThan(0.9);
  expect(reportsOf('2024-10', 'submitted').length).toBeGreaterThan(0);
});

test('every state a report can be in is there, late ones and corrections too', () => {
  const seen = (is: (report: MonthlyReport) => boolean) => reports.some(is);

  expect(new Set(reports.map(({ status }) => status))).toEqual(
    new Set(['draft', 'submitted', 'returned', 'approved']),
  );
  expect(seen(({ onTime }) => onTime === false)).toBe(true);
  expect(seen(({ status, revision }) => status === 'approved' && revision === 2)).toBe(true);
  expect(seen(({ status, revision }) => status === 'submitted' && revision === 2)).toBe(true);
  expect(seen(({ status, approved }) => status === 'draft' && approved !== undefined)).toBe(true);
  expect(seen(({ note }) => note !== undefined)).toBe(true);
});

test('what came back names a figure of the report and a reason', () => {
  const paths = pack.indicators.map(({ code }) => figurePath(code));
  const returned = reports.filter(({ status }) => status === 'returned');

  expect(returned.every(({ returned: why }) => paths.includes(why?.field ?? ''))).toBe(true);
});

test('a reviewer finds some figures far above the usual', () => {
  const unusual = reportsOf('2024-11', 'submitted').filter(({ facilityId, month, figures }) => {
    const before = reports.filter((report) => report.facilityId === facilityId && report.month < month);
    return Object.entries(figures).some(([code, value]) => {
      const range = usualRange(before.map((report) => report.figures[code] ?? 0));
      return isUnusual(value, range);
    });
  });

  expect(unusual.length).toBeGreaterThan(2);
  expect(unusual.length).toBeLessThan(15);
});

test('the demonstration has someone of each role, and heads in different situations', () => {
  const heads = sample.accounts.filter(({ role }) => role === 'head');

  expect(new Set(sample.accounts.map(({ role }) => role))).toEqual(
    new Set(['manager', 'donor', 'admin', 'head']),
  );
  expect(heads.map(({ note }) => note)).toMatchObject([
    { en: 'November is due.' },
    { en: 'November came back with a question.' },
    { en: 'November is waiting for review.' },
    { en: 'November is begun and not yet handed in.' },
    { en: 'November is due and October is late.' },
  ]);
  expect(heads.map(({ accountId }) => accountId).toSorted()[0]).toBe(heads[0]?.accountId);
});

test('the first head has a clean past in Lviv region and November ahead', () => {
  const first = sample.accounts.find(({ role }) => role === 'head');
  const past = reports.filter(({ facilityId }) => facilityId === first?.facilityId);

  expect(facilities.find(({ facilityId }) => facilityId === first?.facilityId)?.region).toBe('UA-46');
  expect(past.length).toBeGreaterThanOrEqual(8);
  expect(past.every(({ status, month }) => status === 'approved' && month < '2024-11')).toBe(true);
});
