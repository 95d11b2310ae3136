import { describe, expect, test } from 'vitest';
import type { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import { addressOf, nextAfter, waitsSince } from '../../../web/src/routes/(in)/review/order.ts';

const row = (facilityId: string, submittedAt: string) => {
  const report: MonthlyReport = {
    facilityId,
    month: '2024-10',
    region: 'UA-46',
    version: 1,
    revision: 1,
    status: 'submitted',
    figures: {},
    submittedAt,
    submittedOn: '2024-11-04',
  };
  return { report };
};
const [early, middle, late] = [
  row('UA-0003', '2024-11-04T08:00:00.000Z'),
  row('UA-0001', '2024-11-05T08:00:00.000Z'),
  row('UA-0002', '2024-12-01T22:30:00.000Z'),
] as const;

describe('the queue', () => {
  test('counts the waiting from the last time a report was handed in, by the country’s clock', () => {
    expect(waitsSince(late.report, 'Europe/Kyiv')).toBe('2024-12-02');
  });

  test('goes on with the row after the one that is dealt with, and from the last with the first', () => {
    const rows = [early, middle, late];

    expect(nextAfter(rows, early.report)).toBe(middle);
    expect(nextAfter(rows, late.report)).toBe(early);
    expect(nextAfter([late], late.report)).toBeUndefined();
  });

  test('keeps its region in the address of a report', () => {
    const query = new URLSearchParams('region=UA-46&open=UA-0009/2024-01');

    expect(addressOf(query, early.report)).toBe('?region=UA-46&open=UA-0003/2024-10');
    expect(addressOf(query)).toBe('?region=UA-46');
  });
});
