import { expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { useFunnel } from '../../../functions/domain/equipment/useFunnel.ts';
import { ProgressCube } from '../../../functions/domain/progress.ts';
import { donor, manager, odesaManager } from '../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../support/equipmentApi.ts';

const { here, ids, planned, tell, receive, expectClean } = inEquippedCountry();
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

test('a donor reads its own in one row, without where it is, and nothing else', async () => {
  await story();
  const own = await cube(donor, 'donor:donor-1');

  expect(own.rows).toEqual(['UA']);
  expect(units(own)).toEqual(units(await cube(manager, 'donor:donor-1')));
  for (const other of ['?scope=donor:donor-2', '?scope=type:tablet', ''])
    expect(await ask(donor, 'GET', `/progress/equipment${other}`), other).toMatchObject({
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
