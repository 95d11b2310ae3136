import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { admin, donor, manager, odesaManager } from '../../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../../support/equipmentApi.ts';
import type { Loose } from '../../../support/stack.ts';

const { here, ids, planned, tell, strike, correct, expectClean } = inEquippedCountry();
const { ask } = here;

const right = { serialNumbers: ['A-1', 'A-2'], orderNumber: '7/21', accountableUntil: '2029-12-31' };
const got = async (id: string): Promise<Loose> =>
  Object((await ask(manager, 'GET', `/consignments/${id}`)).body).consignment;

describe('what is known of units', () => {
  test('is entered and corrected by the manager of the region, and history says what it was', async () => {
    const id = await planned(2);
    const typed = { ...right, serialNumbers: ['A-1', 'B-2'] };
    expect(await correct(manager, id, 1, typed)).toMatchObject({ status: 200, body: typed });
    await tell(manager, id, 'shipped', '2024-03-01');
    expect(await correct(lvivManager, id, 3, right)).toMatchObject({ status: 200, body: right });

    expect(await got(id)).toMatchObject({ ...right, version: 4 });
    const { body } = await ask(lvivManager, 'GET', `/consignments/${id}/history`);
    expect(Object(body).lines.at(-1)).toMatchObject({
      action: 'correctFacts',
      by: { name: lvivManager.name },
      changes: [{ field: 'serialNumbers', from: ['B-2'], to: ['A-2'] }],
    });
    await expectClean();
  });

  test('is taken away where it is left out', async () => {
    const id = await planned(2);
    await correct(manager, id, 1, right);
    await correct(manager, id, 2, { serialNumbers: [] });

    for (const field of Object.keys(right)) expect(await got(id)).not.toHaveProperty(field);
  });

  test.each<[string, object, number, string, string]>([
    ['a number twice', { serialNumbers: ['A-1', 'A-1'] }, 400, 'invalid', 'serialNumbers'],
    ['a number twice but for blanks', { serialNumbers: ['A-1', ' A-1'] }, 400, 'invalid', 'serialNumbers'],
    ['more numbers than units', { serialNumbers: ['1', '2', '3'] }, 422, 'tooHigh', 'serialNumbers'],
    ['more than a record carries', { serialNumbers: Array(201).fill('1') }, 400, 'invalid', 'serialNumbers'],
    ['a long number', { serialNumbers: ['x'.repeat(61)] }, 400, 'invalid', 'serialNumbers.0'],
    ['a control character', { serialNumbers: ['A-1', 'A\u0007'] }, 400, 'invalid', 'serialNumbers.1'],
    ['an empty number', { serialNumbers: [' '] }, 400, 'invalid', 'serialNumbers.0'],
    ['no list', { serialNumbers: 'A-1' }, 400, 'invalid', 'serialNumbers'],
    ['a long order', { orderNumber: 'x'.repeat(61) }, 400, 'invalid', 'orderNumber'],
    ['an order of two lines', { orderNumber: '7\n21' }, 400, 'invalid', 'orderNumber'],
    ['a day before the plan', { accountableUntil: '2024-01-31' }, 422, 'dateNotAllowed', 'accountableUntil'],
    ['a day of no century', { accountableUntil: '2100-01-01' }, 422, 'dateNotAllowed', 'accountableUntil'],
    ['29 February of no leap year', { accountableUntil: '2027-02-29' }, 400, 'invalid', 'accountableUntil'],
    ['another place', { placeId: 'UA-W01' }, 409, 'wrongState', 'placeId'],
    ['what is no such fact', { units: 7 }, 400, 'unknownField', 'units'],
  ])('is refused with %s, and nothing changes', async (_, more, status, code, field) => {
    const id = await planned(2);
    const before = await got(id);

    expect(await correct(manager, id, 1, more)).toMatchObject({ status, body: { code, field } });
    expect(await got(id)).toEqual(before);
  });

  test('is refused on top of what somebody else has made of it, which is told', async () => {
    const id = await planned(2);
    const both = await Promise.all([
      correct(manager, id, 1, right),
      correct(lvivManager, id, 1, { ...right, orderNumber: '8/21' }),
    ]);

    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const stands = Object(both.find(({ status }) => status === 200)?.body);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'stale', current: stands });
    expect(await got(id)).toEqual(stands);
  });

  test('is corrected once by a key, and by another command with it not at all', async () => {
    const id = await planned(2);
    const once = { ...right, idempotencyKey: randomUUID() };
    const first = await correct(manager, id, 1, once);

    expect(await correct(manager, id, 1, once)).toEqual(first);
    expect(await correct(manager, id, 1, { ...once, orderNumber: '8/21' })).toMatchObject({
      status: 409,
      body: { code: 'keyReused' },
    });
    expect(await got(id)).toMatchObject({ ...right, version: 2 });
  });

  test('of units whose plan was a mistake, or of none, is nothing', async () => {
    const id = await planned(1);
    await strike(manager, id, 1);

    expect(await correct(manager, id, 2, {})).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    expect((await correct(manager, `${id}9`, 1, right)).status).toBe(404);
  });

  test('is for who moves the units, or entered them; donors never read it', async () => {
    const { head, facilityId } = here.clinic;
    const stranger = { ...head, accountId: 'stranger', facilityId: 'UA-9998' };
    const who = [admin, odesaManager, head, stranger, donor, { ...donor, donorId: 'donor-2' }, undefined];
    const statusesOf = async (id: string) => {
      const statuses: number[] = [];
      for (const caller of who) {
        const path = `/consignments/${id}/facts`;
        const body = { basedOn: 99, idempotencyKey: randomUUID(), placeId: facilityId, ...right };
        statuses.push((await ask(caller, 'POST', path, body)).status);
      }
      return statuses;
    };
    const entered = `stock-${randomUUID().slice(0, 8)}`;
    await ask(head, 'POST', '/consignments', {
      idempotencyKey: randomUUID(),
      consignmentId: entered,
      source: { kind: 'unknown' },
      equipmentType: 'tablet',
      units: 2,
      log: [{ kind: 'planned', date: '2024-02-01', to: facilityId }],
    });

    expect(await statusesOf(await planned(2))).toEqual([409, 404, 403, 404, 403, 404, 403]);
    expect(await statusesOf(entered)).toEqual([409, 404, 409, 404, 404, 404, 403]);
    expect(await correct(head, entered, 1, right)).toMatchObject({ status: 200, body: right });

    await correct(manager, `${ids.donationId}.1`, 1, { serialNumbers: ['plate-7'], orderNumber: 'order-7' });
    expect((await ask(donor, 'GET', `/consignments/${ids.donationId}.1`)).status).toBe(403);
    const { body } = await ask(donor, 'GET', `/donations/${ids.donationId}/consignments`);
    expect(JSON.stringify(body)).not.toMatch(/plate-7|order-7/);
    await expectClean();
  });
});
