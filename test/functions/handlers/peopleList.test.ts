import { describe, expect, test } from 'vitest';
import { accountWrite } from '../../../functions/store/people/accounts.ts';
import { admin, command, donor, inCountry, manager } from '../../support/country.ts';
import { peopleOf, personPath, said, saidOfHead } from '../../support/people.ts';
import type { Loose } from '../../support/stack.ts';

const here = inCountry();
const { ask } = here;
const { add, added, get } = peopleOf(here);

describe('the list of people', () => {
  const listed = async (query: string): Promise<Loose[]> => {
    const { body }: Loose = await ask(admin, 'GET', `/people${query}`);
    return body.next
      ? [...body.people, ...(await listed(`${query}${query ? '&' : '?'}page=${body.next}`))]
      : body.people;
  };

  test('has everybody once, role by role, or one role, or whom a text names', async () => {
    const account = await added({ name: 'Zinaida Quill' });
    const head = await add(command(0, saidOfHead(here.clinic.facilityId)));
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
      ['POST', personPath(account, '/invitation'), command(1)],
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
