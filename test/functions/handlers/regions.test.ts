import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { regionCodes } from '../../../functions/domain/countryPack.ts';
import type { GivenAccount } from '../../../functions/domain/account.ts';
import { accountWrite } from '../../../functions/store/people/accounts.ts';
import { command, complete, inCountry, manager, pack } from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

/** Whom the API takes someone for, who signs in with this account. */
async function signedIn(account: GivenAccount): Promise<Caller> {
  const { handler } = await import('../../../functions/handlers/preToken.ts');
  const { callerFrom } = await import('../../../functions/handlers/http/call.ts');
  await here.database.transact([accountWrite(account)]);
  const sub = account.accountId;
  const answered = await handler({
    version: '2',
    triggerSource: 'TokenGeneration_Authentication',
    region: 'local',
    userPoolId: 'test',
    userName: sub,
    callerContext: { awsSdkVersion: 'test', clientId: 'test' },
    request: {
      userAttributes: { sub },
      groupConfiguration: { groupsToOverride: [account.role] },
      scopes: [],
    },
    response: { claimsAndScopeOverrideDetails: {} },
  });
  const claims =
    answered.response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.claimsToAddOrOverride ?? {};
  return callerFrom({ ...claims, sub });
}

const account = (more: Partial<GivenAccount>): GivenAccount => ({
  accountId: 'manager-test',
  name: 'Manager',
  role: 'manager',
  ...more,
});

describe('how far a manager sees', () => {
  test.each([
    ['everything', 'all' as const, 'all'],
    ['one region', ['UA-46'], ['UA-46']],
    ['several regions', ['UA-46', 'UA-51'], ['UA-46', 'UA-51']],
    ['no region', [], undefined],
    ['nothing, where it is not said', undefined, undefined],
  ])('%s survives signing in', async (_, regions, expected) => {
    expect((await signedIn(account({ regions }))).regions).toEqual(expected);
  });

  test('whatever the account says, signing in never widens it', async () => {
    const regions = fc.oneof(
      fc.constant(undefined),
      fc.constant('all' as const),
      fc.subarray(regionCodes(pack), { maxLength: 5 }),
    );

    await fc.assert(
      fc.asyncProperty(regions, async (given) => {
        const caller = await signedIn(account({ regions: given }));
        expect(caller.regions ?? []).toEqual(given ?? []);
      }),
      { numRuns: 30 },
    );
  });
});

describe.each([
  ['without regions', account({})],
  ['with an empty list of regions', account({ regions: [] })],
])('a manager %s', (_, nobody) => {
  test('sees no figure, no list and no facility', async () => {
    const { clinic } = here;
    await ask(clinic.head, 'POST', clinic.november('/submission'), command(0, { figures: complete }));
    const caller = await signedIn(nobody);

    const seen = async (path: string) => (await ask(caller, 'GET', path)).body;
    expect(await seen('/progress')).toEqual({ months: [], rows: [], figures: {} });
    expect(await seen('/progress/summary?month=2024-11')).toMatchObject({ figures: {} });
    expect(await seen('/facilities')).toEqual({ facilities: [] });
    expect(await seen('/facilities?region=UA-46')).toEqual({ facilities: [] });
    const triage = { counted: 0, isAll: true, flagged: 0, behind: [] };
    expect(await seen('/reviews')).toEqual({ waiting: [], triage });
    expect(await seen('/reviews?region=UA-46')).toEqual({ waiting: [], triage });
  });

  test('is told that there is no such record, and changes nothing', async () => {
    const { clinic } = here;
    await ask(clinic.head, 'POST', clinic.november('/submission'), command(0, { figures: complete }));
    const caller = await signedIn(nobody);

    const answers = [
      await ask(caller, 'GET', clinic.path()),
      await ask(caller, 'GET', clinic.path('/history')),
      await ask(caller, 'GET', clinic.path('/reports')),
      await ask(caller, 'GET', clinic.november()),
      await ask(caller, 'GET', clinic.november('/history')),
      await ask(caller, 'GET', '/reports?region=UA-46&month=2024-11'),
      await ask(caller, 'POST', clinic.november('/approval'), command(1)),
      await ask(
        caller,
        'POST',
        clinic.path('/stages'),
        command(5, { stage: 'suspended', date: '2024-12-01', reason: 'repair' }),
      ),
    ];

    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(404));
    expect((await ask(manager, 'GET', clinic.november())).body).toMatchObject({ status: 'submitted' });
  });
});

test('an account in no group of its role may do nothing', async () => {
  const { callerFrom } = await import('../../../functions/handlers/http/call.ts');

  expect(() => callerFrom({ sub: 'x', name: 'X' })).toThrow(expect.objectContaining({ code: 'forbidden' }));
  for (const regions of ['everything', 'all UA-46', 'UA-46,UA-51', 'ua-46'])
    expect(() => callerFrom({ sub: 'x', name: 'X', role: 'manager', regions })).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
});
