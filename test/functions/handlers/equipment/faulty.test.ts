import { beforeAll, expect, test } from 'vitest';
import { nameFaulty } from '../../../../functions/rebuild/faulty.ts';
import { Consignments, consignmentKind } from '../../../../functions/store/equipment/consignments.ts';
import { inCountry, manager, odesaManager, pack } from '../../../support/country.ts';
import { consignment, inUse, lviv, odesa, type Told } from '../../../support/equipment.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();

/** Units in use at a place since when, and what happened then. */
const units = (consignmentId: string, place: typeof lviv, told: Told[] = []) => {
  const [planned, ...rest] = consignment([...inUse, ...told]).log;
  return consignment([], {
    consignmentId,
    log: [...(planned ? [{ ...planned, to: place }] : []), ...rest],
  });
};
const day = (index: number) =>
  `${String(6 + Math.floor(index / 28)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
const working = Array.from({ length: 300 }, (_, index) => units(`works.${index}`, index % 2 ? lviv : odesa));
const faulty = Array.from({ length: 70 }, (_, index) =>
  units(`faulty.${index}`, lviv, [['fault', day(69 - index)]]),
);
const other = [
  units('odesa.1', odesa, [['fault', '11-20']]),
  units('mended.1', odesa, [
    ['fault', '05-02'],
    ['repaired', '05-20'],
  ]),
];

beforeAll(async () => {
  const writes = [...working, ...faulty, ...other].map((one) => consignmentKind.write(one, pack));
  for (let at = 0; at < writes.length; at += 100) await here.database.transact(writes.slice(at, at + 100));
});

async function listed(
  query: string,
  who = manager,
): Promise<{ ids: string[]; pages: number; queries: number }> {
  const ids: string[] = [];
  let [pages, queries] = [0, 0];
  for (let page = ''; ;) {
    here.wire.counted();
    const { status, body }: Loose = await here.ask(who, 'GET', `/consignments?${query}${page}`);
    expect(status).toBe(200);
    pages += 1;
    queries += here.wire.counted()['Query'] ?? 0;
    ids.push(...body.consignments.map((row: Loose) => row.consignmentId));
    if (!body.next) return { ids, pages, queries };
    page = `&page=${encodeURIComponent(body.next)}`;
  }
}

const oldestFirst = faulty.map(({ consignmentId }) => consignmentId).toReversed();

test('what is faulty is found without reading what works, the oldest of a region first, page by page', async () => {
  const { ids, pages, queries } = await listed('isFaulty=true');

  expect(ids).toEqual([...oldestFirst, 'odesa.1']);
  expect(pages).toBe(2);
  expect(queries).toBeLessThanOrEqual(pack.regions.length + 2);
  expect((await listed('isFaulty=true', odesaManager)).ids).toEqual(['odesa.1']);
});

test('of what is faulty only what is so for long is read, where that is asked for', async () => {
  expect((await listed('concern=longFaulty')).ids).toEqual(oldestFirst);
  expect((await listed('concern=longFaulty', odesaManager)).ids).toEqual([]);
});

test('a list of what is faulty has no page of another list, and the other none of it', async () => {
  const ask = async (query: string) => (await here.ask(manager, 'GET', `/consignments?${query}`)).status;

  expect(await ask('isFaulty=true&page=UA-46~inUse%232024-04-05~faulty.1')).toBe(400);
  expect(await ask('page=UA-46~2024-06-01~faulty.1')).toBe(400);
  expect(await ask('isFaulty=true&page=UA-46~2024-06-01~faulty.1')).toBe(200);
});

test('what an older release kept without saying so is faulty after an upgrade, and nothing else of it changes', async () => {
  const id = 'older.1';
  const older = units(id, odesa, [['fault', '10-02']]);
  await here.database.transact([
    {
      table: 'consignments',
      kind: 'put',
      item: { ...older, region: odesa.region, standing: 'inUse#2024-04-05' },
    },
  ]);
  expect((await listed('isFaulty=true', odesaManager)).ids).toEqual(['odesa.1']);

  await nameFaulty(here.database);

  expect((await listed('isFaulty=true', odesaManager)).ids).toEqual([id, 'odesa.1']);
  expect(await new Consignments(here.database).find(id)).toEqual(older);
});
