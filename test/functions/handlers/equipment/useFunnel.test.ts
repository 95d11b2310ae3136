import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { useFunnel } from '../../../../functions/domain/equipment/chain/useFunnel.ts';
import { ProgressCube } from '../../../../functions/domain/progress.ts';
import { whereItIs } from '../../../../functions/domain/equipment/chain/whereItIs.ts';
import {
  admin,
  command,
  donor,
  edited,
  editedWarehouse,
  manager,
  odesaManager,
} from '../../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../../support/equipmentApi.ts';
import { releaseMade } from '../../../support/release/made.ts';
import type { Loose } from '../../../support/stack.ts';

const { here, ids, planned, tell, receive, expectClean, clinicNow } = inEquippedCountry();
const { ask } = here;

async function cube(who: Caller, scope: string): Promise<ProgressCube> {
  const { status, body } = await ask(who, 'GET', `/progress/equipment?scope=${scope}`);
  expect(status).toBe(200);
  return ProgressCube.parse(body);
}

const units = (of: ProgressCube) => useFunnel(of).steps.map((one) => [one.step, one.units]);

/** Four of ten tablets are planned; three come, of which one is repaired and used; the fourth is lost. */
async function story(): Promise<void> {
  const id = await planned(4);
  const { head } = here.clinic;
  await tell(lvivManager, id, 'shipped', '2024-03-01');
  await receive(head, id, { working: 2, damaged: 1 });
  await tell(lvivManager, id, 'lost', '2024-04-01');
  await tell(head, `${id}.2`, 'repaired', '2024-03-20');
  await tell(head, `${id}.2`, 'installed', '2024-03-21');
  await tell(head, `${id}.2`, 'firstUse', '2024-03-22');
}

test('a manager of the country follows equipment from the pledge, one of a region from the plan', async () => {
  await story();
  const scope = `solution:${ids.solutionId}`;

  expect(units(await cube(manager, scope))).toEqual([
    ['pledged', 10],
    ['shipped', 4],
    ['received', 3],
    ['installed', 1],
    ['firstUse', 1],
  ]);
  expect(units(await cube(lvivManager, scope))[0]).toEqual(['planned', 4]);
  expect(units(await cube(odesaManager, scope))[0]).toEqual(['planned', 0]);
  const { missing } = useFunnel(await cube(manager, scope)).steps[2] ?? {};
  expect(missing).toMatchObject([{ why: 'lost', units: 1 }]);
  await expectClean();
});

/** The donor's figures as they may be handed on. */
async function figuresOf(who: Caller): Promise<Loose> {
  const { status, body } = await ask(who, 'GET', '/progress/donors/donor-1');
  expect(status).toBe(200);
  return body;
}
const unitsAt = (of: ProgressCube) => whereItIs(of).map(({ row, onTheWay }) => [row, onTheWay.units]);

test('a donor reads its own by region, and nothing else', async () => {
  await story();
  const own = await cube(donor, 'donor:donor-1');

  expect(units(own)).toEqual(units(await cube(manager, 'donor:donor-1')));
  expect(unitsAt(own)).toContainEqual(['UA-46', expect.any(Number)]);
  for (const other of ['?scope=donor:donor-2', '?scope=type:tablet', ''])
    expect(await ask(donor, 'GET', `/progress/equipment${other}`), other).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
});

describe('a region with a hidden place', () => {
  const hide = (isHidden: boolean, basedOn: number) =>
    ask(
      admin,
      'PUT',
      here.clinic.path('/profile'),
      command(basedOn, { ...edited(), ...(isHidden && { locationPolicy: 'hidden' }) }),
    );

  test('is told to nobody outside: what is there stands in the nation’s row, and nothing is missing', async () => {
    await story();
    const { version } = await clinicNow();
    const before = await figuresOf(donor);
    expect(unitsAt(before.cube).map(([row]) => row)).toContain('UA-46');

    expect(await hide(true, version)).toMatchObject({ status: 200 });

    for (const who of [donor, manager, odesaManager]) {
      const { cube: told } = await figuresOf(who);
      expect(told.rows).not.toContain('UA-46');
      expect(unitsAt(told).map(([row]) => row)).toContain('UA');
      expect(units(told)).toEqual(units(before.cube));
    }
    const own = await cube(donor, 'donor:donor-1');
    expect(own.rows).not.toContain('UA-46');
    // The ministry knows where it is.
    expect(unitsAt(await cube(manager, 'donor:donor-1')).map(([row]) => row)).toContain('UA-46');
    const rowOf = (body: Loose, name: string) =>
      body.figures[name]?.filter((_: number, at: number) => body.rows[at % body.rows.length] === 'UA-46');
    await releaseMade(here);
    const { body: seen }: Loose = await ask(donor, 'GET', '/progress');
    const { body: whole }: Loose = await ask(manager, 'GET', '/progress');
    expect(rowOf(seen, 'aidReceivedUsd').every((cents: number) => cents === 0)).toBe(true);
    expect(rowOf(whole, 'aidReceivedUsd').some((cents: number) => cents > 0)).toBe(true);
    expect(rowOf(seen, 'facilitiesLive')).toEqual(rowOf(whole, 'facilitiesLive'));
    expect(JSON.stringify(seen)).not.toContain('placesHidden');
    await expectClean();

    expect(await hide(false, version + 1)).toMatchObject({ status: 200 });
    expect((await figuresOf(donor)).cube).toEqual(before.cube);
    await expectClean();
  });

  test('may be one of a warehouse', async () => {
    const { body }: Loose = await ask(admin, 'GET', '/warehouses/UA-W01');
    const send = (basedOn: number, more: object) =>
      ask(admin, 'PUT', '/warehouses/UA-W01', command(basedOn, editedWarehouse(more)));

    await send(body.version, { locationPolicy: 'hidden' });
    expect((await figuresOf(donor)).cube.rows).not.toContain(body.region);
    await send(body.version + 1, {});
    expect((await figuresOf(donor)).cube.rows).toContain(body.region);
  });

  test('stays untold when the place moves on, as its past was made there', async () => {
    await story();
    const { version } = await clinicNow();
    await hide(true, version);
    await ask(
      admin,
      'POST',
      here.clinic.path('/region'),
      command(version + 1, { region: 'UA-51', date: '2024-05-15' }),
    );

    const { cube: told } = await figuresOf(donor);

    expect(told.rows).not.toContain('UA-46');
    expect(told.rows).not.toContain('UA-51');
    await expectClean();
  });
});

test('a donor’s figures say of which month the use is told, and of how many reports', async () => {
  const { use } = await figuresOf(donor);

  expect(use === undefined || use.reportsApproved <= use.reportsExpected).toBe(true);
  for (const who of [{ ...donor, donorId: 'donor-2' }, here.clinic.head])
    expect(await ask(who, 'GET', '/progress/donors/donor-1')).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
});

test.each([
  'country',
  'donations:all',
  'repairs:all',
  'donor:',
  'type:a b',
  'type:a#2024',
  'donor:donor-1&scope=type:tablet',
])('there is no scope "%s" to ask for', async (scope) => {
  const path = `/progress/equipment?scope=${encodeURI(scope).replace('#', '%23')}`;

  expect((await ask(manager, 'GET', path)).status).toBe(400);
});

test('repairs are told with their days, to a manager of a region those of the region', async () => {
  await story();
  const repairsOf = async (who: Caller) => {
    const { body } = await ask(who, 'GET', '/progress/repairs');
    return Object(body).repairs.filter(
      ({ solutionId }: { solutionId?: string }) => solutionId === ids.solutionId,
    );
  };

  const own = [
    { region: 'UA-46', equipmentType: 'tablet', solutionId: ids.solutionId, repairs: 1, downtimeDays: 10 },
  ];
  expect(await repairsOf(manager)).toEqual(own);
  expect(await repairsOf(lvivManager)).toEqual(own);
  expect(await repairsOf(odesaManager)).toEqual([]);
  expect((await ask(donor, 'GET', '/progress/repairs')).status).toBe(404);
});
