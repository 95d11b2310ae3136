import { expect, test } from 'vitest';
import { admin, command, edited, inCountry, manager, odesaManager } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const { ask } = here;

const code = (text: string, system = 'dhis2') => ({ system, code: text });
const edit = (facilityId: string, basedOn: number, content: object) =>
  ask(manager, 'PUT', `/facilities/${facilityId}/profile`, command(basedOn, content));
const find = async (text: string, who = manager): Promise<string[]> => {
  const { body }: Loose = await ask(who, 'GET', `/facilities?text=${encodeURIComponent(text)}`);
  return body.facilities.map(({ facilityId }: Loose) => facilityId);
};

/** Another clinic beside the test's own. */
async function another(facilityId: string, externalCodes: object[] = []): Promise<string> {
  const { plannedOn, ...rest } = { plannedOn: '2024-01-01', region: 'UA-46', facilityId, ...edited() };
  await ask(admin, 'POST', '/facilities', command(0, { ...rest, plannedOn, externalCodes }));
  return facilityId;
}

test('a profile is edited as a whole, and history tells what was changed', async () => {
  const { facilityId, path } = here.clinic;
  const population = { population: 9200, populationOn: '2024-01-01', populationSource: 'State statistics' };
  await edit(facilityId, 5, { ...edited([code('Abc')]), ...population });

  const { status, body } = await edit(facilityId, 6, { ...edited(), power: 'grid' });

  expect(status).toBe(200);
  expect(body).toMatchObject({ version: 7, power: 'grid', region: 'UA-46', externalCodes: [] });
  expect((await ask(manager, 'GET', path())).body).toEqual(body);
  for (const field of Object.keys(population)) expect(body).not.toHaveProperty(field);
  const { body: told }: Loose = await ask(manager, 'GET', path('/history'));
  expect(told.lines.at(-1)).toMatchObject({ action: 'edit', by: { accountId: manager.accountId } });
  expect(told.lines.at(-1).changes.map(({ field }: Loose) => field)).toEqual([
    'externalCodes',
    'population',
    'populationOn',
    'populationSource',
    'power',
  ]);
});

test('who edits what somebody else has edited meanwhile is told so, and both states', async () => {
  const { facilityId } = here.clinic;
  await edit(facilityId, 5, { ...edited(), power: 'grid' });

  expect(await edit(facilityId, 5, { ...edited(), connectivity: 'none' })).toMatchObject({
    status: 409,
    body: { code: 'stale', current: { version: 6, power: 'grid' }, yours: { connectivity: 'none' } },
  });
});

test('a code is one facility’s within its system, however it is written, until it lets go of it', async () => {
  const { facilityId } = here.clinic;
  const other = await another('UA-7301');
  expect((await edit(facilityId, 5, edited([code('One-1')]))).status).toBe(200);

  expect(await edit(other, 1, edited([code('ONE-1')]))).toMatchObject({
    status: 409,
    body: { code: 'alreadyExists', field: 'externalCodes' },
  });
  expect((await edit(other, 1, edited([code('One-1', 'own')]))).status).toBe(200);
  expect((await edit(facilityId, 6, edited())).status).toBe(200);
  expect((await edit(other, 2, edited([code('ONE-1')]))).status).toBe(200);
});

test('of many who claim a code at once one gets it', async () => {
  const ids = ['UA-7311', 'UA-7312', 'UA-7313', 'UA-7314'];
  for (const id of ids) await another(id);

  const answers = await Promise.all(ids.map((id) => edit(id, 1, edited([code('raced')]))));

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
});

test('a facility is found by its code in another register, by who may see it', async () => {
  const facilityId = await another('UA-7321', [code('DiszpKrYNg8'), code('01997789', 'edrpou')]);

  expect(await find('diszpkryng8')).toEqual([facilityId]);
  expect(await find(' 01997789 ')).toEqual([facilityId]);
  expect(await find('DiszpKrYNg8', odesaManager)).toEqual([]);
  expect(await find('DiszpKr')).toEqual([]);
});
