import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensure } from '../../../functions/domain/refusal.ts';
import { checkRows } from '../../../functions/rebuild/rows.ts';
import { Database } from '../../../functions/store/database.ts';
import { historyEntry } from '../../../functions/store/history.ts';
import { Progress } from '../../../functions/store/progress.ts';
import { sourceOf } from '../../../functions/store/recordKind.ts';
import { testPack } from '../../support/builders.ts';
import {
  changePledges,
  newPledge,
  next,
  pledgeChange,
  pledgeKind,
  type Pledge,
} from '../../support/pledge.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';
import { wireTo, type Wire } from '../../support/wire.ts';

let engine: TestEngine;
let wire: Wire;
let database: Database;

beforeAll(async () => {
  engine = await startEngine();
  wire = await wireTo(engine.endpoint);
  database = new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint });
});
afterAll(async () => {
  await wire.stop();
  await engine.stop();
});
beforeEach(() => void wire.counted());

const differences = async () => (await checkRows(database, testPack, [sourceOf(pledgeKind)])).differences;

const amounts = async (scope: 'country' | `donor:${string}`) =>
  (await new Progress(database, testPack).ofScope(scope, '2024-12-03')).map(({ row, month, amounts }) => [
    row,
    month,
    amounts,
  ]);

const entries = async (pledge: Pledge) =>
  (await database.query('history', { key: 'subject', equals: `pledge#${pledge.pledgeId}` })).map(
    historyEntry,
  );

const make = (pledge: Pledge, key?: string) =>
  changePledges(database, { pledgeIds: [pledge.pledgeId], basedOn: 0, key }, ([before]) => [
    pledgeChange(before, pledge),
  ]);

/** Moves an amount from one pledge to another. */
const move = (from: Pledge, to: Pledge, amount: number, key?: string) =>
  changePledges(
    database,
    { pledgeIds: [from.pledgeId, to.pledgeId], basedOn: from.version, key },
    ([giving, taking]) => {
      ensure(giving && taking, 'notFound', 'There is no such pledge.');
      return [
        pledgeChange(giving, next(giving, { amount: giving.amount - amount })),
        pledgeChange(taking, next(taking, { amount: taking.amount + amount })),
      ];
    },
  );

describe('a command that changes several records', () => {
  test('moves each scope by their differences, and what cancels out is touched and stays', async () => {
    const [a, b] = [newPledge({ donor: 'a' }), newPledge({ donor: 'b' })];
    await make(a);
    await make(b);
    const country = await amounts('country');

    await move(a, b, 3);

    expect(await amounts('country')).toEqual(country);
    expect(await amounts('donor:a')).toEqual([['UA', '2024-11', { doctorToDoctor: 7, resolved: 1 }]]);
    expect(await amounts('donor:b')).toEqual([['UA', '2024-11', { doctorToDoctor: 13, resolved: 1 }]]);
    expect(await differences()).toEqual([]);
  });

  test('is one read and one transaction', async () => {
    const [a, b] = [newPledge(), newPledge()];
    await make(a);
    await make(b);
    wire.counted();

    await move(a, b, 3);

    expect(wire.counted()).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
  });

  test('has an entry in the history of each, with what each moved', async () => {
    const [a, b] = [newPledge({ donor: 'c' }), newPledge({ donor: 'd', row: 'UA-46', month: '2024-10' })];
    await make(a);
    await make(b);

    await move(a, b, 3, 'move-with-history');

    const last = async (pledge: Pledge) =>
      (await entries(pledge)).find(({ idempotencyKey }) => idempotencyKey === 'move-with-history');
    expect(await last(a)).toMatchObject({
      version: 2,
      after: { amount: 7 },
      differences: [
        { scope: 'country', row: 'UA', month: '2024-11', amounts: { doctorToDoctor: -3 } },
        { scope: 'donor:c', row: 'UA', month: '2024-11', amounts: { doctorToDoctor: -3 } },
      ],
    });
    expect(await last(b)).toMatchObject({
      version: 2,
      after: { amount: 13 },
      differences: [
        { scope: 'country', row: 'UA-46', month: '2024-10', amounts: { doctorToDoctor: 3 } },
        { scope: 'donor:d', row: 'UA-46', month: '2024-10', amounts: { doctorToDoctor: 3 } },
      ],
    });
  });

  test('is done once, however often it is repeated and however the line breaks', async () => {
    const [a, b] = [newPledge({ donor: 'e' }), newPledge({ donor: 'f' })];
    await make(a);
    await make(b);
    wire.upset('answerLost');

    const first = await move(a, b, 3, 'moved-only-once');
    const again = await move(a, b, 3, 'moved-only-once');

    expect(again).toEqual(first);
    expect(await amounts('donor:f')).toEqual([['UA', '2024-11', { doctorToDoctor: 13, resolved: 1 }]]);
    expect(await differences()).toEqual([]);
  });

  test('is done wholly or not at all: a record that someone else changed is read again', async () => {
    const [a, b] = [newPledge({ donor: 'g' }), newPledge({ donor: 'h' })];
    const c = newPledge({ donor: 'i' });
    for (const one of [a, b, c]) await make(one);

    await Promise.all([move(a, b, 3), move(c, b, 4)]);

    expect(await amounts('donor:h')).toEqual([['UA', '2024-11', { doctorToDoctor: 17, resolved: 1 }]]);
    expect(await differences()).toEqual([]);
  });

  test('of which one may not be is refused as a whole', async () => {
    const a = newPledge({ donor: 'j' });
    await make(a);

    await expect(move(a, newPledge(), 3)).rejects.toMatchObject({ code: 'notFound' });

    expect(await amounts('donor:j')).toEqual([['UA', '2024-11', { doctorToDoctor: 10, resolved: 1 }]]);
  });

  test('and would write more than a transaction takes is a bug, and writes nothing', async () => {
    const many = Array.from({ length: 50 }, () => newPledge({ donor: 'many' }));
    const [first, ...rest] = many;
    if (!first) throw new Error('there are fifty');

    const command = changePledges(
      database,
      { pledgeIds: [first.pledgeId, ...rest.map(({ pledgeId }) => pledgeId)], basedOn: 0 },
      () => [pledgeChange(undefined, first), ...rest.map((one) => pledgeChange(undefined, one))],
    );

    await expect(command).rejects.toThrow('approve writes 102 items; a transaction takes 100.');
    expect(await amounts('donor:many')).toEqual([]);
    expect(await entries(first)).toEqual([]);
  });

  test('and just fits is done', async () => {
    const many = Array.from({ length: 49 }, () => newPledge({ donor: 'most' }));
    const [first, ...rest] = many;
    if (!first) throw new Error('there are forty-nine');

    await changePledges(
      database,
      { pledgeIds: [first.pledgeId, ...rest.map(({ pledgeId }) => pledgeId)], basedOn: 0 },
      () => [pledgeChange(undefined, first), ...rest.map((one) => pledgeChange(undefined, one))],
    );

    expect(await amounts('donor:most')).toEqual([['UA', '2024-11', { doctorToDoctor: 490, resolved: 49 }]]);
    expect(await differences()).toEqual([]);
  });
});

describe('an event that is only appended', () => {
  const note = (pledge: Pledge, text: string, key?: string) =>
    changePledges(
      database,
      { pledgeIds: [pledge.pledgeId], basedOn: pledge.version, key, content: text, guards: 'state' },
      ([before]) => {
        ensure(before, 'notFound', 'There is no such pledge.');
        ensure(!before.notes.includes('closed'), 'wrongState', 'This is closed.');
        return [pledgeChange(before, next(before, { notes: [...before.notes, text] }))];
      },
    );

  const notesOf = async ({ pledgeId }: Pledge) =>
    (await database.get([{ table: 'accounts', key: { accountId: pledgeId } }]))[0]?.['notes'];

  test('does not collide with another that is based on the same version', async () => {
    const pledge = await make(newPledge());

    await Promise.all(['one', 'two', 'three'].map((text) => note(pledge, text)));

    expect(new Set(Object(await notesOf(pledge)))).toEqual(new Set(['one', 'two', 'three']));
  });

  test('answers a repetition as it did, and appends nothing', async () => {
    const pledge = await make(newPledge());
    const first = await note(pledge, 'one', 'noted-only-once');
    await note(pledge, 'two');

    expect(await note(pledge, 'one', 'noted-only-once')).toEqual(first);
    expect(await notesOf(pledge)).toEqual(['one', 'two']);
  });

  test('answers a repetition so even where the state would refuse it now', async () => {
    const pledge = await make(newPledge());
    const first = await note(pledge, 'closed', 'closed-only-once');

    expect(await note(pledge, 'closed', 'closed-only-once')).toEqual(first);
    await expect(note(pledge, 'more')).rejects.toMatchObject({ code: 'wrongState' });
    await expect(note(pledge, 'other', 'closed-only-once')).rejects.toMatchObject({ code: 'keyReused' });
  });

  test('is there once after an answer was lost', async () => {
    const pledge = await make(newPledge());
    wire.upset('answerLost', 'collision');

    await note(pledge, 'one');

    expect(await notesOf(pledge)).toEqual(['one']);
  });
});

describe('a contribution', () => {
  test('to a row that the country does not have is a bug, and nothing is written', async () => {
    const lost = newPledge({ row: 'UA-99', donor: 'lost' });

    await expect(make(lost)).rejects.toThrow('There is no row UA-99');

    expect(await entries(lost)).toEqual([]);
    expect(await database.get([{ table: 'accounts', key: { accountId: lost.pledgeId } }])).toEqual([
      undefined,
    ]);
  });

  test('of a donor whose name has the signs that keys are made of is its own', async () => {
    await make(newPledge({ donor: 'a#2024:b', amount: 5 }));

    expect(await amounts('donor:a#2024:b')).toEqual([['UA', '2024-11', { doctorToDoctor: 5, resolved: 1 }]]);
    expect(await amounts('donor:a#2024')).toEqual([]);
    expect(await differences()).toEqual([]);
  });
});
