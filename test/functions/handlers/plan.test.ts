import { expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { admin, command, donor, inCountry, manager, odesaManager } from '../../support/country.ts';
import { nationalLines, strategy } from '../../support/plan.ts';
import type { Loose } from '../../support/stack.ts';

const head: Caller = { accountId: 'head', name: 'Head', role: 'head', facilityId: 'UA-0001' };
const here = inCountry();
const { ask } = here;

const put = (figure: string, basedOn: number, more: object, who = manager) =>
  ask(who, 'PUT', `/plan/targets/${figure}`, command(basedOn, { lines: nationalLines, ...more }));
const whole = async (who = manager): Promise<Loose> => (await ask(who, 'GET', '/plan')).body;

test('a target is set, read by all who read progress, lowered with a reason, and its history tells why', async () => {
  expect(await put('facilitiesLive', 0, {})).toMatchObject({ status: 200, body: { version: 1 } });
  const lines = [{ row: 'nation', planned: [{ day: '2023-01-01', value: 0 }] }];
  expect(await put('facilitiesLive', 1, { lines })).toMatchObject({
    status: 422,
    body: { code: 'reasonNeeded', field: 'reason' },
  });

  expect(await put('facilitiesLive', 1, { lines, reason: 'No funds' })).toMatchObject({ status: 200 });

  for (const who of [manager, odesaManager, admin, donor, head])
    expect((await whole(who)).targets).toEqual([{ figure: 'facilitiesLive', lines, version: 2 }]);
  const { body }: Loose = await ask(manager, 'GET', '/plan/targets/facilitiesLive/history');
  expect(body.lines).toMatchObject([{ action: 'setTarget' }, { action: 'setTarget', reason: 'No funds' }]);
});

test('a target that somebody else has set meanwhile is told, and the same command again changes nothing', async () => {
  const same = command(0, { lines: nationalLines });
  const path = '/plan/targets/teleconsultations';
  await ask(manager, 'PUT', path, same);
  expect(await ask(manager, 'PUT', path, same)).toMatchObject({ status: 200, body: { version: 1 } });

  expect(await put('teleconsultations', 0, {})).toMatchObject({
    status: 409,
    body: { code: 'stale', current: { version: 1 } },
  });
});

test('a refused target is not half set', async () => {
  const mixed = [...nationalLines, { row: 'UA-46', planned: [{ day: '2023-01-01', value: 1 }] }];

  expect(await put('solutionsOperating', 0, { lines: mixed })).toMatchObject({
    status: 422,
    body: { code: 'mixedGrains' },
  });
  expect((await whole()).targets.map(({ figure }: Loose) => figure)).not.toContain('solutionsOperating');
});

test('milestones are told in the order of their dates; a withdrawn one only to who may mend it', async () => {
  const milestone = (id: string, basedOn: number, more: object) =>
    ask(admin, 'PUT', `/plan/milestones/${id}`, command(basedOn, { ...strategy, ...more }));
  await milestone('packages', 0, { on: '2024', count: 31, of: 41 });
  await milestone('law', 0, { on: '2023-08' });
  await milestone('strategy', 0, {});
  expect(await milestone('mistyped', 0, { on: '2099-12-31' })).toMatchObject({
    status: 422,
    body: { code: 'tooHigh', field: 'on' },
  });
  const ids = ({ milestones }: Loose) => milestones.map(({ milestoneId }: Loose) => milestoneId);

  expect(ids(await whole())).toEqual(['strategy', 'law', 'packages']);
  expect(await milestone('law', 1, { on: '2023-08', isWithdrawn: true })).toMatchObject({ status: 200 });
  expect(ids(await whole())).toEqual(['strategy', 'packages']);
  expect(ids(await whole(admin))).toEqual(['strategy', 'law', 'packages']);
});
