import { beforeEach, describe, expect, test } from 'vitest';
import type { Account } from '../../../functions/domain/account.ts';
import type { Caller } from '../../../functions/domain/caller.ts';
import { accountWrite } from '../../../functions/store/accounts.ts';
import { admin, command, donor, inCountry, manager } from '../../support/country.ts';
import type { Loose } from '../../support/stack.ts';

const here = inCountry();
const { ask } = here;

let serial = 0;
const newEmail = () => `person${(serial += 1)}@example.org`;
const said = (more: object = {}) => ({
  name: 'Petro Bondar',
  email: newEmail(),
  role: 'manager',
  regions: ['UA-46'],
  language: 'uk',
  reminders: true,
  ...more,
});
const ofHead = (facilityId: string, more: object = {}) => {
  const { regions: _, ...rest } = said({ role: 'head', facilityId, ...more });
  return rest;
};
const add = (body: object, who: Caller = admin) => ask(who, 'POST', '/people', body);
async function added(more: object = {}): Promise<Account & Loose> {
  const { status, body }: Loose = await add(command(0, said(more)));
  expect(status).toBe(200);
  return body;
}
/** What of an account is said of it. */
const bodyOf = ({ name, email, role, regions, facilityId, donorId, language, reminders }: Account) => ({
  name,
  email,
  role,
  regions,
  facilityId,
  donorId,
  language,
  reminders,
});
const personPath = ({ accountId }: Account, rest = '') => `/people/${accountId}${rest}`;
const get = async (account: Account): Promise<Loose> => (await ask(admin, 'GET', personPath(account))).body;
const linesOf = async (account: Account): Promise<Loose[]> => {
  const { body }: Loose = await ask(admin, 'GET', personPath(account, '/history'));
  return body.lines;
};

/** The role that whoever signs in with this account gets into the token. */
async function roleOf({ accountId }: Account): Promise<string | undefined> {
  const { handler } = await import('../../../functions/handlers/preToken.ts');
  const event: Loose = {
    request: {
      userAttributes: { sub: accountId },
      groupConfiguration: { groupsToOverride: here.directory.find(accountId)?.groups ?? [] },
    },
    response: {},
  };
  const { response }: Loose = await handler(event);
  return response.claimsAndScopeOverrideDetails?.accessTokenGeneration.claimsToAddOrOverride.role;
}

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
    expect(await roleOf(account)).toBe('manager');
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

    expect(await add(command(0, ofHead('UA-9999')))).toMatchObject({
      status: 400,
      body: { code: 'invalid', field: 'facilityId' },
    });
    expect(await add(command(0, ofHead(facilityId)))).toMatchObject({ status: 200, body: { facilityId } });
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
    const body = command(0, said());
    // What an attempt leaves that ended right after the invitation.
    const { sub } = here.directory.add(body.email);
    expect(await roleOf({ accountId: sub, name: '', role: 'manager', version: 1 })).toBeUndefined();

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
      command(1, ofHead(facilityId, { email: account.email })),
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
    const own = await get({ ...admin, version: 1 });

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

describe('the list of people', () => {
  const listed = async (query: string): Promise<Loose[]> => {
    const { body }: Loose = await ask(admin, 'GET', `/people${query}`);
    return body.next
      ? [...body.people, ...(await listed(`${query}${query ? '&' : '?'}page=${body.next}`))]
      : body.people;
  };

  test('has everybody once, role by role, or one role, or whom a text names', async () => {
    const account = await added({ name: 'Zinaida Quill' });
    const head = await add(command(0, ofHead(here.clinic.facilityId)));
    const { body: asHead }: Loose = head;

    const all = await listed('');
    const ids = all.map(({ accountId }) => accountId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([account.accountId, asHead.accountId, 'admin']));
    expect([...new Set(all.map(({ role }) => role))]).toEqual(['manager', 'head', 'admin']);
    expect(new Set((await listed('?role=head')).map(({ role }) => role))).toEqual(new Set(['head']));
    for (const text of ['quill', account.email?.toUpperCase()])
      expect(await listed(`?text=${text}`)).toEqual([
        {
          accountId: account.accountId,
          name: 'Zinaida Quill',
          email: account.email,
          role: 'manager',
          regions: ['UA-46'],
        },
      ]);
    expect(await listed(`?role=head&text=${account.email}`)).toEqual([]);
  });

  test('goes on page by page', async () => {
    const many = Array.from({ length: 130 }, (_, index) => ({
      accountId: `donor-${index}`,
      name: `Donor ${index}`,
      role: 'donor' as const,
    }));
    for (let at = 0; at < many.length; at += 65)
      await here.database.transact(many.slice(at, at + 65).map(accountWrite));

    const { body }: Loose = await ask(admin, 'GET', '/people?role=donor');

    expect(body.people).toHaveLength(100);
    expect(body.next).toMatch(/^donor\.donor-\d+$/);
    expect(await listed('?role=donor')).toHaveLength(130);
    for (const page of ['head.donor-1', 'owner', 'donor.', 'x'])
      expect((await ask(admin, 'GET', `/people?role=donor&page=${page}`)).status).toBe(400);
  });
});

test('people are for administrators alone', async () => {
  const account = await added();

  for (const who of [manager, donor, here.clinic.head, undefined])
    for (const [method, path, body] of [
      ['GET', '/people', undefined],
      ['GET', personPath(account), undefined],
      ['GET', personPath(account, '/history'), undefined],
      ['POST', '/people', command(0, said())],
      ['PUT', personPath(account), command(1, said())],
      ['POST', personPath(account, '/deactivation'), command(1)],
      ['POST', personPath(account, '/reactivation'), command(1)],
    ] as const)
      expect((await ask(who, method, path, body)).status, `${who?.role} ${method} ${path}`).toBe(403);
  expect(await get(account)).toEqual(account);
});

test('whoever is not there is missing', async () => {
  const nobody: Loose = { accountId: 'nobody' };

  for (const [method, rest, body] of [
    ['GET', '', undefined],
    ['GET', '/history', undefined],
    ['PUT', '', command(1, said())],
    ['POST', '/deactivation', command(1)],
  ] as const)
    expect((await ask(admin, method, personPath(nobody, rest), body)).status).toBe(404);
});
