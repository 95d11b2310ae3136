import { expect, test } from 'vitest';
import { callerIn, languageIn } from '../../../web/src/lib/auth/tokenClaims.ts';

const tokenOf = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

test('a token says who it is for, in any script', () => {
  const head = { sub: 'a-1', name: 'Їжакевич Ольга', role: 'head', facilityId: 'UA-0001' };

  expect(callerIn(tokenOf(head))).toEqual({
    accountId: 'a-1',
    name: 'Їжакевич Ольга',
    role: 'head',
    facilityId: 'UA-0001',
  });
});

test.each([
  ['all', 'all'],
  ['UA-46 UA-32', ['UA-46', 'UA-32']],
])('regions "%s" are read', (said, regions) => {
  expect(callerIn(tokenOf({ sub: 'm', name: 'M', role: 'manager', regions: said }))?.regions).toEqual(
    regions,
  );
});

test('what is no token of ours says nothing', () => {
  expect(['', 'a', 'a.b.c', tokenOf({ sub: 'x' })].map(callerIn)).toEqual(Array(4).fill(undefined));
});

test('a token says in which language the person is written to, where that is known', () => {
  const admin = { sub: 'a', name: 'A', role: 'admin' };

  expect([tokenOf({ ...admin, language: 'be' }), tokenOf(admin), 'x'].map(languageIn)).toEqual([
    'be',
    undefined,
    undefined,
  ]);
});
