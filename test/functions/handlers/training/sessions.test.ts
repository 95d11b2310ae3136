import { beforeAll, describe, expect, test } from 'vitest';
import { checkProgress, sentencesOf } from '../../../../functions/rebuild/check.ts';
import { admin, command, inCountry, manager, pack, profile } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';
import { at, freshId, lvivManager, national, trainingIn, two } from '../../../support/training/api.ts';

const here = inCountry();
const { ask } = here;
const { prepare, register, edit, cancel, got, registered, movedBy } = trainingIn(here);

beforeAll(prepare);

test('a manager registers a session for several facilities, corrects and cancels it, and its history says so', async () => {
  const sessionId = freshId();
  const { facilityId } = here.clinic;
  const lines = [facilityId, 'UA-7001', 'UA-7002'].map((id) => ({ facilityId: id, staff: two }));

  expect(await movedBy(() => register(manager, sessionId, { lines }))).toEqual([1, 6, 3]);
  expect(await movedBy(() => edit(manager, sessionId, 1, { host: national, lines: lines.slice(1) }))).toEqual(
    [0, -2, -1],
  );
  const reason = 'It was moved to spring';
  expect(await movedBy(() => cancel(manager, sessionId, 2, reason))).toEqual([-1, -4, -2]);

  expect(await got(manager, sessionId)).toMatchObject({
    session: { version: 3, cancelled: { reason }, host: national },
    facilities: [{ facilityId: 'UA-7001' }, { facilityId: 'UA-7002' }],
  });
  const { body: told }: Loose = await ask(manager, 'GET', at(sessionId, '/history'));
  expect(told.lines.map(({ action, by }: Loose) => [action, by.accountId])).toEqual([
    ['register', 'manager'],
    ['edit', 'manager'],
    ['cancel', 'manager'],
  ]);
});

test('a session counts in its host’s row, and people in their facilities’', async () => {
  const lines = ['UA-7001', 'UA-7002'].map((facilityId) => ({ facilityId, staff: two }));
  const ofNation = () => register(manager, freshId(), { host: national, lines });

  expect(await movedBy(ofNation, pack.country)).toEqual([1, 0, 0]);
  expect(await movedBy(ofNation, 'UA-51')).toEqual([0, 2, 1]);
  expect(await movedBy(() => register(manager, freshId(), { lines }), 'UA-46')).toEqual([1, 2, 1]);
});

describe('a session is refused, and nothing is written', () => {
  const staff = (doctor: object) => ({ lines: [{ facilityId: 'UA-7002', staff: { doctor } }] });
  test.each<[string, object, number, string, string]>([
    ['in the future', { day: '2024-12-04' }, 422, 'dateNotAllowed', 'day'],
    ['on no day', { day: '2024-02-30' }, 400, 'invalid', 'day'],
    ['before the programme', { day: '1999-12-31' }, 422, 'dateNotAllowed', 'day'],
    [
      'before its solution',
      { topic: undefined, solutionId: 'trained-on', day: '2024-01-14' },
      422,
      'dateNotAllowed',
      'day',
    ],
    ['about an unknown solution', { topic: undefined, solutionId: 'nowhere' }, 400, 'invalid', 'solutionId'],
    ['about nothing', { topic: undefined }, 400, 'invalid', 'solutionId'],
    ['about both', { solutionId: 'trained-on' }, 400, 'invalid', 'solutionId'],
    [
      'of an unknown facility',
      { lines: [{ facilityId: 'UA-9999', staff: two }] },
      404,
      'notFound',
      'lines.0.facilityId',
    ],
    [
      'at an unknown facility',
      { host: { kind: 'facility', facilityId: 'UA-9999' } },
      404,
      'notFound',
      'host.facilityId',
    ],
    [
      'in an unknown region',
      { host: { kind: 'region', region: 'UA-99' } },
      422,
      'unknownRegion',
      'host.region',
    ],
    [
      'of a facility twice',
      { lines: [0, 1].map(() => ({ facilityId: 'UA-7002', staff: two })) },
      409,
      'alreadyExists',
      'lines.1.facilityId',
    ],
    [
      'with more new to it than came',
      staff({ attending: 1, newToSolution: 2, newToEquipment: 0 }),
      422,
      'moreThanItsWhole',
      'lines.0.staff.doctor.newToSolution',
    ],
    [
      'with more new to equipment than to it',
      staff({ attending: 2, newToSolution: 1, newToEquipment: 2 }),
      422,
      'moreThanItsWhole',
      'lines.0.staff.doctor.newToEquipment',
    ],
    [
      'with half a person',
      staff({ attending: 1.5, newToSolution: 1, newToEquipment: 1 }),
      400,
      'invalid',
      'lines.0.staff.doctor.attending',
    ],
    [
      'with names',
      { lines: [{ facilityId: 'UA-7002', staff: two, names: ['Olena'] }] },
      400,
      'unknownField',
      'lines.0.names',
    ],
    ['that nobody came to', { lines: [] }, 400, 'invalid', 'lines'],
    ['of no hours', { hours: 0 }, 400, 'invalid', 'hours'],
  ])('%s', async (_, more, status, code, field) => {
    const sessionId = freshId();
    const known = await registered();

    const answer = await register(manager, sessionId, more);

    expect(answer).toMatchObject({ status, body: { code, field, detail: expect.stringMatching(/\.$/) } });
    expect(await edit(manager, known, 1, more)).toMatchObject({ status, body: { code, field } });
    expect((await ask(manager, 'GET', at(sessionId))).status).toBe(404);
    expect((await got(manager, known)).session.version).toBe(1);
  });

  test('with a code that is taken, or one that is none', async () => {
    const sessionId = await registered();

    expect(await register(manager, sessionId)).toMatchObject({
      status: 409,
      body: { code: 'alreadyExists', field: 'sessionId' },
    });
    expect(await register(manager, 'Session 1')).toMatchObject({ status: 400, body: { field: 'sessionId' } });
  });

  test('where it is edited on what has changed, and both states are told', async () => {
    const sessionId = await registered();
    await edit(manager, sessionId, 1, { hours: 2 });

    expect(await edit(lvivManager, sessionId, 1, { hours: 3 })).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { version: 2, hours: 2 }, yours: { hours: 3 } },
    });
  });

  test('where it moves people of more regions than a transaction takes', async () => {
    const ids = await Promise.all(
      pack.regions.slice(0, 20).map(async ({ code: region }, index) => {
        const facilityId = `UA-${7100 + index}`;
        await ask(admin, 'POST', '/facilities', command(0, { ...profile(facilityId), region }));
        return facilityId;
      }),
    );
    const lines = ids.map((facilityId) => ({ facilityId, staff: two }));
    const about = { topic: undefined, solutionId: 'trained-on', host: national, lines };
    const sessionId = await registered(about);

    expect(await edit(manager, sessionId, 1, { ...about, day: '2024-10-05' })).toMatchObject({
      status: 422,
      body: { code: 'tooHigh', field: 'lines' },
    });
    expect((await edit(manager, sessionId, 1, { ...about, hours: 3 })).status).toBe(200);
  });
});

test('after all of this the check of progress finds nothing', async () => {
  await registered();

  const check = await checkProgress(here.database, pack);

  expect(sentencesOf(check)).toEqual([]);
  expect(check.records['training sessions']).toBeGreaterThan(0);
});
