import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EquipmentInUse } from '../../../../functions/domain/equipment/equipmentInUse.ts';
import type { MonthlyReport } from '../../../../functions/domain/report/monthlyReport.ts';
import { useContributions } from '../../../../functions/domain/report/useContributions.ts';
import { testPack } from '../../../support/builders.ts';

const unit = (source: EquipmentInUse['source'], units: number, usdCents: number): EquipmentInUse => ({
  solutionId: 'trauma',
  equipmentType: 'tablet',
  source,
  units,
  usdCents,
});

const report = (approved: Record<string, number>, more: Partial<MonthlyReport> = {}): MonthlyReport => ({
  facilityId: 'UA-0001',
  month: '2024-11',
  region: 'UA-46',
  version: 4,
  revision: 1,
  status: 'approved',
  figures: approved,
  approved: { daysWithoutPower: 3, ...approved },
  approvedAdopted: [{ solutionId: 'trauma', capability: 'trauma', indicators: ['traumas'] }],
  approvedEquipment: [unit('donor:north', 2, 60_000), unit('state', 1, 40_000)],
  ...more,
});

const amounts = (one: MonthlyReport) => {
  const rows = useContributions(one, testPack);
  const sums: Record<string, Record<string, number>> = {};
  for (const { scope, row, month, amounts: own } of rows) {
    expect([row, month]).toEqual(['UA-46', '2024-11']);
    for (const [name, amount] of Object.entries(own))
      (sums[scope] ??= {})[name] = (sums[scope][name] ?? 0) + amount;
  }
  return sums;
};

describe('units in use whose solution’s figures were approved', () => {
  test('were used where one is above zero; a donor has her share, and the whole beside it', () => {
    const given = { unitsUsed: 2, aidUsedUsd: 60_000 };
    expect(amounts(report({ traumas: 9 }))).toEqual({
      country: { unitsUsed: 3, aidUsedUsd: 60_000 },
      'equipment:all': given,
      'type:tablet': given,
      'solution:trauma': given,
      'donor:north': {
        unitsUsed: 2,
        aidUsedUsd: 60_000,
        'attributed.traumas': 5,
        'supported.traumas': 9,
      },
    });
  });

  test('were not used where all are zero', () => {
    expect(amounts(report({ traumas: 0 }))).toMatchObject({
      country: { unitsNotUsed: 3 },
      'donor:north': { unitsNotUsed: 2 },
    });
  });

  test('with fifteen days of power a zero says something, with fewer it does not', () => {
    expect(amounts(report({ traumas: 0, daysWithoutPower: 15 }))['country']).toEqual({
      unitsNotUsed: 3,
      aidNotUsedUsd: 60_000,
    });
    expect(amounts(report({ traumas: 0, daysWithoutPower: 16 }))['country'] ?? {}).toEqual({});
  });

  test('it is not known where a figure, or the days without power, are missing', () => {
    expect(amounts(report({}))['country'] ?? {}).toEqual({});
    expect(amounts(report({}, { approved: { traumas: 0 } }))['country'] ?? {}).toEqual({});
    expect(amounts(report({ traumas: 0 }, { approvedAdopted: [] }))).toEqual({});
  });

  test('and nothing is said as long as nothing is approved', () => {
    const { approved: _, ...waiting } = report({ traumas: 9 }, { status: 'submitted' });

    expect(useContributions(waiting, testPack)).toEqual([]);
  });
});

test('general figures are nobody’s', () => {
  const general = [{ solutionId: 'trauma', capability: 'trauma', indicators: ['doctorToDoctor'] }];

  expect(amounts(report({ doctorToDoctor: 4 }, { approvedAdopted: general }))['donor:north']).toEqual({
    unitsUsed: 2,
    aidUsedUsd: 60_000,
  });
});

test('donors’ shares never add up to more than the approved figure', () => {
  const sources = fc.constantFrom('donor:a1', 'donor:b1', 'donor:c1', 'state', 'unknown');
  const units = fc.array(
    fc.tuple(sources, fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 10_000_000 })),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), units, (traumas, all) => {
      const approvedEquipment = all.map(([source, count, cents]) => unit(source, count, cents));
      const sums = amounts(report({ traumas }, { approvedEquipment }));
      const shared = Object.values(sums).reduce((sum, own) => sum + (own['attributed.traumas'] ?? 0), 0);
      expect(shared).toBeLessThanOrEqual(traumas);
      if (all.every(([source]) => source.startsWith('donor:'))) expect(shared).toBe(traumas);
    }),
  );
});
