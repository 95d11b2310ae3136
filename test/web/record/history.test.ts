import { expect, test } from 'vitest';
import type { HistoryLine } from '../../../functions/domain/history.ts';
import { toldBy } from '../../../web/src/lib/record/history.ts';

const line = (changes: HistoryLine['changes']): HistoryLine => ({
  version: 2,
  at: '2024-12-03T08:00:00.000Z',
  by: { accountId: 'test', name: 'Test' },
  action: 'submit',
  changes,
});

test('a stage change tells the stage it led to', () => {
  const from = [{ stage: 'planned', date: '2024-01-11', by: 'test' }];
  const told = toldBy(
    line([{ field: 'stages', from, to: [...from, { stage: 'connected', date: '2024-02-01', by: 'test' }] }]),
  );

  expect(told.stage).toMatchObject({ stage: 'connected', date: '2024-02-01' });
});

test('a date that was mended is told of its own stage, not of the last', () => {
  const stages = (planned: string) => [
    { stage: 'planned', date: planned, by: 'test' },
    { stage: 'connected', date: '2024-02-01', by: 'test' },
  ];
  const told = toldBy(line([{ field: 'stages', from: stages('0024-01-11'), to: stages('2024-01-11') }]));

  expect(told.stage).toMatchObject({ stage: 'planned', date: '2024-01-11' });
});

test('a solution that goes on tells where it stands', () => {
  const from = [{ status: 'preparing', date: '2024-01-15', by: 'test' }];
  const told = toldBy(
    line([{ field: 'stages', from, to: [...from, { status: 'operating', date: '2024-03-01', by: 'test' }] }]),
  );

  expect(told.standing).toMatchObject({ status: 'operating', date: '2024-03-01' });
  expect(told.stage).toBeUndefined();
});

test('a move tells where the facility went, and from which day; a report that went with it, only where', () => {
  const left = { region: 'UA-46', until: '2024-11-20', by: 'test' };
  const region = { field: 'region', from: 'UA-46', to: 'UA-51' };
  const told = (changes: HistoryLine['changes']) => toldBy({ ...line(changes), action: 'move' });

  expect(told([{ field: 'formerRegions', to: [left] }, region])).toMatchObject({
    region: 'UA-51',
    since: '2024-11-20',
  });
  expect(told([region])).toMatchObject({ region: 'UA-51', since: undefined });
});

test('figures typed for the first time are counted, changed ones are told with both values', () => {
  const told = toldBy(
    line([
      { field: 'figures.staff', to: 5 },
      { field: 'figures.daysWithoutPower', from: 2, to: 0 },
      { field: 'status', from: 'returned', to: 'submitted' },
    ]),
  );

  expect(told).toMatchObject({ typed: 1, changed: [{ code: 'daysWithoutPower', from: 2, to: 0 }] });
});

test.each(['figures.staff', 'staff'])(
  'a return tells the figure that was kept as %s, and the reason',
  (field) => {
    const returned = { field, reason: 'Too many.', by: { accountId: 'm', name: 'M' }, on: '2024-12-03' };

    expect(toldBy(line([{ field: 'returned', to: returned }])).returned).toEqual({
      code: 'staff',
      reason: 'Too many.',
    });
  },
);

test('a correction tells its reason', () => {
  expect(toldBy(line([{ field: 'correction', to: 'We forgot one.' }])).correction).toBe('We forgot one.');
});

test('what is not in the expected form is not told', () => {
  const told = toldBy(
    line([{ field: 'stages', to: 'live' }, { field: 'returned' }, { field: 'note', to: 7 }]),
  );

  expect(told).toEqual({
    stage: undefined,
    region: undefined,
    since: undefined,
    returned: undefined,
    correction: undefined,
    note: undefined,
    edited: [],
    facts: [],
    changed: [],
    typed: 0,
  });
});

test('what was changed of a person is named by field; the first line, which says everything, names nothing', () => {
  const person = (changes: HistoryLine['changes']) => toldBy({ ...line(changes), action: 'editPerson' });

  expect(
    person([
      { field: 'name', from: 'Olena', to: 'Oksana' },
      { field: 'names', from: { en: 'Olena' } },
      { field: 'role', from: 'manager', to: 'admin' },
    ]).edited,
  ).toEqual(['name', 'role']);
  expect(
    person([
      { field: 'accountId', to: 'olena' },
      { field: 'note', to: 'Demo' },
    ]),
  ).toEqual({ edited: [], facts: [], changed: [], typed: 0 });
});

test('a corrected rate tells what it was and what it is, of its line alone', () => {
  const lines = (usdRate: string) => [
    { lineId: 'l1', usdRate: '1', usdRateOn: '2024-01-01' },
    { lineId: 'l2', usdRate, usdRateOn: '2024-01-15' },
  ];
  const changes = [{ field: 'lines', from: lines('10.868'), to: lines('1.0868') }];

  expect(toldBy({ ...line(changes), action: 'correctRate' }).rate).toMatchObject({
    from: { usdRate: '10.868' },
    to: { usdRate: '1.0868', usdRateOn: '2024-01-15' },
  });
  expect(toldBy({ ...line(changes), action: 'plan' }).rate).toBeUndefined();
});

test('corrected facts tell what is known no more and what is known now, and of a list only that', () => {
  const changes = [
    { field: 'accountableUntil', to: '2029-12-31' },
    { field: 'orderNumber', from: '7/21' },
    { field: 'serialNumbers', from: ['A-1', 'B-2'], to: ['A-1', 'A-2'] },
  ];

  expect(toldBy({ ...line(changes), action: 'correctFacts' }).facts).toEqual([
    { field: 'accountableUntil', from: [], to: ['2029-12-31'] },
    { field: 'orderNumber', from: ['7/21'], to: [] },
    { field: 'serialNumbers', from: ['B-2'], to: ['A-2'] },
  ]);
  expect(toldBy(line(changes)).facts).toEqual([]);
});
