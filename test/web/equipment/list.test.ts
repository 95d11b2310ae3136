import { describe, expect, test } from 'vitest';
import { consignmentRow, type ConsignmentRow } from '../../../functions/domain/equipment/consignmentRow.ts';
import { placeGroups } from '../../../web/src/lib/equipment/placeGroups.ts';
import { monthlyUses } from '../../../functions/domain/report/monthlyUse.ts';
import { troubleOf } from '../../../web/src/lib/equipment/standingWords.ts';
import { monthUse, silentRule, silentSince } from '../../../web/src/lib/equipment/useWords.ts';
import { pagesOf, pageWithRows } from '../../../web/src/lib/ui/list/pages.ts';
import { filterOf } from '../../../web/src/routes/(in)/equipment/list/filter.ts';
import { answerOf, emphasisOf } from '../../../web/src/routes/(in)/equipment/list/listing.ts';
import { emptyForm, faultyFields, stockIn } from '../../../web/src/routes/(in)/equipment/new/stockForm.ts';
import { testPack } from '../../support/builders.ts';
import { consignment, inUse, lviv, odesa, type Told } from '../../support/equipment.ts';

const today = '2024-12-03';

function rowOf(told: Told[], more: Partial<ConsignmentRow> = {}): ConsignmentRow {
  const row = consignmentRow(consignment(told));
  if (!row) throw new Error('It is struck out.');
  return { ...row, ...more };
}

describe('the list of equipment', () => {
  test('is narrowed to what its address says, without what it does not understand', () => {
    const [type] = testPack.equipmentTypes;
    const params = new URLSearchParams(
      `region=UA-46&state=shipped&type=${type?.code}&condition=faulty&other=1`,
    );

    expect(filterOf(params, testPack)).toEqual({
      region: 'UA-46',
      state: 'shipped',
      equipmentType: type?.code,
      condition: 'faulty',
    });
    expect(filterOf(new URLSearchParams('condition=silent'), testPack)).toEqual({ condition: 'silent' });
    expect(filterOf(new URLSearchParams('region=XX&state=broken&type=x&condition=broken'), testPack)).toEqual(
      {},
    );
  });

  test('says what is stuck only when it is whole', () => {
    const rows = [
      rowOf([['shipped', '10-19']]),
      rowOf([['shipped', '10-18']]),
      rowOf([...inUse, ['fault', '05-01']]),
    ];

    expect(answerOf({ rows }, today, testPack)).toEqual({ all: 3, stuck: 1, faulty: 1 });
    expect(answerOf({ rows, next: 'UA-51' }, today, testPack)).toBeUndefined();
  });

  test.each([
    [undefined, { stuck: 1, faulty: 2 }, 'stuck'],
    [undefined, { stuck: 0, faulty: 2 }, 'faulty'],
    [undefined, { stuck: 0, faulty: 0 }, 'all'],
    ['longFaulty', { stuck: 1, faulty: 2 }, 'faulty'],
    ['faulty', { stuck: 1, faulty: 0 }, 'all'],
    ['missing', { stuck: 1, faulty: 2 }, 'all'],
    ['stuck', { stuck: 1, faulty: 2 }, 'stuck'],
    ['silent', { stuck: 1, faulty: 2 }, 'silent'],
  ] as const)('narrowed to %s, with %o, it says at its top what is %s', (condition, counts, expected) => {
    expect(emphasisOf(counts, condition)).toBe(expected);
  });

  test('says since when units are silent as far as it looked back, and why a month says nothing', () => {
    const [september, october] = ['2024-09', '2024-10'].map((month) => ({ month, use: 'notUsed' as const }));
    const months = september && october ? [september, october] : [];

    expect(silentSince({ verdict: 'silent', months }, today)).toBe('since 1 Sept or longer');
    expect(silentSince({ verdict: 'silent', months }, '2025-01-03')).toBe('since 1 Sept 2024 or longer');
    expect([...monthlyUses, 'beforeFirstUse' as const, 'outOfUse' as const].map(monthUse)).toEqual([
      'Used',
      'Not used',
      'No report',
      'The report is not approved',
      'The report has no figure that shows its use',
      'A figure is missing in the report',
      'Under 15 days of power or internet',
      'Its first use was in this month or later',
      'It worked or was in use on under 15 days',
    ]);
    expect(silentRule()).toContain('at least 15 days of power and of internet');
  });

  test('is read page by page, as many as are asked for', async () => {
    const ask = (page = 'a') =>
      Promise.resolve({ rows: [page], ...(page < 'c' && { next: page === 'a' ? 'b' : 'c' }) });

    expect(await pagesOf(ask, 2)).toEqual({ rows: ['a', 'b'], next: 'c' });
    expect((await pagesOf(ask, 9)).rows).toEqual(['a', 'b', 'c']);
  });

  test('is read no further where there are enough rows', async () => {
    const asked: (string | undefined)[] = [];
    const ask = (page?: string) => {
      asked.push(page);
      return Promise.resolve({ rows: ['one', 'two'], next: `${page ?? 0}+` });
    };

    expect((await pagesOf(ask, 9, { enough: 3 })).rows).toHaveLength(4);
    expect(asked).toEqual([undefined, '0+']);
  });

  test('is looked through until something is found, and no further', async () => {
    const ask = (page = '0') => {
      const next = { next: String(Number(page) + 1) };
      return Promise.resolve({ rows: page === '4' ? ['found'] : [], ...(page < '6' && next) });
    };

    expect(await pageWithRows(ask, undefined)).toEqual({ rows: ['found'], next: '5' });
    expect(await pageWithRows(ask, '5')).toEqual({ rows: [] });
    expect(await pageWithRows(ask, undefined, 2)).toEqual({ rows: [], next: '2' });
  });

  test('marks what is missing, faulty or idle, the worst first', () => {
    const missing = rowOf([
      ['shipped', '03-01'],
      ['missing', '03-10'],
    ]);
    const both = rowOf([...inUse, ['notInUse', '05-01', { reason: 'staff' }], ['fault', '05-02']]);

    expect(troubleOf(missing, '2024')).toBe('Did not come, noted since 10 Mar');
    expect(troubleOf(both, '2024')).toBe('Faulty since 2 May');
    expect(troubleOf({ ...both, faultySince: undefined }, '2024')).toBe(
      'Not in use since 1 May: Nobody who can use it',
    );
    expect(troubleOf(rowOf(inUse), '2024')).toBeUndefined();
  });
});

test('a place shows what comes, what is there by solution, and what is gone', () => {
  const offered = rowOf([...inUse, ['transferOffered', '05-01', { to: odesa.placeId }]]);
  const rows = [rowOf([['shipped', '03-01']]), offered, rowOf([...inUse, ['destroyed', '06-01']])];

  const here = placeGroups(rows, lviv.placeId);
  const there = placeGroups(rows, odesa.placeId);

  expect([here.coming.length, here.here.map(({ rows: at }) => at.length), here.gone.length]).toEqual([
    1,
    [1],
    1,
  ]);
  expect(there.coming).toEqual([offered]);
  const solved = [rowOf(inUse), rowOf(inUse, { solutionId: 'b' }), rowOf(inUse, { solutionId: 'a' })];
  expect(placeGroups(solved, lviv.placeId).here.map(({ solutionId }) => solutionId)).toEqual([
    'a',
    'b',
    undefined,
  ]);
});

describe('equipment that is already there', () => {
  const whole = { ...emptyForm(), equipmentType: 'tablet', units: '3', receivedOn: '2023-05-01' };

  test.each<[string, Partial<typeof whole>, string[]]>([
    ['nothing wrong', {}, []],
    ['no type', { equipmentType: '' }, ['equipmentType']],
    ['no whole number', { units: '1.5' }, ['units']],
    ['no unit', { units: '0' }, ['units']],
    ['too many units', { units: '100001' }, ['units']],
    ['a day to come', { receivedOn: '2024-12-04' }, ['receivedOn']],
    ['a mistyped year', { receivedOn: '0202-05-01' }, ['receivedOn']],
    ['installed before it came', { installedOn: '2023-04-30' }, ['installedOn']],
    ['used and never installed', { firstUsedOn: '2023-06-01' }, ['firstUsedOn']],
    [
      'used before it was installed',
      { installedOn: '2023-06-02', firstUsedOn: '2023-06-01' },
      ['firstUsedOn'],
    ],
  ])('%s', (_, more, fields) => {
    expect(faultyFields({ ...whole, ...more }, today)).toEqual(fields);
  });

  test('is entered with its past days', () => {
    const entry = stockIn({ ...whole, installedOn: '2023-06-01', source: 'own' }, 'stock-abcdef', 'UA-0001');

    expect(entry.log.map(({ kind, date }) => [kind, date])).toEqual([
      ['planned', '2023-05-01'],
      ['shipped', '2023-05-01'],
      ['received', '2023-05-01'],
      ['installed', '2023-06-01'],
    ]);
    expect(entry).toMatchObject({ source: { kind: 'own' }, units: 3 });
  });
});
