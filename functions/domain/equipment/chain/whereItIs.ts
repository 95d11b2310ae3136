import type { Row } from '../../contribution.ts';
import type { ProgressCube } from '../../progress.ts';
import { chainSteps, furthestUnits, furthestUsd, type ChainStep } from './chain.ts';
import { summer, total, type Worth } from './useFunnel.ts';

// Loaded by screens: nothing of a schema is in here.

/** The units of a row that have not ended, as far as they are planned. */
export interface Whereabouts {
  row: Row;
  inUse: Worth;
  onTheWay: Worth;
}

/** Where the units of a scope are now, in the rows that have any: what is worth most in use comes first. */
export function whereItIs(cube: ProgressCube): Whereabouts[] {
  return cube.rows
    .map((row): Whereabouts => {
      const sum = summer(cube, [row]);
      const open = (step: ChainStep): Worth => ({
        units: sum(furthestUnits(step, 'open')),
        usdCents: sum(furthestUsd(step, 'open')),
      });
      const before = chainSteps.filter((step) => step !== 'firstUse');
      return { row, inUse: open('firstUse'), onTheWay: total(before.map(open)) };
    })
    .filter(({ inUse, onTheWay }) => inUse.units !== 0 || onTheWay.units !== 0)
    .sort(
      (a, b) =>
        b.inUse.usdCents - a.inUse.usdCents ||
        b.inUse.units - a.inUse.units ||
        b.onTheWay.usdCents - a.onTheWay.usdCents ||
        b.onTheWay.units - a.onTheWay.units,
    );
}

/** The rows as one, such as those of which there is no room to tell. */
export function together(rows: Whereabouts[]): Omit<Whereabouts, 'row'> {
  return {
    inUse: total(rows.map(({ inUse }) => inUse)),
    onTheWay: total(rows.map(({ onTheWay }) => onTheWay)),
  };
}
