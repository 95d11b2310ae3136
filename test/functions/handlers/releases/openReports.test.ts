import { beforeAll, expect, test } from 'vitest';
import { facilityKind } from '../../../../functions/store/facility/facilities.ts';
import { liveFacility } from '../../../support/builders.ts';
import { command, inCountry, manager, odesaManager, pack } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const many = 600;
let releaseId = '';

beforeAll(async () => {
  const writes = Array.from({ length: many }, (_, index) => {
    const facilityId = `UA-6${String(index).padStart(3, '0')}`;
    const region = index < 10 ? 'UA-51' : 'UA-46';
    return facilityKind.write({ ...liveFacility({ facilityId, region }), version: 1 }, pack);
  });
  for (let at = 0; at < many; at += 100) await here.database.transact(writes.slice(at, at + 100));
  const { body }: Loose = await here.ask(manager, 'POST', '/releases', command(0, { month: '2024-11' }));
  releaseId = body.releaseId;
});

const open = async (query = '', who = manager): Promise<Loose> =>
  (await here.ask(who, 'GET', `/releases/${releaseId}/open${query}`)).body;

test('the reports that were open are told a page at a time, all of them once', async () => {
  const first = await open();
  const second = await open(`?page=${first.next}`);
  const ids = [...first.reports, ...second.reports].map((one: Loose) => one.facilityId);

  expect(first.reports).toHaveLength(500);
  expect(first.size).toBe(ids.length);
  expect(second).not.toHaveProperty('next');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(many);
});

test('who sees one region is told how many there are in it, and a page behind the last has none', async () => {
  expect(await open('', odesaManager)).toMatchObject({ size: 10 });
  expect(await open('?page=7')).toMatchObject({ reports: [] });
  expect(await open('?page=x')).toMatchObject({ code: 'invalid' });
});
