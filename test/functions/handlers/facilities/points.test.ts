import { expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { FacilityOnMap } from '../../../../functions/domain/facility/facilityPoints.ts';
import { Facilities } from '../../../../functions/store/facility/facilities.ts';
import { facilitiesOnMap } from '../../../../functions/store/facility/facilitiesOnMap.ts';
import { admin, command, edited, inCountry, manager, odesaManager } from '../../../support/country.ts';
import { lvivManager } from '../../../support/equipmentApi.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();

const pointsFor = async (who: Caller, query = 'language=en'): Promise<Loose[]> => {
  const { status, body } = await here.ask(who, 'GET', `/map/facilities?${query}`);
  expect(status).toBe(200);
  return Object(body).points;
};

test('a facility is on the map once somebody has entered where it is', async () => {
  const { facilityId, path } = here.clinic;
  const groupsWith = async (who: Caller, query?: string) =>
    (await pointsFor(who, query)).filter(({ facilityIds }) => facilityIds.includes(facilityId));
  const before = await pointsFor(manager);
  expect(before).toMatchObject([{ stage: 'live', confirmation: 'neverReported' }]);
  expect(await groupsWith(manager)).toEqual([]);

  const profile = { ...edited(), coordinates: { lat: 49.41, lon: 24.29 } };
  expect(await here.ask(admin, 'PUT', path('/profile'), command(5, profile))).toMatchObject({ status: 200 });

  const [group] = await pointsFor(lvivManager);
  expect(group).toMatchObject({ withoutPlace: before[0]?.withoutPlace - 1 });
  expect(await groupsWith(manager, 'language=uk&region=UA-46')).toHaveLength(1);
  expect(await groupsWith(odesaManager)).toEqual([]);
  expect(await groupsWith(odesaManager, 'language=en&region=UA-46')).toEqual([]);
  // Lists that are narrowed read the same index.
  const listed = await new Facilities(here.database).allInRegion('UA-46', { isInFull: true });
  expect(listed.map((one) => one.facilityId)).toContain(facilityId);
});

test('who has the points is not sent them again', async () => {
  const { headers } = await here.ask(manager, 'GET', '/map/facilities?language=en');
  const again = await here.ask(manager, 'GET', '/map/facilities?language=en', undefined, {
    'if-none-match': String(headers['etag']),
  });

  expect(again.status).toBe(304);
});

test('of tens of thousands of facilities no more is read than a map needs', async () => {
  const read = (await facilitiesOnMap(here.database, 'UA-46')).flatMap((one) => Object.keys(one));

  expect(read.length).toBeGreaterThan(0);
  expect(Object.keys(FacilityOnMap.shape)).toEqual(expect.arrayContaining(read));
  expect(read).not.toContain('settlement');
});
