import { describe, expect, test } from 'vitest';
import { concernsOf } from '../../../web/src/routes/(in)/overview/attention/attention.ts';
import { selection, row, withoutOdesa } from '../support/selecting.ts';

const kinds = (...asked: Parameters<typeof selection>) =>
  concernsOf(selection(...asked), true).map(({ kind }) => kind);

describe('what needs attention', () => {
  test('is nothing when every report is in and approved', () => {
    const rows = [
      row('2024-11', { facilitiesLive: 2, reportsExpected: 2, reportsReceived: 2, reportsApproved: 2 }),
    ];

    expect(concernsOf(selection(rows), true)).toEqual([]);
  });

  test('is for a donor not what only the ministry can do something about', () => {
    const rows = [
      row('2024-10', { reportsExpected: 5, reportsReceived: 4 }),
      row('2024-11', { reportsReceived: 2, reportsAwaitingReview: 2, facilitiesSuspended: 1 }),
    ];

    expect(concernsOf(selection(rows), false).map(({ kind }) => kind)).toEqual(['suspended']);
    expect(kinds(rows)).toEqual(['missing', 'waiting', 'missing', 'suspended']);
  });

  test('are the reports of a month that are missing, with the days left', () => {
    const rows = [
      row('2024-11', { reportsExpected: 5, reportsReceived: 4, reportsApproved: 4 }),
      row('2024-11', { reportsExpected: 9, reportsReceived: 6, reportsApproved: 6 }, 'UA-51'),
    ];

    expect(concernsOf(selection(rows), true)).toEqual([
      {
        kind: 'missing',
        month: '2024-11',
        count: 4,
        days: 7,
        where: [
          { region: 'UA-51', count: 3 },
          { region: 'UA-46', count: 1 },
        ],
      },
    ]);
  });

  test('puts what is overdue before what waits, and what is due after it', () => {
    const rows = [
      row('2024-10', { reportsExpected: 5, reportsReceived: 4 }),
      row('2024-11', { reportsReceived: 2, reportsAwaitingReview: 2 }),
    ];

    expect(
      concernsOf(selection(rows), true).map((one) => (one.kind === 'missing' ? one.days : one.kind)),
    ).toEqual([-23, 'waiting', 7]);
  });

  test('counts what waits now, of any month, but not beside a month long over', () => {
    const rows = [
      row('2024-09', { facilitiesLive: 1, reportsReceived: 3, reportsAwaitingReview: 1 }),
      row('2024-11', { reportsReceived: 2, reportsApproved: 2, reportsAwaitingReview: 2 }, 'UA-51'),
    ];
    const where = [
      { region: 'UA-51', count: 2 },
      { region: 'UA-46', count: 1 },
    ];

    expect(concernsOf(selection(rows), true)).toContainEqual({ kind: 'waiting', count: 3, where });
    expect(kinds(rows, 'month=2024-09')).not.toContain('waiting');
  });

  test('waits for no report of a month that is not over', () => {
    const rows = [row('2024-12', { facilitiesLive: 3, reportsExpected: 3 })];

    expect(kinds(rows)).toEqual([]);
  });

  test('names a region that is far behind the others', () => {
    const rows = [
      row('2024-11', { reportsExpected: 10, reportsReceived: 2, reportsApproved: 2 }),
      row('2024-11', { reportsExpected: 10, reportsReceived: 9, reportsApproved: 9 }, 'UA-51'),
    ];

    expect(concernsOf(selection(rows), true)).toContainEqual({
      kind: 'behind',
      region: 'UA-46',
      received: 2,
      expected: 10,
    });
  });

  test('names a region where nobody has gone live for half a year while some are on their way', () => {
    const rows = [row('2024-04', { facilitiesLive: 1 }), row('2024-05', { facilitiesPlanned: 2 })];

    expect(concernsOf(selection(rows), true)).toEqual([
      { kind: 'standstill', region: 'UA-46', count: 2, since: '2024-04' },
    ]);
    expect(kinds(rows, 'month=2024-09')).toEqual([]);
  });

  test('is not that nothing moves where nobody can go', () => {
    const rows = [row('2024-04', { facilitiesPlanned: 2 }, 'UA-51')];

    expect(concernsOf(selection(rows), true)).toMatchObject([{ kind: 'standstill', region: 'UA-51' }]);
    expect(concernsOf(withoutOdesa(selection(rows)), true)).toEqual([]);
  });

  test('counts who is suspended and who is trained and not live', () => {
    const rows = [row('2024-11', { facilitiesSuspended: 2, facilitiesTrained: 4 })];

    expect(concernsOf(selection(rows), true)).toMatchObject([
      { kind: 'suspended', count: 2, change: 2 },
      { kind: 'trained', count: 4 },
    ]);
  });

  test('counts units that somebody should look at, as of the last month that is over', () => {
    const rows = [
      row('2024-10', { unitsStuck: 5, unitsMissing: 1 }),
      row('2024-11', { unitsStuck: -2 }),
      row('2024-12', { unitsStuck: 9, unitsLongFaulty: 3 }),
    ];
    const counts = (address = '') =>
      concernsOf(selection(rows, address), false).map(
        (one) => one.kind === 'equipment' && [one.concern, one.count],
      );

    expect(counts('month=2024-10')).toEqual([
      ['missing', 1],
      ['stuck', 5],
    ]);
    expect(counts('month=2024-11')).toEqual([
      ['missing', 1],
      ['stuck', 3],
    ]);
    expect(counts('month=2024-12')).toEqual(counts('month=2024-11'));
  });

  test('counts facilities with gaps that are due, after units, as of the last month that is over', () => {
    const rows = [
      row('2024-10', { facilitiesReadinessGap: 3, unitsStuck: 1, facilitiesSuspended: 1 }),
      row('2024-11', { facilitiesReadinessGap: -1 }),
      row('2024-12', { facilitiesReadinessGap: 9 }),
    ];

    expect(kinds(rows)).toEqual(['equipment', 'facility', 'suspended']);
    expect(concernsOf(selection(rows), true)).toContainEqual({
      kind: 'facility',
      concern: 'readinessGap',
      count: 2,
      where: [{ region: 'UA-46', count: 2 }],
    });
  });

  test('is about one region under its filter, and never more than ten', () => {
    const units = { unitsMissing: 1, unitsLongFaulty: 1, unitsStuck: 1, facilitiesReadinessGap: 1 };
    const rows = [
      row('2024-04', units),
      row('2024-04', units, 'UA-51'),
      row('2024-04', { facilitiesPlanned: 3, facilitiesTrained: 3, facilitiesSuspended: 1 }),
      row('2024-04', { facilitiesPlanned: 3, facilitiesTrained: 3, facilitiesSuspended: 1 }, 'UA-51'),
      row('2024-10', { reportsExpected: 20, reportsReceived: 1 }),
      row('2024-10', { reportsExpected: 20, reportsReceived: 19 }, 'UA-51'),
      row('2024-11', { reportsReceived: 1 }),
      row('2024-11', { reportsReceived: 19 }, 'UA-51'),
    ];

    expect(concernsOf(selection(rows), true)).toHaveLength(10);
    expect(JSON.stringify(concernsOf(selection(rows, 'region=UA-46'), true))).not.toContain('UA-51');
  });
});
