import { expect, test } from 'vitest';
import type { MonthlyReport } from '../../../../functions/domain/report/monthlyReport.ts';
import { approvedReport } from '../../../support/builders.ts';
import { pastOf } from '../../../../functions/domain/report/past.ts';

const report = (month: string, value: number, rest: Partial<MonthlyReport> = {}): MonthlyReport =>
  approvedReport(month, { figures: { consultationsDoctorToDoctor: value }, ...rest });

test('a field stands beside the month before and what is usual', () => {
  const reports = [report('2024-08', 9), report('2024-09', 12), report('2024-10', 10), report('2024-11', 99)];

  expect(pastOf('consultationsDoctorToDoctor', '2024-11', reports)).toEqual({
    before: 10,
    usual: { low: 9, high: 12 },
    earlier: [9, 12, 10],
  });
});

test('what was returned or never handed in is not compared with', () => {
  const reports = [report('2024-09', 12, { status: 'returned' }), report('2024-10', 10, { status: 'draft' })];

  expect(pastOf('consultationsDoctorToDoctor', '2024-11', reports)).toEqual({ earlier: [] });
});
