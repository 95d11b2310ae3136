import { beforeEach, describe, expect, test } from 'vitest';
import { accountWrite } from '../../../functions/store/people/accounts.ts';
import { admin, command, inCountry } from '../../support/country.ts';
import { bodyOf, newEmail, peopleOf, personPath, said, saidOfHead } from '../../support/people.ts';
import type { Loose } from '../../support/stack.ts';

const here = inCountry();
const { ask } = here;
const { add, added, claimsOf, get, linesOf, roleOf } = peopleOf(here);

beforeEach(() => void here.directory.asked.splice(0));

describe('adding a person', () => {
  test('invites them, gives them the group of their role, and writes history', async () => {
    const body = command(0, said());
    const { status, body: account }: Loose = await add(body);

    expect(status).toBe(200);
    const { basedOn: _, idempotencyKey: __, ...asked } = body;
    expect(account).toEqual({ accountId: expect.any(String), version: 1, ...asked });
    expect(here.directory.find(account.accountId)).toEqual({
      sub: account.accountId,
      email: account.email,
      groups: ['manager'],
      isEnabled: true,
    });
    expect(await get(account)).toEqual(account);
    expect(await claimsOf(account)).toMatchObject({ role: 'manager', regions: 'UA-46', language: 'uk' });
    expect(await linesOf(account)).toMatchObject([
      { version: 1, action: 'addPerson', by: { accountId: 'admin', name: 'Admin' } },
    ]);
  });

  test('again with its key changes nothing and answers the same', async () => {
    const body = command(0, said());
    const first = await add(body);

    expect(await add(body)).toEqual(first);
    expect(here.directory.asked.filter((action) => action === 'AdminCreateUser')).toHaveLength(1);
    const { body: account }: Loose = first;
    expect(await linesOf(account)).toHaveLength(1);
    expect(await add({ ...body, name: 'Another' })).toMatchObject({
      status: 409,
      body: { code: 'keyReused' },
    });
  });

  test('with another’s address, in whatever capitals, is refused', async () => {
    const { email } = await added();

    expect(await add(command(0, said({ email: email?.toUpperCase() })))).toMatchObject({
      status: 409,
      body: { code: 'alreadyExists', field: 'email' },
    });
  });

  test('of a head needs a facility that there is', async () => {
    const { facilityId } = here.clinic;

    expect(await add(command(0, saidOfHead('UA-9999')))).toMatchObject({
      status: 400,
      body: { code: 'invalid', field: 'facilityId' },
    });
    expect(await add(command(0, saidOfHead(facilityId)))).toMatchObject({
      status: 200,
      body: { facilityId },
    });
  });

  test.each([
    ['a manager without regions', { regions: undefined }, 400, 'invalid', 'regions'],
    ['a manager of no region', { regions: [] }, 400, 'invalid', 'regions'],
    ['a manager of a foreign region', { regions: ['PL-14'] }, 422, 'unknownRegion', 'regions'],
    ['an administrator with regions', { role: 'admin' }, 400, 'invalid', 'regions'],
    ['a donor partner of no organisation', { role: 'donor', regions: undefined }, 400, 'invalid', 'donorId'],
    ['an address that is none', { email: 'petro' }, 400, 'invalid', 'email'],
    ['a version', { basedOn: 1 }, 400, 'invalid', 'basedOn'],
  ])('refuses %s before anybody is invited', async (_, more, status, code, field) => {
    expect(await add({ ...command(0, said()), ...more })).toMatchObject({ status, body: { code, field } });
    expect(here.directory.asked).toEqual([]);
  });

  test.each([
    'AdminRemoveUserFromGroup',
    'AdminUpdateUserAttributes',
    'AdminAddUserToGroup',
    'AdminEnableUser',
  ])(
    'that breaks off at %s leaves nobody with rights too many, and is finished by asking again',
    async (action) => {
      const body = command(0, said());
      here.directory.failAt(action);

      expect((await add(body)).status).toBe(500);
      const again = await add(body);

      expect(again).toMatchObject({ status: 200, body: { version: 1 } });
      const { body: account }: Loose = again;
      expect(here.directory.find(account.accountId)).toMatchObject({ groups: ['manager'], isEnabled: true });
    },
  );

  test('that broke off before the account was written gives nobody rights, and is finished by asking again', async () => {
    const asked = said();
    const body = command(0, asked);
    // What an attempt leaves that ended right after the invitation.
    const { sub } = here.directory.add(asked.email);
    expect(await roleOf({ accountId: sub })).toBeUndefined();

    expect(await add(body)).toMatchObject({ status: 200, body: { accountId: sub } });
    expect(here.directory.find(sub)?.groups).toEqual(['manager']);
  });

  test('by several people at once adds them once', async () => {
    const body = said();
    const answers = await Promise.all([1, 2, 3].map(() => add(command(0, body))));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('changing a person', () => {
  test('moves the group and signs them out when the role is another, and says what changed', async () => {
    const account = await added();
    const { facilityId } = here.clinic;
    here.directory.asked.splice(0);

    const { status, body }: Loose = await ask(
      admin,
      'PUT',
      personPath(account),
      command(1, saidOfHead(facilityId, { email: account.email })),
    );

    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 2, role: 'head', facilityId });
    expect(body.regions).toBeUndefined();
    expect(here.directory.find(account.accountId)?.groups).toEqual(['head']);
    expect(here.directory.asked.at(-1)).toBe('AdminUserGlobalSignOut');
    expect(await roleOf(account)).toBe('head');
    const [, line] = await linesOf(account);
    expect(line?.changes.map(({ field }: Loose) => field)).toEqual(['facilityId', 'regions', 'role']);
  });

  test('leaves them signed in when only the name is another', async () => {
    const account = await added();

    await ask(admin, 'PUT', personPath(account), command(1, { ...bodyOf(account), name: 'Petro B.' }));

    expect(here.directory.asked).not.toContain('AdminUserGlobalSignOut');
  });

  test('lets go of an address for another', async () => {
    const account = await added();
    const email = newEmail();

    await ask(admin, 'PUT', personPath(account), command(1, { ...bodyOf(account), email }));

    expect(here.directory.find(account.accountId)?.email).toBe(email);
    expect(await add(command(0, said({ email: account.email })))).toMatchObject({ status: 200 });
  });

  test('to an address of another person is refused, of an account or only in the directory', async () => {
    const [account, other] = [await added(), await added()];
    const byHand = here.directory.add(newEmail());

    for (const email of [other.email, byHand.email])
      expect(
        await ask(admin, 'PUT', personPath(account), command(1, { ...bodyOf(account), email })),
      ).toMatchObject({ status: 409, body: { code: 'alreadyExists', field: 'email' } });
    expect(await get(account)).toMatchObject({ version: 1, email: account.email });
  });

  test('on top of what was overtaken is refused with how it is now', async () => {
    const account = await added();
    await ask(admin, 'PUT', personPath(account), command(1, { ...bodyOf(account), name: 'First' }));

    const answer = await ask(
      admin,
      'PUT',
      personPath(account),
      command(1, { ...bodyOf(account), name: 'Second' }),
    );

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { version: 2, name: 'First' }, yours: { name: 'Second' } },
    });
  });

  test('that breaks off gives fewer rights than either, and is finished by asking again', async () => {
    const account = await added({ role: 'admin', regions: undefined });
    const demoted = command(1, { ...bodyOf(account), role: 'manager', regions: ['UA-46'] });
    here.directory.failAt('AdminRemoveUserFromGroup');

    expect((await ask(admin, 'PUT', personPath(account), demoted)).status).toBe(500);
    expect(await roleOf(account)).toBeUndefined();

    expect((await ask(admin, 'PUT', personPath(account), demoted)).status).toBe(200);
    expect(await roleOf(account)).toBe('manager');
    expect(here.directory.asked.at(-1)).toBe('AdminUserGlobalSignOut');
    expect(await linesOf(account)).toHaveLength(2);
  });

  test('by several people at once leaves the directory as the account', async () => {
    const account = await added();
    const emails = [newEmail(), newEmail(), newEmail()];

    await Promise.all(
      emails.map((email, index) =>
        ask(admin, 'PUT', personPath(account), command(1 + index, { ...bodyOf(account), email })),
      ),
    );

    expect(here.directory.find(account.accountId)?.email).toBe((await get(account)).email);
  });

  test('of an account of the first releases begins its history', async () => {
    const former: Loose = { accountId: 'former', name: 'Former', role: 'manager' };
    await here.database.transact([{ table: 'accounts', kind: 'put', item: former }]);

    expect(await get(former)).toEqual({ ...former, version: 1 });
    expect(await ask(admin, 'PUT', personPath(former), command(1, said()))).toMatchObject({
      status: 200,
      body: { version: 2, regions: ['UA-46'] },
    });
    expect(await ask(admin, 'PUT', personPath(former), command(1, said()))).toMatchObject({
      body: { code: 'stale' },
    });
  });
});

describe('inviting a person again', () => {
  test('sends another first password to someone who has not signed in, and is in history', async () => {
    const account = await added();
    here.directory.asked.splice(0);
    const again = command(1);

    const first = await ask(admin, 'POST', personPath(account, '/invitation'), again);

    expect(first).toMatchObject({ status: 200, body: { version: 2 } });
    expect(here.directory.asked.filter((action) => action === 'AdminCreateUser')).toHaveLength(1);
    expect(await ask(admin, 'POST', personPath(account, '/invitation'), again)).toEqual(first);
    expect((await linesOf(account)).map(({ action }) => action)).toEqual(['addPerson', 'invitePerson']);
  });

  test('is refused where nobody is awaited: not invited at all, or deactivated', async () => {
    const account = await added();
    await ask(admin, 'POST', personPath(account, '/deactivation'), command(1));
    await here.database.transact([accountWrite({ accountId: 'sample', name: 'Sample', role: 'donor' })]);

    for (const [path, basedOn] of [
      [personPath(account, '/invitation'), 2],
      ['/people/sample/invitation', 1],
    ] as const)
      expect(await ask(admin, 'POST', path, command(basedOn))).toMatchObject({
        status: 409,
        body: { code: 'wrongState' },
      });
  });
});
