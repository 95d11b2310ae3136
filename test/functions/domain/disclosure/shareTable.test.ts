import { expect, test } from 'vitest';
import { disclosedShare } from '../../../../functions/domain/disclosure/disclosed.ts';
import { protect } from '../../../../functions/domain/disclosure/protect.ts';
import { shareTable } from '../../../../functions/domain/disclosure/shareTable.ts';
import { ProgressSums, type ProgressCube } from '../../../../functions/domain/progress.ts';
import { packFor } from '../../../../functions/packs/index.ts';

const pack = packFor('UA');
const months = ['2024-09', '2024-10'];
const rows = ['UA-46', pack.country];
const code = pack.indicators.find(({ code: each }) => each === 'rehabilitationSessions')?.code ?? '';
const cubeOf = (figures: Record<string, number[]>): ProgressCube => ({
  months,
  rows,
  figures: Object.fromEntries(
    Object.entries(figures).map(([name, amounts]) => [name, amounts.flatMap((amount) => [amount, 0])]),
  ),
});

/** Which months of a donor's share are told, where the country has so much of it from so many facilities. */
function toldOf(ours: number[], whole: { amounts: number[]; facilities: number[] }): boolean[] {
  const name = `supported.${code}`;
  const counted = { cube: cubeOf({ [name]: ours }), reporters: cubeOf({ [name]: [3, 3] }) };
  const all = { cube: cubeOf({ [code]: whole.amounts }), reporters: cubeOf({ [code]: whole.facilities }) };
  const { cube } = disclosedShare(
    counted,
    { told: [], withheld: [] },
    { whole: all, nationTold: { [code]: [[true, true]] }, pack },
  );
  const sums = new ProgressSums(cube, pack);
  return months.map((month) => sums.shows(name, month));
}

test('a share is told where what is left of the country’s is of enough people and facilities', () => {
  expect(toldOf([27, 30], { amounts: [60, 70], facilities: [9, 9] })).toEqual([true, true]);
});

test('it is not where the country’s less the share is of one facility, or of few people', () => {
  expect(toldOf([27, 30], { amounts: [60, 70], facilities: [4, 4] })).toEqual([false, false]);
  expect(toldOf([27, 30], { amounts: [30, 32], facilities: [9, 9] })).toEqual([false, true]);
});

test('it is where it is all that there is', () => {
  expect(toldOf([27, 30], { amounts: [27, 30], facilities: [3, 3] })).toEqual([true, true]);
});

test('the country’s own sum is told elsewhere: leaving it out of the table of a share protects nobody', () => {
  const name = `supported.${code}`;
  const ours = { cube: cubeOf({ [name]: [3, 30] }), reporters: cubeOf({ [name]: [3, 3] }) };
  const all = { cube: cubeOf({ [code]: [60, 70] }), reporters: cubeOf({ [code]: [9, 9] }) };
  const { table } = shareTable(ours, all, pack);
  const known = [{ figure: `rest:${name}`, row: 0, from: 0, to: 0 }];

  const { told, exposed } = protect(table, { known, withheld: [], isWithheld: () => false });

  expect(told[`whole:${name}`]).toEqual([[true, true]]);
  expect(exposed).toEqual([{ figure: name, row: 0, period: 0 }]);
});
