import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { admin, command, donor, manager } from '../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../support/equipmentApi.ts';
import type { Loose } from '../../support/stack.ts';

const { here, ids, given, plan, planned, tell, receive, strike, expectClean } = inEquippedCountry();
const { ask } = here;
const right = { usdRate: '1.1', usdRateOn: '2024-01-16', reason: 'The rate of the day before was taken.' };
const donation = async (): Promise<Loose> => (await ask(manager, 'GET', `/donations/${ids.donationId}`)).body;
const correct = async (who: Caller = manager, more: object = {}, lineId = 'l1') =>
  ask(who, 'POST', `/donations/${ids.donationId}/lines/${lineId}/rate`, {
    ...command((await donation())?.version ?? 0, right),
    ...more,
  });
const goOn = (who: Caller = manager, lineId = 'l1') =>
  ask(who, 'POST', `/donations/${ids.donationId}/lines/${lineId}/rate/consignments`, {
    idempotencyKey: randomUUID(),
  });
const consignmentsNow = async (): Promise<Loose[]> =>
  Object((await ask(manager, 'GET', `/donations/${ids.donationId}/consignments`)).body).consignments;
const historyOf = async (path: string): Promise<Loose[]> =>
  Object((await ask(manager, 'GET', `${path}/history`)).body).lines;

describe('a wrong rate', () => {
  test('is corrected: the pledge, and every consignment with all that became of it', async () => {
    const id = await planned(4);
    await tell(manager, id, 'shipped', '2024-03-01');
    await receive(here.clinic.head, id, { working: 2, damaged: 1 });

    const { status, body } = await correct();

    expect(status).toBe(200);
    expect(Object(body).lines).toMatchObject([
      { usdRate: '1.1', usdCents: 275_000, planned: { units: 4, usdCents: 110_000 }, rateCorrections: 1 },
    ]);
    expect(Object(body).lines[0]).not.toHaveProperty('behind');
    expect((await consignmentsNow()).map(({ units, usdCents }) => [units, usdCents])).toEqual([
      [1, 27_500],
      [2, 55_000],
      [1, 27_500],
    ]);
    await expectClean();
  });

  test('is told of in the history, with what was before and why', async () => {
    const id = await planned(4);
    await correct();

    const told = await historyOf(`/donations/${ids.donationId}`);
    expect(told.map(({ action, reason }) => [action, reason])).toEqual([
      ['register', undefined],
      ['plan', undefined],
      ['correctRate', right.reason],
      ['followRate', undefined],
    ]);
    expect(told[2].changes).toMatchObject([
      { field: 'lines', from: [{ usdRate: '1.0868' }], to: [{ usdRate: '1.1' }] },
    ]);
    expect((await historyOf(`/consignments/${id}`)).at(-1)).toMatchObject({
      action: 'followRate',
      changes: expect.arrayContaining([{ field: 'usdCents', from: 108_680, to: 110_000 }]),
    });
  });

  test('is corrected once: the same command again changes nothing, under another content it is refused', async () => {
    await planned(4);
    const once = command((await donation()).version, right);

    const answers = [await correct(manager, once), await correct(manager, once)];

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect((await correct(manager, { ...once, usdRate: '1.2' })).body).toMatchObject({ code: 'keyReused' });
    const stale = await correct(manager, { ...once, idempotencyKey: randomUUID() });
    expect(stale.body).toMatchObject({ code: 'stale', current: { lines: [{ usdRate: '1.1' }] } });
    await expectClean();
  });

  test('of more than one request takes: who repeats it goes on, and so does anybody; what happens between fits', async () => {
    const path = `/donations/${ids.donationId}`;
    const lines = given().lines.map((line) => ({ ...line, quantity: 150 }));
    await ask(admin, 'PUT', path, command(1, { ...given(), lines }));
    const places = Array.from({ length: 40 }, () => ({ placeId: here.clinic.facilityId, units: 1 }));
    for (let times = 0; times < 3; times += 1) await plan(manager, places);
    const once = command((await donation()).version, right);

    const first = await correct(manager, once);

    expect(Object(first.body).lines).toMatchObject([{ behind: { units: 70 } }]);
    await expectClean();
    // Those that count with the old rate go on with their lives, and units are planned, at the right one.
    const left = (await consignmentsNow()).filter(({ rateCorrections }) => !rateCorrections);
    expect(left).toHaveLength(70);
    expect((await tell(manager, left[0].consignmentId, 'shipped', '2024-03-01')).status).toBe(200);
    expect((await strike(manager, left[1].consignmentId, 1)).status).toBe(200);
    const later = await planned(2);
    expect((await consignmentsNow()).find(({ consignmentId }) => consignmentId === later)).toMatchObject({
      usdCents: 55_000,
      rateCorrections: 1,
    });
    await expectClean();

    expect(Object((await correct(manager, once)).body).lines).toMatchObject([{ behind: { units: 19 } }]);
    const { body } = await goOn(admin);

    expect(Object(body).lines).toMatchObject([{ planned: { units: 121, usdCents: 121 * 27_500 } }]);
    expect(Object(body).lines[0]).not.toHaveProperty('behind');
    expect((await goOn()).body).toEqual(body);
    await expectClean();
  }, 60_000);

  test.each<[string, object, number, string, string]>([
    ['zero', { usdRate: '0' }, 400, 'invalid', 'usdRate'],
    ['negative', { usdRate: '-1.1' }, 400, 'invalid', 'usdRate'],
    ['too precise', { usdRate: '1.123456789' }, 400, 'invalid', 'usdRate'],
    ['a number', { usdRate: 1.1 }, 400, 'invalid', 'usdRate'],
    ['of tomorrow', { usdRateOn: '2030-01-01' }, 422, 'dateNotAllowed', 'usdRateOn'],
    ['of no day', { usdRateOn: '2024-02-30' }, 400, 'invalid', 'usdRateOn'],
    ['without a reason', { reason: ' ' }, 400, 'invalid', 'reason'],
    ['what it is', { usdRate: '1.0868', usdRateOn: '2024-01-15' }, 400, 'invalid', 'usdRate'],
  ])('that is %s is refused, and nothing changes', async (_, more, status, code, field) => {
    await planned(2);
    const before = await donation();

    expect(await correct(manager, more)).toMatchObject({ status, body: { code, field } });
    expect(await donation()).toEqual(before);
  });

  test('of no line, or of no donation, is none', async () => {
    expect(await correct(manager, {}, 'l9')).toMatchObject({ status: 404, body: { field: 'lineId' } });
    expect((await goOn(manager, 'l9')).status).toBe(404);
    expect((await ask(manager, 'POST', '/donations/none/lines/l1/rate', command(1, right))).status).toBe(404);
  });

  test('is corrected by those who enter donations', async () => {
    const other = { ...donor, donorId: 'donor-2' };
    const who = [admin, lvivManager, donor, other, here.clinic.head];
    const statuses: number[][] = [];
    for (const caller of who) statuses.push([(await correct(caller)).status, (await goOn(caller)).status]);

    expect(statuses).toEqual([
      [200, 200],
      [403, 403],
      [403, 403],
      [404, 404],
      [404, 404],
    ]);
  });
});
