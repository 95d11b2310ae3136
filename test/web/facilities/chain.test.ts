import { expect, test } from 'vitest';
import type { Adoption } from '../../../functions/domain/solution/adoption.ts';
import { chainOf } from '../../../web/src/routes/(in)/facilities/[facilityId]/chain.ts';

const adoption: Adoption = {
  solutionId: 'tele',
  terms: { version: 1, capability: 'aiCt', equipmentTypes: ['ct'], indicators: ['ctStudies'] },
  equipment: [{ consignmentId: 'aid.1', equipmentType: 'ct', spans: [{ from: '2024-04-01' }] }],
  periods: [{ from: '2024-04-03' }],
};
const approved = (month: string, ctStudies: number) => ({ month, approved: { ctStudies } });

test('a facility is equipped, able and using, by its record and its newest approved report', () => {
  expect(chainOf(adoption, [approved('2024-10', 3), approved('2024-09', 0), { month: '2024-11' }])).toEqual({
    equippedOn: '2024-04-01',
    ableSince: '2024-04-03',
    used: { month: '2024-10', isUsed: true },
  });
});

test('nothing is said of what is not so', () => {
  const over = { ...adoption, periods: [{ from: '2024-04-03', until: '2024-06-01' }] };

  expect(chainOf(over, [approved('2024-10', 0)])).toEqual({
    equippedOn: '2024-04-01',
    used: { month: '2024-10', isUsed: false },
  });
  expect(chainOf({ ...adoption, equipment: [], periods: [] }, [])).toEqual({});
});
