import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { History } from '../../../../functions/store/history.ts';
import { traceSubject } from '../../../../functions/store/trace/traces.ts';
import { drawn, signedId } from '../../../../functions/store/trace/signing.ts';
import { admin, command, edited, manager, odesaManager, profile } from '../../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../../support/equipmentApi.ts';
import type { Loose } from '../../../support/stack.ts';

const { here, ids, plan, planned, tell, receive, expectClean } = inEquippedCountry();
const { ask } = here;

/** Somebody else who answers for the whole country. */
const secondManager = { ...manager, accountId: 'second-manager' };

const path = (more = '') => `/donations/${ids.donationId}/trace${more}`;
const make = (basedOn = 0, who = manager) => ask(who, 'POST', path(), command(basedOn));
const revoke = (basedOn: number, who = manager) =>
  ask(who, 'POST', path('/revocation'), command(basedOn, { reason: 'A label was shared' }));
const links = async (): Promise<Loose> => (await ask(manager, 'GET', path())).body;
const open = (traceId: string): Promise<Loose> => ask(undefined, 'GET', `/trace/${traceId}`);
const card = async (traceId: string): Promise<Loose> => (await open(traceId)).body;

/** The link of the donation, made. */
async function made(): Promise<Loose> {
  const { status, body }: Loose = await make();
  expect(status).toBe(200);
  return body.link;
}

/** Another sign at a place of an id. */
const altered = (traceId: string, at: number) =>
  `${traceId.slice(0, at)}${traceId[at] === '2' ? '3' : '2'}${traceId.slice(at + 1)}`;

describe('a link is made and revoked', () => {
  test('by a manager, once, and whoever has it sees the card without signing in', async () => {
    await planned(2);
    const { traceId, labels, made: at } = await made();

    expect(traceId).toMatch(/^[2-9a-z]{43}$/);
    expect(traceId).not.toContain(ids.donationId.slice(-8));
    expect(at).toEqual({ on: '2024-12-03', by: { accountId: manager.accountId, name: manager.name } });
    expect(labels).toEqual([
      { consignmentId: `${ids.donationId}.1`, box: 1, units: 2, traceId: expect.any(String) },
    ]);
    const { status, headers, body } = await open(traceId);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(body).toMatchObject({ of: 'donation', asOf: '2024-12-03', units: 2 });
    expect(await make(1)).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    await expectClean();
  });

  test('with the same key it is the same link, also when it is asked for twice at once', async () => {
    const body = command(0);
    const answers: Loose[] = await Promise.all([1, 2].map(() => ask(manager, 'POST', path(), body)));
    answers.push(await ask(manager, 'POST', path(), body));

    for (const { status } of answers) expect(status).toBe(200);
    expect(new Set(answers.map((one) => one.body.link.traceId)).size).toBe(1);
    expect((await links()).version).toBe(1);
  });

  test('of two who make one at once, one does', async () => {
    const answers: Loose[] = await Promise.all([make(0, manager), make(0, secondManager)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { body }: Loose = answers.find(({ status }) => status === 409);
    expect(body.code).toBe('stale');
    expect(JSON.stringify(body)).not.toMatch(/[0-9a-f]{64}/);
  });

  test('a revoked one says so, with its labels, and the new one is another', async () => {
    await planned(1);
    const first = await made();
    expect(await revoke(1)).toMatchObject({
      status: 200,
      body: {
        version: 2,
        former: [{ revoked: { on: '2024-12-03', reason: 'A label was shared', by: { name: manager.name } } }],
      },
    });

    for (const traceId of [first.traceId, first.labels[0].traceId]) {
      const { status, headers, body } = await open(traceId);
      expect([status, body.code]).toEqual([410, 'revoked']);
      expect(headers['cache-control']).toContain('no-cache');
    }
    expect(await revoke(2)).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    const second: Loose = (await make(2)).body;
    expect(second.link.traceId).not.toBe(first.traceId);
    expect((await card(second.link.traceId)).units).toBe(1);
    expect((await open(first.traceId)).status).toBe(410);
  });

  test('each has a line of history, and no answer ever has a key', async () => {
    await make();
    await revoke(1);

    const lines = await new History(here.database).of(traceSubject(ids.donationId), true);
    expect(lines.map(({ action, reason }) => [action, reason])).toEqual([
      ['makeTrace', undefined],
      ['revokeTrace', 'A label was shared'],
    ]);
    expect(JSON.stringify(await links())).not.toMatch(/key|[0-9a-f]{64}/);
    await make(2);
    expect(JSON.stringify(await links())).not.toMatch(/"key"|[0-9a-f]{64}/);
  });
});

describe('who does not answer for all of its regions makes none', () => {
  test('neither where it is in another region too, nor where it is nowhere yet', async () => {
    expect((await make(0, lvivManager)).status).toBe(403);
    await planned(1);
    expect((await make(0, odesaManager)).status).toBe(403);
    expect((await make(0, admin)).status).toBe(403);
    const facilityId = `UA-${String(Date.now()).slice(-6)}`;
    await ask(admin, 'POST', '/facilities', command(0, { ...profile(facilityId), region: 'UA-51' }));
    await plan(manager, [{ placeId: facilityId, units: 1 }]);
    expect((await make(0, lvivManager)).status).toBe(403);
    expect((await make(0, { ...lvivManager, regions: ['UA-46', 'UA-51'] })).status).toBe(200);
  });
});

describe('an id that is not as it was given out', () => {
  test('is altered, whichever sign is another, and nothing is read for it', async () => {
    const { traceId } = await made();
    here.wire.counted();

    for (let at = 0; at < traceId.length; at += 1) {
      const { status, body } = await open(altered(traceId, at));
      expect([status, body.code]).toEqual([404, 'alteredId']);
    }
    expect(here.wire.counted()).toEqual({});
  });

  test('is altered too where its check signs are right, but this link did not sign it', async () => {
    const { traceId } = await made();
    const forged = signedId({ ...drawn(), locator: traceId.slice(0, 10) }, 0);

    expect(await open(forged)).toMatchObject({ status: 404, body: { code: 'alteredId' } });
    await revoke(1);
    expect(await open(forged)).toMatchObject({ status: 404, body: { code: 'alteredId' } });
  });

  test('is unknown where no link ever had it', async () => {
    expect(await open(signedId(drawn(), 0))).toMatchObject({ status: 404, body: { code: 'notFound' } });
    expect(await open('x')).toMatchObject({ status: 404, body: { code: 'alteredId' } });
  });
});

describe('the card', () => {
  test('says where units are by region, what happened, and whether they are in use', async () => {
    const id = await planned(4);
    const { traceId, labels } = await made();
    expect(await card(traceId)).toMatchObject({
      where: [{ state: 'planned', inUse: 'no', units: 4 }],
      timeline: [{ on: '2024-02', kind: 'planned', units: 4 }],
    });
    const { head } = here.clinic;
    await tell(manager, id, 'shipped', '2024-03-01');
    expect((await card(traceId)).where).toEqual([{ state: 'shipped', inUse: 'no', units: 4 }]);
    await receive(head, id, { working: 3, damaged: 1 });
    const received: Loose = await card(traceId);
    const { consignments }: Loose = (await ask(manager, 'GET', `/donations/${ids.donationId}/consignments`))
      .body;
    const working = consignments.find(({ units, faultySince }: Loose) => units === 3 && !faultySince);
    await tell(head, working.consignmentId, 'installed', '2024-04-01');
    await tell(head, working.consignmentId, 'firstUse', '2024-04-02');

    const region = { en: expect.stringContaining('Lviv') };
    expect(received.where).toEqual([{ state: 'received', inUse: 'no', units: 4, region: expect.anything() }]);
    const now = await card(labels[0].traceId);
    expect(now).toMatchObject({ of: 'consignment', units: 4 });
    expect(now.where).toHaveLength(2);
    expect(now.where).toContainEqual({
      state: 'inUse',
      inUse: 'notKnown',
      units: 3,
      region: expect.objectContaining(region),
    });
    expect(now.timeline).toEqual([
      { on: '2024-02-01', kind: 'planned', units: 4 },
      { on: '2024-03-01', kind: 'shipped', units: 4 },
      { on: '2024-03-10', kind: 'received', units: 4 },
      { on: '2024-04-01', kind: 'installed', units: 3 },
      { on: '2024-04-02', kind: 'firstUse', units: 3 },
    ]);
  });

  test('of a label is of its own box alone', async () => {
    await planned(2);
    await planned(3);
    const { traceId, labels } = await made();

    expect((await card(traceId)).units).toBe(5);
    expect(await Promise.all(labels.map(async (one: Loose) => (await card(one.traceId)).units))).toEqual([
      2, 3,
    ]);
  });

  test('of what was a mistake has nothing on it', async () => {
    const id = await planned(2);
    const { labels } = await made();
    await ask(manager, 'POST', `/consignments/${id}/strikes`, {
      idempotencyKey: randomUUID(),
      placeId: here.clinic.facilityId,
      eventId: 1,
      reason: 'Planned twice',
    });

    expect(await card(labels[0].traceId)).toMatchObject({ units: 0, where: [], timeline: [] });
    expect((await links()).link.labels).toEqual([]);
  });

  describe('tells a place as exactly as the policies allow, and never by name', () => {
    let traceId: string;
    beforeEach(async () => {
      const id = await planned(1);
      await tell(manager, id, 'shipped', '2024-03-01');
      await receive(here.clinic.head, id, { working: 1, damaged: 0 });
      ({ traceId } = await made());
    });
    const show = async (locationPolicy: string) => {
      const { pack } = await import('../../../../functions/handlers/http/runtime.ts');
      Object.assign(pack, { locationPolicy });
    };
    afterEach(() => show('region'));

    test.each([
      ['exact', ['inUse', 'region', 'settlement', 'state', 'units']],
      ['settlement', ['inUse', 'region', 'settlement', 'state', 'units']],
      ['region', ['inUse', 'region', 'state', 'units']],
      ['hidden', ['inUse', 'state', 'units']],
    ])('%s', async (policy, told) => {
      await show(policy);

      const [row] = (await card(traceId)).where;
      expect(Object.keys(row).toSorted()).toEqual(told);
    });

    test('where its own policy is stricter', async () => {
      await ask(
        admin,
        'PUT',
        here.clinic.path('/profile'),
        command(6, { ...edited(), locationPolicy: 'hidden' }),
      );

      expect((await card(traceId)).where).toEqual([{ state: 'received', inUse: 'no', units: 1 }]);
    });
  });
});
