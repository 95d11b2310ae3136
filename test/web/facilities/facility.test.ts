import { describe, expect, test } from 'vitest';
import type { StageChange } from '../../../functions/domain/facility/facility.ts';
import type { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import {
  daysOfMove,
  daysOfNext,
  daysOfStage,
} from '../../../web/src/routes/(in)/facilities/[facilityId]/days.ts';
import { monthsOf } from '../../../web/src/routes/(in)/facilities/[facilityId]/months.ts';
import { pathOf } from '../../../web/src/routes/(in)/facilities/[facilityId]/path.ts';
import { lastHeardOf, standingOf } from '../../../web/src/routes/(in)/facilities/[facilityId]/standing.ts';
import { totalAt, trendOf } from '../../../web/src/routes/(in)/facilities/[facilityId]/facilityTrend.ts';
import { figures, liveFacility, testPack } from '../../support/builders.ts';

const { indicators, dueDay } = testPack;
const today = '2024-12-03';

function report(month: string, more: Partial<MonthlyReport> = {}): MonthlyReport {
  return {
    facilityId: 'UA-0001',
    month,
    region: 'UA-46',
    version: 1,
    revision: 1,
    status: 'approved',
    figures,
    approved: figures,
    onTime: true,
    ...more,
  };
}
const waiting = (month: string) => report(month, { status: 'submitted', approved: undefined });
const moves = (...changes: [StageChange['stage'], string][]): StageChange[] =>
  changes.map(([stage, date]) => ({ stage, date, by: 'test' }));
const rowsOf = (facility = liveFacility(), reports: MonthlyReport[] = [], day = today) =>
  monthsOf(facility, reports, dueDay, day);

describe('the way of a facility', () => {
  test('shows the stages it has come through and those ahead', () => {
    const path = pathOf({ stages: moves(['planned', '2024-01-11'], ['connected', '2024-02-01']) });

    expect(path.map(({ stage, state }) => `${stage} ${state}`)).toEqual([
      'planned taken',
      'connected now',
      'equipped ahead',
      'trained ahead',
      'live ahead',
    ]);
  });

  test('keeps a pause where it was, and what lay ahead stays ahead', () => {
    const stages = moves(['planned', '2024-01-11'], ['connected', '2024-02-01'], ['suspended', '2024-03-01']);

    expect(pathOf({ stages }).map(({ stage }) => stage)).toEqual([
      'planned',
      'connected',
      'suspended',
      'equipped',
      'trained',
      'live',
    ]);
  });
});

describe('the days on which a stage can have begun', () => {
  const facility = {
    stages: moves(['planned', '1999-12-31'], ['connected', '2024-02-01'], ['equipped', '2024-03-01']),
  };
  const days = (index: number) => daysOfStage(facility, index, testPack, today);

  test('lie between the stages before and after it', () => {
    expect(days(1)).toEqual({ first: '2022-01-01', last: '2024-03-01' });
    expect(days(2)).toEqual({ first: '2024-02-01', last: today });
  });

  test('begin with the programme, also where another day was written down', () => {
    expect(days(0)).toEqual({ first: '2022-01-01', last: '2024-02-01' });
  });

  test('of the next stage go on to today', () => {
    expect(daysOfNext(facility, testPack, today)).toEqual({ first: '2024-03-01', last: today });
  });
});

test('the days from which a facility can be in another region begin with its first stage, or its last move', () => {
  const facility = { stages: moves(['planned', '2024-01-11'], ['connected', '2024-02-01']) };
  const formerRegions = [{ region: 'UA-46', until: '2024-06-10', by: 'test' }];
  const early = { stages: moves(['planned', '1999-12-31']) };

  expect(daysOfMove(facility, testPack, today)).toEqual({ first: '2024-01-11', last: today });
  expect(daysOfMove({ ...facility, formerRegions }, testPack, today).first).toBe('2024-06-10');
  expect(daysOfMove(early, testPack, today).first).toBe('2022-01-01');
});

describe('the months of a facility', () => {
  test('begin when it went live, newest first, and end with the last month that is over', () => {
    const months = rowsOf().map(({ month }) => month);

    expect(months.at(0)).toBe('2024-11');
    expect(months.at(-1)).toBe('2024-01');
  });

  test('are at most the last 24', () => {
    const facility = liveFacility({ stages: moves(['planned', '2020-01-01'], ['live', '2020-02-01']) });

    expect(rowsOf(facility)).toHaveLength(24);
  });

  test('without a report are awaited until the due day and overdue after it', () => {
    const byMonth = new Map(rowsOf().map((row) => [row.month, row]));

    expect(byMonth.get('2024-11')).toMatchObject({ timeliness: 'awaited', dueOn: '2024-12-10' });
    expect(byMonth.get('2024-10')?.timeliness).toBe('overdue');
  });

  test('in which it was paused from the first day to the last owe nothing', () => {
    const stages = [...liveFacility().stages, ...moves(['suspended', '2024-05-10'], ['live', '2024-07-02'])];
    const byMonth = new Map(rowsOf(liveFacility({ stages })).map((row) => [row.month, row.timeliness]));

    expect(byMonth.get('2024-05')).toBe('overdue');
    expect(byMonth.get('2024-06')).toBe('notExpected');
    expect(byMonth.get('2024-07')).toBe('overdue');
  });

  test('of a facility that is not live yet are none', () => {
    expect(rowsOf(liveFacility({ stages: moves(['planned', '2024-01-11']) }))).toEqual([]);
  });

  test('that were returned keep the figures approved before', () => {
    const approved = { ...figures, doctorToDoctor: 9 };
    const [row] = rowsOf(undefined, [report('2024-11', { status: 'returned', figures: {}, approved })]);

    expect(row?.figures).toEqual(approved);
  });
});

describe('what matters most about a facility', () => {
  const standWith = (reports: MonthlyReport[], day = today) =>
    standingOf(liveFacility(), rowsOf(undefined, reports, day), indicators, day);

  test('is how long it has stood on a stage before live', () => {
    const facility = liveFacility({ stages: moves(['planned', '2024-01-11'], ['connected', '2024-12-01']) });

    expect(standingOf(facility, [], indicators, today)).toEqual({ kind: 'stands', n: 2 });
  });

  test('is the newest month: awaited, overdue, waiting, returned or approved', () => {
    expect(standWith([], '2024-12-13')).toEqual({ kind: 'overdue', month: '2024-11', n: 3 });
    const before = ['2024-08', '2024-09', '2024-10'].map((month) => report(month));
    const standOf = (november: MonthlyReport) => standWith([...before, november]);
    expect(standOf(waiting('2024-11'))).toEqual({ kind: 'submitted', month: '2024-11' });
    expect(standOf(report('2024-11', { status: 'returned' }))).toMatchObject({ kind: 'returned' });
    expect(standOf(report('2024-11'))).toEqual({ kind: 'approved', month: '2024-11', n: 7 });
  });

  test('is the month that is late, not the one still awaited', () => {
    const inTime = rowsOf().map(({ month }) => report(month));
    const before = inTime.filter(({ month }) => month < '2024-11');

    expect(standWith(before)).toEqual({ kind: 'awaited', month: '2024-11', by: '2024-12-10' });
    expect(standWith([])).toEqual({ kind: 'overdue', month: '2024-10', n: 23 });
    const allButOctober = inTime.filter(({ month }) => month !== '2024-10');
    expect(standWith(allButOctober)).toEqual({ kind: 'overdue', month: '2024-10', n: 23 });
    const allButSpring = inTime.filter(({ month }) => month !== '2024-05');
    expect(standWith(allButSpring)).toMatchObject({ kind: 'approved', month: '2024-11' });
  });

  test('a late one was last heard of with the newest report that counts, and its days without power', () => {
    const hard = report('2024-09', {
      figures: { ...figures, daysWithoutPower: 12 },
      submittedOn: '2024-10-03',
    });
    const begun = report('2024-10', { status: 'draft', submittedOn: undefined, onTime: undefined });
    const rows = rowsOf(undefined, [report('2024-08'), hard, begun]);

    expect(lastHeardOf(rows, indicators)).toMatchObject({
      month: '2024-09',
      on: '2024-10-03',
      days: [{ indicator: { code: 'daysWithoutPower' }, n: 12 }],
    });
    expect(lastHeardOf(rowsOf(undefined, []), indicators)).toBeUndefined();
  });

  test('is the month itself when it is only a draft', () => {
    expect(
      standWith([report('2024-11', { status: 'draft', onTime: undefined })], '2024-12-13'),
    ).toMatchObject({
      kind: 'overdue',
      month: '2024-11',
    });
  });
});

describe('the trend', () => {
  test('parts what is approved from what waits, counts what is missing, and ends at the newest figures', () => {
    const trend = trendOf(rowsOf(undefined, [report('2024-09'), waiting('2024-10')]), indicators);

    expect(trend?.months.at(-1)).toBe('2024-11');
    expect(trend?.months[trend.at]).toBe('2024-10');
    expect(trend?.approved.slice(-3)).toEqual([7, 0, null]);
    expect(trend?.open.slice(-3)).toEqual([0, 7, null]);
    expect(trend && totalAt(trend, trend.at)).toBe(7);
    expect(trend?.missing).toHaveLength(8);
    // The due month is neither missing nor zero.
    expect(trend?.missing).not.toContain(trend?.months.indexOf('2024-11'));
  });

  test('is none without figures', () => {
    expect(trendOf(rowsOf(), indicators)).toBeUndefined();
  });
});
