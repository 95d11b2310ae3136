import { expect, test } from 'vitest';
import { awaited, concernedSince } from '../../../web/src/routes/(in)/equipment/list/listing.ts';
import { repairRows } from '../../../web/src/routes/(in)/equipment/list/repairRows.ts';
import { daysWords, spread, whyWords } from '../../../web/src/lib/equipment/funnelWords.ts';
import { listOf, scopeIn } from '../../../web/src/routes/(in)/equipment/scope.ts';
import { consignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { testPack } from '../../support/builders.ts';
import { consignment, inUse, type Told } from '../../support/equipment.ts';

const scopeOf = (query: string) => scopeIn(new URLSearchParams(query), testPack.regions);

test('the funnel is of what its address says, without what it does not understand', () => {
  expect(scopeOf('region=UA-46&of=type:tablet')).toEqual({ region: 'UA-46', of: 'type:tablet' });
  expect(scopeOf('of=donor:donor-1')).toEqual({ of: 'donor:donor-1' });
  for (const query of ['region=XX', 'of=country', 'of=repairs:all', 'of=type:', 'of=type:a%20b'])
    expect(scopeOf(query), query).toEqual({});
});

test('a bar opens the list that is narrowed as the funnel is; that knows no donors', () => {
  expect(listOf({ region: 'UA-46', of: 'type:tablet' }, { state: 'shipped' })).toBe(
    '/equipment/list?region=UA-46&type=tablet&state=shipped',
  );
  expect(listOf({ of: 'solution:tele' }, {})).toBe('/equipment/list?solution=tele');
  expect(listOf({ of: 'donor:who' }, {})).toBe('/equipment/list');
});

test('what is missing at a step is said with its number', () => {
  expect(whyWords('received', { why: 'open', units: 1200, usdCents: 0 })).toBe('On the way: 1,200');
  expect(whyWords('received', { why: 'lost', units: 3, usdCents: 0 })).toBe('Lost: 3');
  expect(whyWords('shipped', { why: 'unplanned', units: 2, usdCents: 0 })).toBe('Without a place: 2');
});

test('days are told as far as they are known', () => {
  expect(daysWords({ days: 18 })).toBe('18 days');
  expect(daysWords({ days: 365, isOver: true })).toBe('over a year');
  expect(spread({ quarter: { days: 11 }, half: { days: 18 }, most: { days: 365, isOver: true } })).toContain(
    '11–365+',
  );
});

test('what somebody should look at has an age, and waits for something', () => {
  const rowOf = (told: Told[]) => {
    const row = consignmentRow(consignment(told));
    if (!row) throw new Error('It is struck out.');
    return row;
  };
  const faulty = rowOf([...inUse, ['fault', '05-01'], ['note', '06-01', { note: 'asked' }]]);
  const shipped = rowOf(inUse.slice(0, 1));

  expect([concernedSince(faulty, 'faulty'), awaited(faulty, 'faulty')]).toEqual(['2024-05-01', 'repaired']);
  expect([concernedSince(shipped, 'stuck'), awaited(shipped, 'stuck')]).toEqual(['2024-03-01', 'received']);
});

test('repairs are told by type and supplier, narrowed as the list is, the most days first', () => {
  const told = [
    { region: 'UA-46', equipmentType: 'tablet', solutionId: 'a', repairs: 1, downtimeDays: 5 },
    { region: 'UA-51', equipmentType: 'tablet', solutionId: 'b', repairs: 2, downtimeDays: 10 },
    { region: 'UA-46', equipmentType: 'complex', repairs: 1, downtimeDays: 40 },
  ];
  const solutions = [
    { solutionId: 'a', supplier: 'FetalCare' },
    { solutionId: 'b', supplier: 'FetalCare' },
  ];

  expect(repairRows(told, solutions, {})).toEqual([
    { equipmentType: 'complex', supplier: undefined, repairs: 1, downtimeDays: 40 },
    { equipmentType: 'tablet', supplier: 'FetalCare', repairs: 3, downtimeDays: 15 },
  ]);
  expect(repairRows(told, solutions, { region: 'UA-51' })).toHaveLength(1);
  expect(repairRows(told, solutions, { solutionId: 'a' })).toMatchObject([{ repairs: 1 }]);
});
