import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributed } from '../../../../functions/domain/equipment/attribution.ts';
import { equipmentInUse } from '../../../../functions/domain/equipment/equipmentInUse.ts';
import type { AttributedSource, InstalledEquipment } from '../../../../functions/domain/solution/adoption.ts';
import { testPack } from '../../../support/builders.ts';

const sources: AttributedSource[] = ['donor:north', 'donor:west', 'state', 'own', 'unknown'];
const inUse = fc.array(
  fc.record({
    source: fc.constantFrom(...sources),
    usdCents: fc.oneof(fc.integer({ min: 1, max: 1_000_000_000_000 }), fc.integer({ min: 1, max: 9 })),
  }),
  { maxLength: 8 },
);
const figure = fc.integer({ min: 0, max: 100_000 });
const whole = (shares: ReturnType<typeof attributed>) =>
  [...shares.values()].reduce((sum, share) => sum + share, 0);

describe('a figure is shared over the sources of what was in use', () => {
  test('in proportion to their value', () => {
    const shares = attributed(10, [
      { source: 'donor:north', usdCents: 300 },
      { source: 'state', usdCents: 100 },
      { source: 'donor:north', usdCents: 100 },
    ]);

    expect(Object.fromEntries(shares)).toEqual({ 'donor:north': 8, state: 2 });
  });

  test('what is left goes to the largest remainders, and of equal ones to the first in the alphabet', () => {
    const even = (['state', 'donor:west', 'donor:north'] as const).map((source) => ({
      source,
      usdCents: 100,
    }));

    expect(Object.fromEntries(attributed(5, even))).toEqual({ 'donor:north': 2, 'donor:west': 2, state: 1 });
    expect(
      Object.fromEntries(
        attributed(3, [
          { source: 'donor:north', usdCents: 50 },
          { source: 'own', usdCents: 950 },
        ]),
      ),
    ).toEqual({ 'donor:north': 0, own: 3 });
  });

  test('with nothing in use it is nobody’s', () => {
    expect(Object.fromEntries(attributed(7, []))).toEqual({ unattributed: 7 });
  });

  test('all shares add up to it, none is negative, and none is more than one away from its exact part', () => {
    fc.assert(
      fc.property(figure, inUse, (value, units) => {
        const shares = attributed(value, units);
        expect(whole(shares)).toBe(value);
        const worth = units.reduce((sum, { usdCents }) => sum + usdCents, 0);
        for (const [source, share] of shares) {
          if (source === 'unattributed') continue;
          const own = units
            .filter((one) => one.source === source)
            .reduce((sum, one) => sum + one.usdCents, 0);
          expect(Math.abs(share - (value * own) / worth)).toBeLessThan(1.001);
          expect(share).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('the order in which units are known does not matter', () => {
    fc.assert(
      fc.property(figure, inUse, (value, units) => {
        const told = (all: typeof units) => [...attributed(value, all)].toSorted();
        expect(told(units.toReversed())).toEqual(told(units));
      }),
    );
  });
});

describe('what a facility had in use on a day', () => {
  const installed = (more: Partial<InstalledEquipment> = {}): InstalledEquipment => ({
    consignmentId: 'gift.1',
    equipmentType: 'tablet',
    spans: [{ from: '2024-05-01', isUsed: true }],
    provided: { source: 'donor:north', units: 2, usdCents: 80_000 },
    ...more,
  });
  const at = (day: string, ...equipment: InstalledEquipment[]) => {
    const terms = { version: 1, capability: 'trauma', equipmentTypes: ['tablet'], indicators: ['traumas'] };
    return equipmentInUse(
      { adoptions: [{ solutionId: 'trauma', terms, equipment, periods: [] }] },
      day,
      testPack,
    );
  };
  const found = { solutionId: 'trauma', equipmentType: 'tablet', source: 'donor:north' };

  test('is what was used and worked then', () => {
    const spans = [
      { from: '2024-05-01', until: '2024-05-10' },
      { from: '2024-05-10', until: '2024-06-01', isUsed: true as const },
      { from: '2024-06-01', until: '2024-07-01', isUsed: true as const, isFaulty: true as const },
      { from: '2024-07-01', isUsed: true as const },
    ];
    const days = ['2024-05-09', '2024-05-10', '2024-05-31', '2024-06-01', '2024-06-30', '2024-07-01'];

    expect(days.map((day) => at(day, installed({ spans })).length)).toEqual([0, 1, 1, 0, 0, 1]);
  });

  test('units of a source and type are one sum', () => {
    expect(at('2024-05-31', installed(), installed({ consignmentId: 'gift.2' }))).toEqual([
      { ...found, units: 4, usdCents: 160_000 },
    ]);
  });

  test('units without a value are worth the reference price', () => {
    const bought = installed({ provided: { source: 'state', units: 3, usdCents: 0 } });

    expect(at('2024-05-31', bought)).toEqual([{ ...found, source: 'state', units: 3, usdCents: 90_000 }]);
  });

  test('of whom nothing is known who provided it is left out', () => {
    const { provided: _, ...older } = installed();

    expect(at('2024-05-31', older)).toEqual([]);
  });
});
