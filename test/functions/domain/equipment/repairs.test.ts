import { expect, test } from 'vitest';
import type { Consignment } from '../../../../functions/domain/equipment/consignment.ts';
import { consignmentContributions } from '../../../../functions/domain/equipment/consignmentContributions.ts';
import { repairsIn, repairsRowOf, repairsSince } from '../../../../functions/domain/equipment/repairs.ts';
import { testPack } from '../../../support/builders.ts';
import { consignment, inUse, type Told } from '../../../support/equipment.ts';

const repaired: Told[] = [...inUse, ['fault', '05-01'], ['repaired', '05-20']];
const rowsOf = (one: Consignment) =>
  consignmentContributions(one, testPack).filter(({ scope }) => scope === 'repairs:all');

test('a repair counts in its month, with the days that each unit did not work', () => {
  expect(rowsOf(consignment(repaired))).toEqual([
    {
      scope: 'repairs:all',
      row: 'UA-46~tablet~',
      month: '2024-05',
      amounts: { repairs: 4, downtimeDays: 76 },
    },
  ]);
});

test('whatever its source, and by the solution that it is for', () => {
  const terms = { version: 1, capability: 'pregnancyMonitoring', equipmentTypes: ['tablet'], indicators: [] };
  const own = consignment(repaired, { source: { kind: 'own' }, solution: { solutionId: 'tele-1', terms } });

  expect(rowsOf(own)).toMatchObject([{ row: 'UA-46~tablet~tele-1' }]);
});

test('what comes to its end with a fault did not work until then, and is no repair', () => {
  const scrapped = consignment([...inUse, ['fault', '05-01'], ['scrapped', '05-11']]);

  expect(rowsOf(scrapped)).toMatchObject([{ amounts: { downtimeDays: 40 } }]);
  expect(rowsOf(scrapped)[0]?.amounts).not.toHaveProperty('repairs');
});

test('a fault that lasts counts nothing yet', () => {
  expect(rowsOf(consignment([...inUse, ['fault', '05-01']]))).toEqual([]);
});

test('the last twelve months are added up, in the regions that are asked for', () => {
  const rows = [
    ...rowsOf(consignment(repaired)),
    ...rowsOf(consignment([...repaired, ['fault', '08-01'], ['repaired', '08-03']])),
  ];
  const within = { since: '2024-01', until: '2024-12', regions: ['UA-46'] };

  expect(repairsSince('2024-12')).toBe('2024-01');
  expect(repairsIn(rows, within)).toEqual([
    { region: 'UA-46', equipmentType: 'tablet', repairs: 12, downtimeDays: 160 },
  ]);
  expect(repairsIn(rows, { ...within, since: '2024-06' })).toMatchObject([{ repairs: 4, downtimeDays: 8 }]);
  expect(repairsIn(rows, { ...within, regions: ['UA-51'] })).toEqual([]);
});

test.each(['UA-46', 'UA-46~tablet', '~tablet~', 'UA-46~tab let~', 'UA-46~tablet~Tele', 'x~UA-46~tablet~'])(
  '"%s" is no row of repairs',
  (row) => {
    expect(repairsRowOf(row)).toBeUndefined();
  },
);
