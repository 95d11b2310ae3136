import { expect, test } from 'vitest';
import type { Finding } from '../../../functions/domain/report/finding.ts';
import { outsideUsual } from '../../../web/src/lib/record/figures.ts';
import { triaged } from '../../../web/src/routes/(in)/review/order.ts';
import { testPack } from '../../support/builders.ts';

const high = (value: number): Finding => ({
  kind: 'high',
  indicator: 'doctorToDoctor',
  value,
  low: 0,
  high: 2,
});
const row = (name: string, isClear: boolean, ...findings: Finding[]) => ({ name, isClear, findings });

test('what is furthest from its usual is looked at first, and what is clear comes last', () => {
  const queue = [
    row('clear', true),
    row('explained', false),
    row('high', false, high(9)),
    row('alsoClear', true),
    row('higher', false, high(20)),
  ];

  expect(triaged(queue).map(({ name }) => name)).toEqual([
    'higher',
    'high',
    'explained',
    'clear',
    'alsoClear',
  ]);
});

test('a figure outside its usual range is named, be it flagged or not', () => {
  const [indicator] = testPack.indicators;
  if (!indicator) throw new Error('The small country has indicators.');
  const of = (value: number, low: number, high: number) =>
    outsideUsual([{ indicator, value, usual: { low, high }, earlier: [] }]);

  expect(of(0, 1, 5)).toEqual(['doctorToDoctor 0 (1–5)']);
  expect(of(6, 0, 1)).toEqual(['doctorToDoctor 6 (0–1)']);
  expect(of(3, 1, 5)).toEqual([]);
});
