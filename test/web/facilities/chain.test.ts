import { expect, test } from 'vitest';
import type { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import type { Adoption } from '../../../functions/domain/solution/adoption.ts';
import { chainOf } from '../../../web/src/routes/(in)/facilities/[facilityId]/chain.ts';
import { approvedReport, testPack } from '../../support/builders.ts';

const adoption: Adoption = {
  solutionId: 'tele',
  terms: { version: 1, capability: 'trauma', equipmentTypes: ['tablet'], indicators: ['traumas'] },
  equipment: [{ consignmentId: 'aid.1', equipmentType: 'tablet', spans: [{ from: '2024-04-01' }] }],
  periods: [{ from: '2024-04-03' }],
};
const approved = (month: string, traumas: number, daysWithoutPower = 0): MonthlyReport =>
  approvedReport(month, {
    approved: { traumas, daysWithoutPower },
    approvedAdopted: [{ solutionId: 'tele', capability: 'trauma', indicators: ['traumas'] }],
  });
const chain = (...reports: MonthlyReport[]) => chainOf(adoption, reports, testPack);

test('a facility is equipped, able and using, by its record and its newest approved report', () => {
  const waiting = approvedReport('2024-11', { status: 'submitted' });

  expect(chain(approved('2024-10', 3), approved('2024-09', 0), waiting)).toEqual({
    equippedOn: '2024-04-01',
    ableSince: '2024-04-03',
    used: { month: '2024-10', use: 'used' },
  });
});

test('nothing is said of what is not so, or not known', () => {
  const over = { ...adoption, periods: [{ from: '2024-04-03', until: '2024-06-01' }] };

  expect(chainOf(over, [approved('2024-10', 0)], testPack)).toEqual({
    equippedOn: '2024-04-01',
    used: { month: '2024-10', use: 'notUsed' },
  });
  expect(chain(approved('2024-10', 0, 20)).used).toEqual({ month: '2024-10', use: 'outage' });
  expect(chain(approvedReport('2024-10', { approved: { traumas: 1 } })).used).toBeUndefined();
  expect(chainOf({ ...adoption, equipment: [], periods: [] }, [], testPack)).toEqual({});
});
