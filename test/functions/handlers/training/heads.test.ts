import { beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { command, donor, inCountry, manager, odesaManager } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';
import {
  at,
  freshId,
  national,
  neighbour,
  odesa,
  one,
  trainingIn,
  two,
} from '../../../support/training/api.ts';

const here = inCountry();
const { ask } = here;
const { prepare, register, edit, cancel, tell, got, registered, movedBy } = trainingIn(here);

beforeAll(prepare);

describe('a head', () => {
  test('enters what the own facility held, and cancels it while nobody else came', async () => {
    const sessionId = freshId();
    const { head } = here.clinic;

    expect(await register(head, sessionId)).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await cancel(head, sessionId, 1)).status).toBe(200);
    const other = freshId();
    await register(head, other);
    await tell(neighbour, other, one, 0);
    expect(await cancel(head, other, 2)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
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
        cancel(who, sessionId, 1),
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
