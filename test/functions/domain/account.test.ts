import { describe, expect, test } from 'vitest';
import {
  Account,
  AccountBody,
  addPerson,
  deactivatePerson,
  editPerson,
  isActiveAdministrator,
  isSameReach,
  reactivatePerson,
  type GivenAccount,
  type PersonCase,
} from '../../../functions/domain/account.ts';
import { packFor } from '../../../functions/packs/index.ts';

const pack = packFor('UA');
const on = { pack, isOnRecord: true };
const manager: AccountBody = {
  name: 'Olena',
  email: 'olena@example.org',
  role: 'manager',
  regions: 'all',
  language: 'uk',
  reminders: true,
};
const { regions: _, ...unplaced } = manager;
const head: AccountBody = { ...unplaced, role: 'head', facilityId: 'UA-0001' };
const donor: AccountBody = { ...unplaced, role: 'donor', donorId: 'usaid' };
const admin: AccountBody = { ...unplaced, role: 'admin' };

describe('what is said of a person', () => {
  test.each([
    ['Olena@Example.ORG', 'olena@example.org'],
    ['  o.k+test@mail.moz.gov.ua ', 'o.k+test@mail.moz.gov.ua'],
    ["o'neil@xn--e1afmkfd.xn--j1amh", "o'neil@xn--e1afmkfd.xn--j1amh"],
  ])('the address %s is %s', (typed, kept) => {
    expect(AccountBody.parse({ ...manager, email: typed }).email).toBe(kept);
  });

  test.each([
    'olena',
    'olena@localhost',
    '@example.org',
    'a@b..org',
    '.a@example.org',
    'a b@example.org',
    'a@-b.org',
    'олена@example.org',
    'a@example.org\nb@example.org',
    `${'a'.repeat(120)}@example.org`,
    '',
  ])('%j is no address', (email) => {
    expect(AccountBody.safeParse({ ...manager, email }).success).toBe(false);
  });

  test.each([
    ['name', ' '],
    ['name', 'x'.repeat(101)],
    ['name', 'a\u200bb'],
    ['role', 'owner'],
    ['regions', []],
    ['regions', ['Lviv']],
    ['facilityId', '0001'],
    ['donorId', ''],
    ['donorId', 'x'.repeat(41)],
    ['donorId', 'a#b'],
    ['language', 'de'],
    ['reminders', 'yes'],
    ['note', 'Hello'],
  ])('its %s is not %j', (field, value) => {
    expect(AccountBody.safeParse({ ...manager, [field]: value }).success).toBe(false);
  });

  test.each([
    ['a manager without regions', unplaced, 'regions'],
    ['a manager with a facility', { ...manager, facilityId: 'UA-0001' }, 'facilityId'],
    ['a head without a facility', { ...unplaced, role: 'head' as const }, 'facilityId'],
    ['a head with regions', { ...head, regions: 'all' as const }, 'regions'],
    ['a donor partner without an organisation', { ...unplaced, role: 'donor' as const }, 'donorId'],
    ['an administrator with regions', { ...admin, regions: ['UA-46'] }, 'regions'],
    ['an administrator of a donor', { ...admin, donorId: 'usaid' }, 'donorId'],
  ])('%s is refused', (_case, body, field) => {
    expect(() => addPerson('new', body, on)).toThrow(
      expect.objectContaining({ code: 'invalid', details: { field } }),
    );
  });

  test.each<[string, AccountBody, Partial<PersonCase>, string, string]>([
    [
      'a region of another country',
      { ...manager, regions: ['UA-46', 'BY-BR'] },
      {},
      'unknownRegion',
      'regions',
    ],
    ['an unknown facility', head, { isOnRecord: false }, 'invalid', 'facilityId'],
    ['an unknown donor', donor, { isOnRecord: false }, 'invalid', 'donorId'],
    ['a language of others', manager, { pack: { ...pack, languages: ['be'] } }, 'invalid', 'language'],
    ['the address of another', manager, { emailOf: 'other' }, 'alreadyExists', 'email'],
  ])('%s is refused', (_case, body, more, code, field) => {
    expect(() => addPerson('new', body, { ...on, ...more })).toThrow(
      expect.objectContaining({ code, details: { field } }),
    );
  });

  test('regions are kept once each, in order', () => {
    const { regions } = addPerson('new', { ...manager, regions: ['UA-51', 'UA-46', 'UA-51'] }, on);

    expect(regions).toEqual(['UA-46', 'UA-51']);
  });

  test.each([manager, head, donor, admin])('$role is added as they are said to be', (body) => {
    expect(addPerson('new', body, on)).toEqual({ accountId: 'new', version: 1, ...body });
  });
});

describe('an account', () => {
  const olena = addPerson('olena', manager, on);
  const byOther = { ...on, by: 'other' };

  test('becomes what is said of it, as a whole', () => {
    expect(editPerson({ ...olena, note: 'Demo' }, head, byOther)).toEqual({
      accountId: 'olena',
      version: 2,
      ...head,
      note: 'Demo',
    });
  });

  test('keeps its names in other languages as long as it has this name', () => {
    const names = { en: 'Olena', uk: 'Олена', be: 'Алена', ru: 'Елена' };

    expect(editPerson({ ...olena, names }, admin, byOther).names).toEqual(names);
    expect(editPerson({ ...olena, names }, { ...admin, name: 'Oksana' }, byOther).names).toBeUndefined();
  });

  test('is deactivated and active again, and stays who it was', () => {
    const gone = deactivatePerson(olena, { by: 'other', today: '2024-12-03' });

    expect(gone).toEqual({ ...olena, version: 2, deactivatedOn: '2024-12-03' });
    expect(editPerson(gone, manager, byOther).deactivatedOn).toBe('2024-12-03');
    expect(reactivatePerson(gone)).toEqual({ ...olena, version: 3 });
    expect(() => deactivatePerson(gone, { by: 'other', today: '2024-12-04' })).toThrow(
      expect.objectContaining({ code: 'wrongState' }),
    );
    expect(() => reactivatePerson(olena)).toThrow(expect.objectContaining({ code: 'wrongState' }));
  });

  test('is not deactivated nor given another role by whose it is, so that an administrator is always left', () => {
    const own = addPerson('admin', admin, on);
    const byOwn = { ...on, by: 'admin' };

    expect(() => deactivatePerson(own, { by: 'admin', today: '2024-12-03' })).toThrow(
      expect.objectContaining({ code: 'ownAccount' }),
    );
    expect(() => editPerson(own, manager, byOwn)).toThrow(
      expect.objectContaining({ code: 'ownAccount', details: { field: 'role' } }),
    );
    expect(editPerson(own, { ...admin, name: 'Iryna' }, byOwn)).toMatchObject({ name: 'Iryna', version: 2 });
  });

  test('of the first releases is read as its first version', () => {
    const former: GivenAccount = { accountId: 'm', name: 'M', role: 'manager', note: 'Sees all.' };

    expect(Account.parse(former)).toEqual({ ...former, version: 1 });
  });

  test('gives the same rights until its role or reach is another', () => {
    expect(isSameReach(olena, { ...olena, name: 'Oksana', reminders: false, version: 7 })).toBe(true);
    expect(isSameReach(olena, { ...olena, regions: ['UA-46'] })).toBe(false);
    expect(
      isSameReach(addPerson('h', head, on), addPerson('h', { ...head, facilityId: 'UA-0002' }, on)),
    ).toBe(false);
  });

  test('acts as an administrator’s while it is active', () => {
    const own = addPerson('admin', admin, on);

    expect(isActiveAdministrator(own)).toBe(true);
    expect(isActiveAdministrator({ ...own, deactivatedOn: '2024-12-03' })).toBe(false);
    expect([olena, undefined].map(isActiveAdministrator)).toEqual([false, false]);
  });
});
