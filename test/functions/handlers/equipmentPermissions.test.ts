import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { admin, command, donor, manager, odesaManager } from '../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../support/equipmentApi.ts';

const { here, ids, given, plan, planned, tell, receive, strike } = inEquippedCountry();
const { ask } = here;

describe('who may do what', () => {
  test.each<[string, () => Promise<{ status: number }>, number]>([
    [
      'a region’s manager enters no donation',
      () => ask(lvivManager, 'PUT', `/donations/${ids.donationId}`, command(1, given())),
      403,
    ],
    [
      'a donor enters none',
      () => ask(donor, 'PUT', `/donations/${ids.donationId}`, command(1, given())),
      403,
    ],
    ['a head sees none', () => ask(here.clinic.head, 'GET', `/donations/${ids.donationId}`), 404],
    ['a donor sees its own', () => ask(donor, 'GET', `/donations/${ids.donationId}`), 200],
    [
      'a donor sees no other’s',
      () => ask({ ...donor, donorId: 'donor-2' }, 'GET', `/donations/${ids.donationId}`),
      404,
    ],
    ['nor its list', () => ask(donor, 'GET', '/donations?donorId=donor-2'), 404],
    [
      'nor its consignments',
      () => ask({ ...donor, donorId: 'donor-2' }, 'GET', `/donations/${ids.donationId}/consignments`),
      404,
    ],
    ['nor the donor', () => ask(donor, 'GET', '/donors/donor-2'), 404],
    [
      'a donor sees no history of its donation',
      () => ask(donor, 'GET', `/donations/${ids.donationId}/history`),
      403,
    ],
    [
      'a head plans nothing',
      () => plan(here.clinic.head, [{ placeId: here.clinic.facilityId, units: 1 }]),
      403,
    ],
    [
      'a donor sees no place’s equipment',
      () => ask(donor, 'GET', `/places/${here.clinic.facilityId}/consignments`),
      404,
    ],
    ['a head sees no other place’s', () => ask(here.clinic.head, 'GET', '/places/UA-W01/consignments'), 404],
    ['a head has no list of the country', () => ask(here.clinic.head, 'GET', '/consignments'), 403],
  ])('%s', async (_, request, status) => {
    expect((await request()).status).toBe(status);
  });

  test('a manager plans within the own region only', async () => {
    const { body } = await plan(odesaManager, [{ placeId: here.clinic.facilityId, units: 1 }]);

    expect(Object(body).rows[0]).toMatchObject({ refused: { code: 'notFound' } });
  });

  test('of a consignment, each sees and tells what is theirs', async () => {
    const id = await planned(1);
    const stranger = { ...here.clinic.head, accountId: 'stranger', facilityId: 'UA-9998' };
    const see = async (who: Caller) => (await ask(who, 'GET', `/consignments/${id}`)).status;
    const ship = async (who: Caller) => (await tell(who, id, 'shipped', '2024-03-01')).status;

    expect(
      await Promise.all(
        [manager, lvivManager, admin, here.clinic.head, donor, odesaManager, stranger].map(see),
      ),
    ).toEqual([200, 200, 200, 200, 403, 404, 404]);
    expect([
      await ship(here.clinic.head),
      await ship(odesaManager),
      await ship(stranger),
      await ship(donor),
    ]).toEqual([403, 404, 404, 403]);
  });

  test('a donor sees in which region its aid is, and no place and no person', async () => {
    await planned(3);

    const { body } = await ask(donor, 'GET', `/donations/${ids.donationId}/consignments`);
    expect(Object(body).places).toEqual([]);
    expect(Object(body).consignments).toMatchObject([{ region: 'UA-46', units: 3, state: 'planned' }]);
    expect(JSON.stringify(body)).not.toContain(here.clinic.facilityId);
  });

  test('an event that one told oneself may be struck out, another’s not', async () => {
    const id = await planned(1);
    await tell(manager, id, 'shipped', '2024-03-01');
    await receive(here.clinic.head, id, { working: 1, damaged: 0 });
    const struck = async (eventId: number) => (await strike(here.clinic.head, id, eventId)).status;

    expect([await struck(2), await struck(3)]).toEqual([403, 200]);
  });
});
