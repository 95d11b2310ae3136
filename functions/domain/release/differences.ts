import type { Month } from '../calendar.ts';
import type { Row } from '../contribution.ts';
import type { ProgressCube } from '../progress.ts';

// Loaded by screens: nothing of a schema is in here.

/** What a month added to a figure in one row, as it was cited and as it is now. */
export interface Difference {
  figure: string;
  row: Row;
  month: Month;
  cited: number;
  now: number;
}

/** Where two cubes are not the same, by figure, month and row. */
export function differences(cited: ProgressCube, now: ProgressCube): Difference[] {
  const [before, after] = [reading(cited), reading(now)];
  const all = (read: (cube: ProgressCube) => string[]) => [...new Set([...read(cited), ...read(now)])].sort();
  const [figures, months, rows] = [
    all((cube) => Object.keys(cube.figures)),
    all((cube) => cube.months),
    all((cube) => cube.rows),
  ];
  return figures.flatMap((figure) =>
    months.flatMap((month) =>
      rows.flatMap((row) => {
        const one = { figure, row, month };
        const [was, is] = [before(one), after(one)];
        return was === is ? [] : [{ ...one, cited: was, now: is }];
      }),
    ),
  );
}

function reading({ months, rows, figures }: ProgressCube) {
  const monthAt = new Map(months.map((month, index) => [month, index]));
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  return ({ figure, month, row }: Pick<Difference, 'figure' | 'month' | 'row'>): number => {
    const [m, r] = [monthAt.get(month), rowAt.get(row)];
    return m === undefined || r === undefined ? 0 : (figures[figure]?.[m * rows.length + r] ?? 0);
  };
}
