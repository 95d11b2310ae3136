import { expect, test } from 'vitest';
import type { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { approvedReport } from '../../support/builders.ts';
import { trendOf } from '../../../web/src/lib/myFacility/consultationTrend.ts';

const report = (month: string, value: number, rest: Partial<MonthlyReport> = {}): MonthlyReport =>
  approvedReport(month, {
    figures: { consultationsDoctorToDoctor: value, consultationsDoctorToPatient: 1 },
    ...rest,
  });

test('the trend has twelve months, and a gap where nothing was reported', () => {
  const trend = trendOf([report('2024-11', 4), report('2024-09', 2)], packFor('UA').indicators, '2024-11');

  expect(trend).toHaveLength(12);
  expect(trend.slice(-3)).toEqual([
    { month: '2024-09', value: 3 },
    { month: '2024-10', value: undefined },
    { month: '2024-11', value: 5 },
  ]);
});
