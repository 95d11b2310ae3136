import { expect, test } from 'vitest';
import { FacilityRow } from '../../../functions/domain/facility/facility.ts';
import { admin, command, inCountry, manager, profile } from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

const register = (facilityId: string, more: object) =>
  ask(admin, 'POST', '/facilities', command(0, { ...profile(facilityId), ...more }));

test("a new facility is named in the country's own language; other languages may follow", async () => {
  const own = await register('UA-7001', {
    names: { uk: 'Ходорівська поліклініка' },
    settlement: { uk: 'Ходорів' },
  });
  const foreign = await register('UA-7002', { names: { en: 'Khodoriv clinic' } });
  const nowhere = await register('UA-7003', { settlement: { en: 'Khodoriv' } });

  expect(own).toMatchObject({ status: 200, body: { names: { uk: 'Ходорівська поліклініка' } } });
  expect(foreign).toMatchObject({ status: 400, body: { code: 'invalid', field: 'names.uk' } });
  expect(nowhere).toMatchObject({ status: 400, body: { code: 'invalid', field: 'settlement.uk' } });
});

test("a region's list is in the order of the country's alphabet", async () => {
  const region = 'UA-07';
  const names = ['Яворівка', 'Іванівка', 'Ґудзівка', 'Єлізарове', 'Гатне', 'Їжаківка', 'Зоря'];
  for (const [at, uk] of names.entries())
    await register(`UA-72${String(at).padStart(2, '0')}`, { region, names: { uk } });

  const listed = await rowsOf(region);

  expect(listed.map((row) => row.names.uk)).toEqual([
    'Гатне',
    'Ґудзівка',
    'Єлізарове',
    'Зоря',
    'Іванівка',
    'Їжаківка',
    'Яворівка',
  ]);
});

test('a region with facilities of the first releases, in the order of English names, pages through each once', async () => {
  const region = 'UA-05';
  const idOf = (at: number) => `UA-73${String(at).padStart(2, '0')}`;
  const kept = Array.from({ length: 60 }, (_, at) => ({
    ...profile(idOf(at)),
    plannedOn: undefined,
    region,
    names: { en: `Clinic ${at}` },
    version: 1,
    stages: [{ stage: 'planned', date: '2024-01-01', by: 'admin' }],
    sortName: `clinic ${String(at).padStart(2, '0')}#${idOf(at)}`,
  }));
  await here.database.transact(
    kept.map(({ plannedOn: _, ...item }) => ({ table: 'facilities', kind: 'put', item })),
  );
  for (let at = 60; at < 90; at += 1) await register(idOf(at), { region, names: { uk: `Клініка ${at}` } });

  const listed = await rowsOf(region);

  expect(listed.map((row) => row.facilityId)).toEqual(Array.from({ length: 90 }, (_, at) => idOf(at)));
});

/** All of a region's list, page by page. */
async function rowsOf(region: string): Promise<FacilityRow[]> {
  const rows: FacilityRow[] = [];
  for (let page: string | undefined = ''; page !== undefined;) {
    const { body } = await ask(manager, 'GET', `/facilities?region=${region}${page && `&page=${page}`}`);
    rows.push(...Object(body).facilities.map((row: unknown) => FacilityRow.parse(row)));
    page = Object(body).next;
  }
  return rows;
}
