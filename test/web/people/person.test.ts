import { describe, expect, test } from 'vitest';
import { AccountBody, type Account } from '../../../functions/domain/account.ts';
import {
  bodyOf,
  emptyForm,
  faultyFields,
  formOf,
  isFacilityCode,
  type Typed,
} from '../../../web/src/routes/(in)/people/person.ts';
import { testPack } from '../../support/builders.ts';

const typed = (more: Partial<Typed> = {}): Typed => ({
  ...emptyForm(testPack),
  name: ' Petro ',
  email: ' Petro@Example.org ',
  role: 'manager',
  regions: ['UA-46'],
  ...more,
});

describe('the form of a person', () => {
  test('begins in the country’s own language, with reminders', () => {
    expect(emptyForm(testPack)).toMatchObject({ language: testPack.languages[0], reminders: true });
    expect(faultyFields(emptyForm(testPack), testPack)).toEqual(['name', 'email', 'role']);
  });

  test.each([
    [{}, []],
    [{ regions: [] }, ['regions']],
    [{ regions: [], isWholeCountry: true }, []],
    [{ role: 'head' as const }, ['facilityId']],
    [{ role: 'head' as const, facilityId: ' UA-0001 ' }, []],
    [{ role: 'head' as const, facilityId: 'BY-0001' }, ['facilityId']],
    [{ role: 'donor' as const }, ['donorId']],
    [{ role: 'donor' as const, donorId: 'usaid' }, []],
    [{ role: 'admin' as const, regions: [] }, []],
    [{ email: 'petro' }, ['email']],
    [{ name: ' ', language: '' as const }, ['name', 'language']],
  ])('%j lacks %j', (more, faulty) => {
    expect(faultyFields(typed(more), testPack)).toEqual(faulty);
  });

  test.each<[Typed['role'], object]>([
    ['manager', { regions: ['UA-46'] }],
    ['head', { facilityId: 'UA-0001' }],
    ['donor', { donorId: 'usaid' }],
    ['admin', {}],
  ])('sends of the scope only what belongs to the role %s', (role, scope) => {
    const body = bodyOf(typed({ role, facilityId: 'UA-0001 ', donorId: 'usaid' }));

    expect(body).toEqual({
      name: 'Petro',
      email: 'Petro@Example.org',
      role,
      ...scope,
      language: testPack.languages[0],
      reminders: true,
    });
    expect(AccountBody.safeParse(body).success).toBe(true);
  });

  test('of a person says what is known of them', () => {
    const account: Account = {
      accountId: 'a',
      version: 3,
      name: 'Olena',
      email: 'olena@example.org',
      role: 'manager',
      regions: 'all',
      language: 'be',
      reminders: false,
    };
    const { accountId: _, version: __, ...said } = account;

    expect(bodyOf(formOf(account))).toEqual(said);
    expect(
      formOf({ accountId: 'b', version: 1, name: 'B', role: 'head', facilityId: 'UA-0001' }),
    ).toMatchObject({ email: '', language: '', reminders: true, facilityId: 'UA-0001' });
  });
});

test('a code is looked up once it is whole', () => {
  const codes = ['UA-', 'UA-012', 'UA-0123', ' UA-012345 ', 'UA-0123456', 'BY-0123'];

  expect(codes.filter((code) => isFacilityCode(code, testPack))).toEqual(['UA-0123', ' UA-012345 ']);
});
