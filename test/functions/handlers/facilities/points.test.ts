import { expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { FacilityOnMap } from '../../../../functions/domain/facility/facilityPoints.ts';
import { Facilities, facilityKind } from '../../../../functions/store/facility/facilities.ts';
import { facilitiesOnMap } from '../../../../functions/store/facility/facilitiesOnMap.ts';
import { liveFacility } from '../../../support/builders.ts';
import { admin, command, edited, inCountry, manager, odesaManager, pack } from '../../../support/country.ts';
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
  const { facilities } = await facilitiesOnMap(here.database, ['UA-46']);
  const read = facilities.flatMap((one) => Object.keys(one));

  expect(read.length).toBeGreaterThan(0);
  expect(Object.keys(FacilityOnMap.shape)).toEqual(expect.arrayContaining(read));
  expect(read).not.toContain('settlement');
});

test('they come a few regions at a time, each once; of few all come in one answer', async () => {
  const few = await asked('');
  expect(few).not.toHaveProperty('next');
  const writes = Array.from({ length: 5200 }, (_, index) => {
    const facility = liveFacility({
      facilityId: `UA-${10_000 + index}`,
      region: index % 2 ? 'UA-05' : 'UA-07',
    });
    return facilityKind.write({ ...facility, coordinates: { lat: 49, lon: 30 }, version: 1 }, pack);
  });
  for (let at = 0; at < writes.length; at += 100) await here.database.transact(writes.slice(at, at + 100));

  const first = await asked('');
  const second = await asked(`&page=${first.next}`);

  expect(second).not.toHaveProperty('next');
  const ids = [few, first, second].map(({ points }) => points.flatMap((group: Loose) => group.facilityIds));
  expect([...(ids[1] ?? []), ...(ids[2] ?? [])]).toHaveLength(5200 + (ids[0]?.length ?? 0));
  expect(ids[1]).toHaveLength(5200);
  expect((await asked('&page=UA-99')).points ?? []).toEqual([]);
});

const asked = async (query: string): Promise<Loose> =>
  (await here.ask(manager, 'GET', `/map/facilities?language=en${query}`)).body;
