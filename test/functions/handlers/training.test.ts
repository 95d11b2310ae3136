import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { checkProgress, sentencesOf } from '../../../functions/rebuild/check.ts';
import {
  admin,
  command,
  donor,
  inCountry,
  manager,
  odesaManager,
  pack,
  profile,
  solutionProfile,
} from '../../support/country.ts';
import type { Loose } from '../../support/stack.ts';
import { rowOfSession, sessionAt } from '../../support/training.ts';

const here = inCountry();
const { ask } = here;
const lvivManager: Caller = { ...manager, accountId: 'lviv', regions: ['UA-46'] };

const one = { nurse: { attending: 1, newToSolution: 1, newToEquipment: 1 } };
const two = { doctor: { attending: 2, newToSolution: 2, newToEquipment: 1 } };
const national = { kind: 'nation' };

let serial = 0;
const freshId = () => `session-of-${String((serial += 1)).padStart(4, '0')}`;
/** A facility of another region, and its head. */
const odesa: Caller = { accountId: 'head-odesa', name: 'Head', role: 'head', facilityId: 'UA-7001' };
/** Another of the clinic's region. */
const neighbour: Caller = { ...odesa, accountId: 'head-neighbour', facilityId: 'UA-7002' };

const at = (sessionId: string, rest = '') => `/training-sessions/${sessionId}${rest}`;
const register = (who: Caller, sessionId: string, more: object = {}) =>
  ask(
    who,
    'POST',
    '/training-sessions',
    command(0, { ...sessionAt(here.clinic.facilityId), ...more, sessionId }),
  );
const tell = (who: Caller, sessionId: string, staff: object, basedOn: number, facilityId = who.facilityId) =>
  ask(who, 'PUT', at(sessionId, `/lines/${facilityId}`), command(basedOn, { staff }));
const edit = (who: Caller, sessionId: string, basedOn: number, more: object = {}) =>
  ask(who, 'PUT', at(sessionId), command(basedOn, { ...sessionAt(here.clinic.facilityId), ...more }));
const got = async (who: Caller, sessionId: string): Promise<Loose> =>
  (await ask(who, 'GET', at(sessionId))).body;
const registered = async (more: object = {}) => {
  const sessionId = freshId();
  expect(await register(manager, sessionId, more)).toMatchObject({ status: 200 });
  return sessionId;
};
/** How much of each figure of training a row has, in all months. */
async function counted(row?: string): Promise<number[]> {
  const { body }: Loose = await ask(manager, 'GET', '/progress');
  const isIts = (_: number, at: number) => row === undefined || body.rows[at % body.rows.length] === row;
  return ['trainingSessions', 'attendances', 'workersTrained'].map((name) =>
    (body.figures[name] ?? []).filter(isIts).reduce((sum: number, amount: number) => sum + amount, 0),
  );
}
/** How far a command moves them. */
async function movedBy(act: () => Promise<unknown>, row?: string): Promise<number[]> {
  const before = await counted(row);
  await act();
  const after = await counted(row);
  return after.map((amount, index) => amount - (before[index] ?? 0));
}

beforeAll(async () => {
  await ask(admin, 'POST', '/facilities', command(0, { ...profile('UA-7001'), region: 'UA-51' }));
  await ask(admin, 'POST', '/facilities', command(0, profile('UA-7002')));
  await ask(manager, 'POST', '/solutions', command(0, solutionProfile('trained-on')));
});

test('a manager registers a session for several facilities, corrects and cancels it, and its history says so', async () => {
  const sessionId = freshId();
  const { facilityId } = here.clinic;
  const lines = [facilityId, 'UA-7001', 'UA-7002'].map((id) => ({ facilityId: id, staff: two }));

  expect(await movedBy(() => register(manager, sessionId, { lines }))).toEqual([1, 6, 3]);
  expect(await movedBy(() => edit(manager, sessionId, 1, { host: national, lines: lines.slice(1) }))).toEqual(
    [0, -2, -1],
  );
  const reason = 'It was moved to spring';
  expect(
    await movedBy(() => ask(manager, 'POST', at(sessionId, '/cancellation'), command(2, { reason }))),
  ).toEqual([-1, -4, -2]);

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

describe('a head', () => {
  test('enters what the own facility held, and cancels it while nobody else came', async () => {
    const sessionId = freshId();
    const { head } = here.clinic;

    expect(await register(head, sessionId)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(
      (await ask(head, 'POST', at(sessionId, '/cancellation'), command(1, { reason: 'Twice' }))).status,
    ).toBe(200);
    const other = freshId();
    await register(head, other);
    await tell(neighbour, other, one, 0);
    expect(
      await ask(head, 'POST', at(other, '/cancellation'), command(2, { reason: 'Twice' })),
    ).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('enters none for others, nor others’ people', async () => {
    const { head } = here.clinic;

    for (const host of [
      national,
      { kind: 'region', region: 'UA-46' },
      { kind: 'facility', facilityId: 'UA-7002' },
    ])
      expect((await register(head, freshId(), { host })).status).toBe(404);
    expect(await register(head, freshId(), { lines: [{ facilityId: 'UA-7002', staff: two }] })).toMatchObject(
      { status: 404, body: { field: 'lines.0.facilityId' } },
    );
  });

  test('adds, corrects and takes back the own line of a national session, and no other', async () => {
    const sessionId = await registered({ host: national, lines: [{ facilityId: 'UA-7001', staff: two }] });
    const { head, facilityId } = here.clinic;
    const own = async () => (await got(head, sessionId)).session.lines;

    expect(await movedBy(() => tell(head, sessionId, two, 0))).toEqual([0, 2, 1]);
    expect(await own()).toMatchObject([{ facilityId, staff: two, version: 2 }]);
    expect(await movedBy(() => tell(head, sessionId, one, 2))).toEqual([0, -1, 0]);
    expect(await movedBy(() => tell(head, sessionId, {}, 3))).toEqual([0, -1, -1]);
    expect(await own()).toEqual([]);
    expect((await tell(head, sessionId, one, 0, 'UA-7001')).status).toBe(409);
    expect((await tell(head, sessionId, one, 1, 'UA-7001')).status).toBe(404);
    expect((await got(manager, sessionId)).session.lines).toMatchObject([
      { facilityId: 'UA-7001', staff: two },
    ]);
  });

  test('is told the same when the same comes again, and by what it is overtaken', async () => {
    const sessionId = await registered({ host: national, lines: [] });
    const { head, facilityId } = here.clinic;
    const body = command(0, { staff: two });
    const send = () => ask(head, 'PUT', at(sessionId, `/lines/${facilityId}`), body);
    const first = await send();
    await tell(neighbour, sessionId, one, 0);

    expect(await movedBy(async () => expect(await send()).toEqual(first))).toEqual([0, 0, 0]);
    expect(await tell(head, sessionId, one, 0)).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { lines: [{ facilityId, staff: two }] }, yours: { staff: one } },
    });
    const back = command(2, { staff: {} });
    const takenBack = () => ask(head, 'PUT', at(sessionId, `/lines/${facilityId}`), back);
    expect(await takenBack()).toEqual(await takenBack());
  });

  test('of two facilities at once loses nothing', async () => {
    const sessionId = await registered({ host: national, lines: [] });

    const answers = await Promise.all(
      [here.clinic.head, neighbour, odesa].map((who) => tell(who, sessionId, one, 0)),
    );

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await got(manager, sessionId)).session).toMatchObject({ version: 4 });
    expect((await got(manager, sessionId)).session.lines).toHaveLength(3);
  });

  test('finds what the own facility held or was at, and what it may have been at', async () => {
    const { head, facilityId } = here.clinic;
    const held = await registered();
    const toJoin = await registered({
      host: { kind: 'region', region: 'UA-46' },
      lines: [],
      day: '2024-11-20',
    });
    const elsewhere = await registered({ host: { kind: 'region', region: 'UA-51' }, lines: [] });
    const attended = await registered({
      host: { kind: 'facility', facilityId: 'UA-7001' },
      lines: [facilityId, 'UA-7001'].map((id) => ({ facilityId: id, staff: two })),
    });
    const long = await registered({ host: national, lines: [], day: '2024-01-20' });

    const { body }: Loose = await ask(head, 'GET', `/facilities/${facilityId}/training-sessions`);

    const ids = (sessions: Loose[]) => sessions.map(({ sessionId }) => sessionId);
    expect(ids(body.sessions).toSorted()).toEqual([held, attended].toSorted());
    expect(ids(body.toJoin)).toContain(toJoin);
    for (const hidden of [elsewhere, long, held, attended]) expect(ids(body.toJoin)).not.toContain(hidden);
    const theirs = body.sessions.find(({ sessionId }: Loose) => sessionId === attended);
    expect(theirs.lines).toMatchObject([{ facilityId }]);
  });
});

describe('what one may not see answers as if it were not there', () => {
  test('in every question and command', async () => {
    const sessionId = await registered({
      host: { kind: 'facility', facilityId: 'UA-7002' },
      lines: [{ facilityId: 'UA-7002', staff: two }],
    });
    const strangers: Caller[] = [odesaManager, donor, odesa, { ...odesa, facilityId: 'UA-9999' }];

    for (const who of strangers) {
      const answers = await Promise.all([
        ask(who, 'GET', at(sessionId)),
        ask(who, 'GET', at(sessionId, '/history')),
        edit(who, sessionId, 1),
        tell(who, sessionId, one, 0, 'UA-7001'),
        ask(who, 'POST', at(sessionId, '/cancellation'), command(1, { reason: 'Why not' })),
        ask(who, 'POST', at(sessionId, '/doubles'), command(1, { doubleId: freshId(), doubleBasedOn: 1 })),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    }
    expect((await got(manager, sessionId)).session.version).toBe(1);
  });

  test('a regional manager sees only the own regions’ people of a national session, and edits it not', async () => {
    const lines = ['UA-7001', 'UA-7002'].map((facilityId) => ({ facilityId, staff: two }));
    const sessionId = await registered({ host: national, lines });

    expect((await got(odesaManager, sessionId)).session.lines).toMatchObject([{ facilityId: 'UA-7001' }]);
    expect((await edit(odesaManager, sessionId, 1, { host: national, lines })).status).toBe(403);
    expect((await ask(odesaManager, 'GET', at(sessionId, '/history'))).status).toBe(404);
    const listed = async (who: Caller, query = ''): Promise<Loose[]> =>
      Object((await ask(who, 'GET', `/training-sessions${query}`)).body).sessions;
    const find = (rows: Loose[]) => rows.find((row) => row.sessionId === sessionId);
    expect(find(await listed(odesaManager))).toBeUndefined();
    expect(find(await listed(odesaManager, '?region=UA'))).toMatchObject({ attending: 2, facilities: 1 });
    expect(find(await listed(manager))).toMatchObject({ attending: 4, facilities: 2 });
    expect(await listed(odesaManager, '?region=UA-46')).toEqual([]);
  });

  test('who may not enter training is told so, and not what there is', async () => {
    expect(await register(donor, freshId())).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await ask(donor, 'GET', '/training-sessions')).status).toBe(403);
    expect((await ask(here.clinic.head, 'GET', '/training-sessions')).status).toBe(403);
  });
});

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
    expect(await merge(manager, kept, kept)).toMatchObject({ body: { code: 'invalid', field: 'doubleId' } });
    expect((await got(manager, kept)).session.version).toBe(1);
  });
});

describe('an import', () => {
  const post = async (
    rows: object[],
    { isDryRun = false, who = manager, key = randomUUID() as string } = {},
  ) => {
    const answer: Loose = await ask(who, 'POST', '/training-sessions/imports', {
      idempotencyKey: key,
      isDryRun,
      rows,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.rows as Loose[];
  };
  const outcomes = (rows: Loose[]) => rows.map(({ outcome }) => outcome);
  let day = 10;
  let row: (facilityId: string, more?: object) => object;
  beforeEach(() => {
    const held = `2024-10-${(day += 1)}`;
    row = (facilityId, more = {}) => ({ ...rowOfSession(facilityId), day: held, host: national, ...more });
  });

  test('makes one session of the rows of its facilities, and nothing more of the same file', async () => {
    const rows = [row('UA-7001'), row('UA-7002')];

    expect(await movedBy(() => post(rows, { isDryRun: true }))).toEqual([0, 0, 0]);
    expect(await movedBy(() => post(rows))).toEqual([1, 4, 2]);
    expect(await movedBy(() => post(rows))).toEqual([0, 0, 0]);
    const again = await post(rows);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged']);
    const [first, second] = again;
    expect(first.sessionId).toBe(second.sessionId);
    expect(outcomes(await post([row('UA-7001', { staff: one }), row(here.clinic.facilityId)]))).toEqual([
      'changed',
      'changed',
    ]);
    expect((await got(manager, first.sessionId)).session.lines).toHaveLength(3);
  });

  test('tells once what its lost answer said', async () => {
    const rows = [row('UA-7001'), row('UA-7002')];
    const key = randomUUID();
    await post(rows, { key });

    expect(await movedBy(() => post(rows, { key }))).toEqual([0, 0, 0]);
  });

  test('refuses the rows that cannot be, and stops none of the others', async () => {
    const more = { attending: 1, newToSolution: 2, newToEquipment: 0 };
    const rows = await post([
      row('UA-7001'),
      row('UA-7001'),
      row('UA-9999'),
      row('UA-7002', { provider: 'Somebody else' }),
      row('UA-7002', { staff: { doctor: more } }),
      row('UA-7002', { day: '2024-12-25' }),
      row('UA-7002', { topic: undefined, solutionId: 'nowhere' }),
      row('UA-7002', { topic: undefined, solutionId: 'trained-on', day: '2024-01-02' }),
      row('UA-7002'),
    ]);

    expect(rows.map(({ outcome, refused }) => refused?.code ?? outcome)).toEqual([
      'new',
      'alreadyExists',
      'notFound',
      'wrongState',
      'moreThanItsWhole',
      'dateNotAllowed',
      'invalid',
      'dateNotAllowed',
      'changed',
    ]);
  });

  test('is of the own regions', async () => {
    const own = { host: { kind: 'region', region: 'UA-51' } };
    const rows = await post([row('UA-7001', own), row('UA-7002', own), row('UA-7001')], {
      who: odesaManager,
    });

    expect(rows.map(({ outcome, refused }) => [outcome, refused?.field])).toEqual([
      ['new', undefined],
      ['refused', 'facilityId'],
      ['refused', 'host'],
    ]);
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

describe('the list', () => {
  const listed = async (query: string): Promise<Loose> =>
    (await ask(manager, 'GET', `/training-sessions?${query}`)).body;

  test('is of a period, a region, a solution and a state, the newest first, page by page', async () => {
    const about = { topic: undefined, solutionId: 'trained-on' };
    const days = Array.from(
      { length: 108 },
      (_, index) => `2024-0${4 + Math.floor(index / 28)}-${String((index % 28) + 1).padStart(2, '0')}`,
    );
    const ids: string[] = [];
    for (const day of days) ids.push(await registered({ ...about, day }));
    const [gone = ''] = ids;
    await ask(manager, 'POST', at(gone, '/cancellation'), command(1, { reason: 'Nobody came' }));
    const query = 'from=2024-04&to=2024-07&solutionId=trained-on';

    const pages: Loose[] = [];
    for (let page = ''; pages.length === 0 || page; page = pages.at(-1)?.next ?? '')
      pages.push(await listed(`${query}${page && `&page=${page}`}`));

    const found = pages.flatMap(({ sessions }) => sessions.map(({ sessionId }: Loose) => sessionId));
    expect(pages.length).toBeGreaterThan(1);
    expect(found).toEqual(ids.toReversed());
    const ofRegion = await listed(`${query}&region=UA-46&status=cancelled`);
    expect(ofRegion.sessions).toMatchObject([{ sessionId: gone, cancelled: { reason: 'Nobody came' } }]);
    expect((await listed(`${query}&region=UA-51`)).sessions).toEqual([]);
    expect(pages[0]?.facilities).toMatchObject([{ facilityId: here.clinic.facilityId }]);
  });

  test.each([
    'page=2030-01',
    'page=2024-11-05~x',
    'region=Lviv',
    'status=open',
    'colour=red',
    'from=2024-13',
  ])('is not of %s', async (query) => {
    expect((await ask(manager, 'GET', `/training-sessions?${query}`)).status).toBe(400);
  });
});

test('after all of this the check of progress finds nothing', async () => {
  await registered();

  const check = await checkProgress(here.database, pack);

  expect(sentencesOf(check)).toEqual([]);
  expect(check.records['training sessions']).toBeGreaterThan(0);
});
