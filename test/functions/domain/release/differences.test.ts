import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProgressCube } from '../../../../functions/domain/progress.ts';
import { differences } from '../../../../functions/domain/release/differences.ts';

const months = ['2024-09', '2024-10', '2024-11'];
const rows = ['UA-46', 'UA-51', 'UA'];
const names = ['facilitiesLive', 'teleconsultations'];

const cube = (most: number): fc.Arbitrary<ProgressCube> =>
  fc.integer({ min: 0, max: most }).chain((left) => {
    const kept = months.slice(0, months.length - left);
    const column = fc.array(fc.integer({ min: -2, max: 2 }), {
      minLength: kept.length * rows.length,
      maxLength: kept.length * rows.length,
    });
    return fc.tuple(fc.subarray(names), column, column).map(([named, ...columns]) => ({
      months: kept,
      rows,
      figures: Object.fromEntries(named.map((name, index) => [name, columns[index] ?? []])),
    }));
  });

const sumOf = ({ figures }: ProgressCube, name: string) =>
  (figures[name] ?? []).reduce((sum, amount) => sum + amount, 0);

test('what was cited and all that changed since is what is now', () => {
  fc.assert(
    fc.property(cube(2), cube(0), (cited, now) => {
      const found = differences(cited, now);

      for (const name of names) {
        const own = found.filter(({ figure }) => figure === name);
        const moved = own.reduce((sum, one) => sum + one.now - one.cited, 0);
        expect(sumOf(cited, name) + moved).toBe(sumOf(now, name));
      }
      expect(found.every((one) => one.cited !== one.now)).toBe(true);
      expect(differences(now, now)).toEqual([]);
    }),
  );
});
