import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import {
  admin,
  command,
  editedWarehouse,
  inCountry,
  manager,
  odesaManager,
  pack,
  warehouse,
} from '../../support/country.ts';
import type { Loose } from '../../support/stack.ts';

const here = inCountry();
const { ask } = here;

let serial = 10;
/** A code that no warehouse of this file has. */
const newCode = () => `UA-W${(serial += 1)}`;

const register = (warehouseId: string, more: object = {}, who: Caller = admin) =>
  ask(who, 'POST', '/warehouses', command(0, { ...warehouse(warehouseId), ...more }));
const edit = (warehouseId: string, basedOn: number, more: object = {}, who: Caller = manager) =>
  ask(who, 'PUT', `/warehouses/${warehouseId}`, command(basedOn, editedWarehouse(more)));
const get = (warehouseId: string) => ask(admin, 'GET', `/warehouses/${warehouseId}`);
async function listed(question = '', who: Caller = manager): Promise<Loose[]> {
  const { body }: Loose = await ask(who, 'GET', `/warehouses${question}`);
  return body.warehouses;
}

test('a warehouse is registered, edited and closed, and its history tells by whom', async () => {
  const code = newCode();
  expect(await register(code)).toMatchObject({ status: 200, body: { warehouseId: code, version: 1 } });
  await edit(code, 1, { keeper: 'Red Cross', closedOn: '2024-11-30' });

  const { body } = await edit(code, 2, { keeper: 'Red Cross' });

  expect(body).toEqual({ ...warehouse(code), keeper: 'Red Cross', version: 3 });
  expect((await get(code)).body).toEqual(body);
  const { body: told }: Loose = await ask(manager, 'GET', `/warehouses/${code}/history`);
  const lines: Loose[] = told.lines;
  expect(lines.map(({ action, by }) => [action, by.accountId])).toEqual([
    ['register', 'admin'],
    ['edit', 'manager'],
    ['edit', 'manager'],
  ]);
  expect(lines.slice(1).map(({ changes }) => changes.map(({ field }: Loose) => field))).toEqual([
    ['closedOn', 'keeper'],
    ['closedOn'],
  ]);
});

test('the list is in the order of the regions and of the country’s alphabet, or of one region alone', async () => {
  const [first, second, third] = [newCode(), newCode(), newCode()];
  await register(first, { region: 'UA-07', names: { uk: 'Їжаківський склад' } });
  await register(second, { region: 'UA-07', names: { uk: 'Ґудзівський склад' } });
  await register(third, { region: 'UA-05', names: { uk: 'Ямпільський склад' } });

  const own = [first, second, third];
  const codes = (rows: Loose[]) =>
    rows.map(({ warehouseId }) => warehouseId).filter((id) => own.includes(id));
  expect(codes(await listed())).toEqual([third, second, first]);
  expect(codes(await listed('?region=UA-07'))).toEqual([second, first]);
  expect(await listed('?region=UA-07', odesaManager)).toEqual([]);
});

test('the same registration again changes nothing, and another one finds the code taken', async () => {
  const code = newCode();
  const body = command(0, warehouse(code));
  const first = await ask(admin, 'POST', '/warehouses', body);

  expect(await ask(admin, 'POST', '/warehouses', body)).toEqual(first);
  for (const basedOn of [0, 1, 7])
    expect(await ask(manager, 'POST', '/warehouses', { ...body, ...command(basedOn) })).toMatchObject({
      status: 409,
      body: { code: 'alreadyExists', field: 'warehouseId' },
    });
  expect(Object((await get(code)).body).version).toBe(1);
});

test('of many who register one code at once one gets it', async () => {
  const code = newCode();

  const answers = await Promise.all(['a', 'b', 'c', 'd'].map((keeper) => register(code, { keeper })));

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
});

test('who edits what somebody else has edited meanwhile is told so, and both states', async () => {
  const code = newCode();
  await register(code);
  await edit(code, 1, { keeper: 'Red Cross' });

  expect(await edit(code, 1, { keeper: 'UNICEF' })).toMatchObject({
    status: 409,
    body: { code: 'stale', current: { version: 2, keeper: 'Red Cross' }, yours: { keeper: 'UNICEF' } },
  });
});

describe('a warehouse that cannot be is refused, and nothing is written', () => {
  test.each([
    ['of another country', { warehouseId: 'PL-W77' }, 400, 'invalid', 'warehouseId'],
    ['with the code of a facility', { warehouseId: 'UA-0077' }, 400, 'invalid', 'warehouseId'],
    ['of a region that is not here', { region: 'PL-02' }, 422, 'unknownRegion', 'region'],
    ['without a Ukrainian name', { names: { en: 'Warehouse' } }, 400, 'invalid', 'names.uk'],
    ['without a Ukrainian settlement', { settlement: { en: 'Lviv' } }, 400, 'invalid', 'settlement.uk'],
    ['with half a letter in its name', { names: { uk: 'a\ud83d' } }, 400, 'invalid', 'names.uk'],
    ['that nobody keeps', { keeper: ' ' }, 400, 'invalid', 'keeper'],
    ['with a keeper too long to show', { keeper: 'x'.repeat(201) }, 400, 'invalid', 'keeper'],
    ['closed tomorrow', { closedOn: '2024-12-04' }, 422, 'dateNotAllowed', 'closedOn'],
    ['closed before the programme', { closedOn: '1999-12-31' }, 422, 'dateNotAllowed', 'closedOn'],
    ['closed on no day', { closedOn: '2024-02-30' }, 400, 'invalid', 'closedOn'],
    ['with a field too many', { type: 'warehouse' }, 400, 'unknownField', 'type'],
  ])('%s', async (_, more, status, code, field) => {
    const answer = await register('UA-W77', more);

    expect(answer).toMatchObject({
      status,
      body: { code, field, detail: expect.stringMatching(/\.$/) },
    });
    for (const id of ['UA-W77', 'PL-W77']) expect((await get(id)).status).toBe(404);
  });

  test('by an edit, which neither moves it nor gives it another code', async () => {
    const code = newCode();
    await register(code);

    for (const field of ['region', 'warehouseId'])
      expect(await edit(code, 1, { [field]: 'UA-51' })).toMatchObject({
        status: 400,
        body: { code: 'unknownField', field },
      });
    expect(await edit(code, 1, { closedOn: '2024-12-04' })).toMatchObject({
      status: 422,
      body: { code: 'dateNotAllowed', field: 'closedOn' },
    });
    expect((await get(code)).body).toEqual({ ...warehouse(code), version: 1 });
  });
});

test('warehouses are counted by the check of progress, and move no figure', async () => {
  const rows = async () => (await ask(manager, 'GET', '/progress')).body;
  const before = await rows();
  await register(newCode());

  const check = await checkProgress(here.database, pack);

  expect(sentencesOf(check)).toEqual([]);
  expect(check.records['warehouses']).toBe((await listed()).length);
  expect(await rows()).toEqual(before);
});
