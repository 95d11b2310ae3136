import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/domain/account.ts';
import type { Caller } from '../../../functions/domain/caller.ts';
import { admin, command, inCountry } from '../../support/country.ts';
import { peopleOf, personPath, said } from '../../support/people.ts';

const here = inCountry();
const { ask } = here;
const { add, added, get, linesOf, roleOf } = peopleOf(here);

beforeEach(() => void here.directory.asked.splice(0));

describe('deactivating a person', () => {
  test('lets them sign in no more, until they are active again', async () => {
    const account = await added();

    expect(await ask(admin, 'POST', personPath(account, '/deactivation'), command(1))).toMatchObject({
      status: 200,
      body: { version: 2, deactivatedOn: '2024-12-03' },
    });
    expect(here.directory.find(account.accountId)?.isEnabled).toBe(false);
    expect(here.directory.asked.at(-1)).toBe('AdminUserGlobalSignOut');
    expect(await roleOf(account)).toBeUndefined();
    expect(await ask(admin, 'POST', personPath(account, '/deactivation'), command(2))).toMatchObject({
      status: 409,
      body: { code: 'wrongState' },
    });

    expect((await ask(admin, 'POST', personPath(account, '/reactivation'), command(2))).status).toBe(200);
    expect(here.directory.find(account.accountId)?.isEnabled).toBe(true);
    expect(await roleOf(account)).toBe('manager');
    const actions = (await linesOf(account)).map(({ action }) => action);
    expect(actions).toEqual(['addPerson', 'deactivatePerson', 'reactivatePerson']);
  });

  test('takes their rights even where the directory is not reached', async () => {
    const account = await added();
    here.directory.failAt('AdminDisableUser');
    const deactivation = command(1);

    expect((await ask(admin, 'POST', personPath(account, '/deactivation'), deactivation)).status).toBe(500);
    expect(here.directory.find(account.accountId)?.isEnabled).toBe(true);
    expect(await roleOf(account)).toBeUndefined();

    expect((await ask(admin, 'POST', personPath(account, '/deactivation'), deactivation)).status).toBe(200);
    expect(here.directory.find(account.accountId)?.isEnabled).toBe(false);
  });

  test('is not for oneself, nor is giving up one’s role', async () => {
    const own = await get(admin);

    expect(await ask(admin, 'POST', '/people/admin/deactivation', command(own.version))).toMatchObject({
      status: 422,
      body: { code: 'ownAccount' },
    });
    expect(await ask(admin, 'PUT', '/people/admin', command(own.version, said()))).toMatchObject({
      status: 422,
      body: { code: 'ownAccount', field: 'role' },
    });
    expect(here.directory.find('admin')).toBeUndefined();
  });

  test('ends an administrator’s rights over people at once, whatever their token still says', async () => {
    const account = await added({ role: 'admin', regions: undefined });
    const caller: Caller = { accountId: account.accountId, name: account.name, role: 'admin' };
    expect((await add(command(0, said()), caller)).status).toBe(200);

    await ask(admin, 'POST', personPath(account, '/deactivation'), command(1));

    for (const [method, path, body] of [
      ['POST', '/people', command(0, said())],
      ['POST', personPath(account, '/reactivation'), command(2)],
      ['POST', '/people/admin/deactivation', command(1)],
    ] as const)
      expect(await ask(caller, method, path, body)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
  });

  test('of each other at the same moment leaves one', async () => {
    const [one, other] = await Promise.all([
      added({ role: 'admin', regions: undefined }),
      added({ role: 'admin', regions: undefined }),
    ]);
    const asCaller = ({ accountId, name }: Account): Caller => ({ accountId, name, role: 'admin' });

    const answers = await Promise.all([
      ask(asCaller(one), 'POST', personPath(other, '/deactivation'), command(1)),
      ask(asCaller(other), 'POST', personPath(one, '/deactivation'), command(1)),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  });
});
