import { beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { command, inCountry, manager, odesaManager } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';
import { at, lvivManager, national, one, trainingIn, two } from '../../../support/training/api.ts';

const here = inCountry();
const { ask } = here;
const { prepare, got, registered, movedBy } = trainingIn(here);

beforeAll(prepare);

describe('doubles', () => {
  const pair = async (more: object = {}) => {
    const kept = await registered({ lines: [{ facilityId: here.clinic.facilityId, staff: two }] });
    const double = await registered({
      lines: [here.clinic.facilityId, 'UA-7002'].map((facilityId) => ({ facilityId, staff: one })),
      ...more,
    });
    return { kept, double };
  };
  const merge = (who: Caller, kept: string, doubleId: string, [basedOn, doubleBasedOn] = [1, 1]) =>
    ask(who, 'POST', at(kept, '/doubles'), command(basedOn ?? 1, { doubleId, doubleBasedOn }));

  test('become one with everybody in it, and both say so', async () => {
    const { kept, double } = await pair();

    expect(await movedBy(() => merge(lvivManager, kept, double))).toEqual([-1, -1, -1]);
    expect((await got(manager, kept)).session).toMatchObject({
      version: 2,
      doubles: [double],
      lines: [{ staff: two }, { facilityId: 'UA-7002', staff: one }],
    });
    expect((await got(manager, double)).session).toMatchObject({
      version: 2,
      cancelled: { mergedInto: kept },
    });
    for (const id of [kept, double]) {
      const { body }: Loose = await ask(manager, 'GET', at(id, '/history'));
      expect(body.lines.map(({ action }: Loose) => action)).toEqual(['register', 'merge']);
    }
    expect(await merge(manager, kept, double, [2, 2])).toMatchObject({
      status: 409,
      body: { code: 'wrongState', field: 'doubleId' },
    });
  });

  test('are not merged by heads, nor on what has changed, nor with what one does not see', async () => {
    const { kept, double } = await pair();
    const far = await registered({ host: { kind: 'region', region: 'UA-51' }, lines: [] });

    expect((await merge(here.clinic.head, kept, double)).status).toBe(403);
    expect(await merge(manager, kept, double, [1, 7])).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
    expect(await merge(manager, kept, double, [7, 1])).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    });
    expect((await merge(lvivManager, kept, far)).status).toBe(404);
    expect((await merge(manager, kept, 'session-of-nowhere')).status).toBe(404);
    const old = await registered({ day: '2024-03-05' });
    expect(await merge(manager, kept, old)).toMatchObject({
      status: 422,
      body: { code: 'dateNotAllowed', field: 'doubleId' },
    });
    expect(await merge(manager, kept, kept)).toMatchObject({ body: { code: 'invalid', field: 'doubleId' } });
    expect((await got(manager, kept)).session.version).toBe(1);
  });
});

test('a facility that moves takes its sessions and people with it since then', async () => {
  const { facilityId, path } = here.clinic;
  const before = await registered({ day: '2024-03-05' });
  const after = await registered({ day: '2024-11-05' });
  const abroad = await registered({ host: national, day: '2024-11-06' });

  const { body: facility }: Loose = await ask(manager, 'GET', path());
  const move = command(facility.version, { region: 'UA-51', date: '2024-10-15' });
  const regions = await movedBy(
    async () => expect((await ask(manager, 'POST', path('/region'), move)).status).toBe(200),
    'UA-51',
  );

  expect(regions).toEqual([1, 4, 2]);
  const regionsOf = async (id: string) =>
    (await got(manager, id)).session.lines.map(({ region }: Loose) => region);
  expect(await Promise.all([before, after, abroad].map(regionsOf))).toEqual([
    ['UA-46'],
    ['UA-51'],
    ['UA-51'],
  ]);
  expect((await ask(odesaManager, 'GET', at(after))).status).toBe(200);
  expect((await ask(odesaManager, 'GET', at(before))).status).toBe(404);
  expect((await got(manager, after)).session.host).toEqual({ kind: 'facility', facilityId, region: 'UA-51' });
});
