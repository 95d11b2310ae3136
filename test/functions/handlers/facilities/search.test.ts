import { beforeAll, expect, test } from 'vitest';
import { facilityKind } from '../../../../functions/store/facility/facilities.ts';
import { inCountry, manager, pack } from '../../../support/country.ts';
import { liveFacility } from '../../../support/builders.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const many = 700;

beforeAll(async () => {
  const writes = Array.from({ length: many }, (_, index) => {
    const facilityId = `UA-6${String(index).padStart(3, '0')}`;
    const names = { en: index === many - 1 ? 'Zymna clinic' : `Clinic ${index}` };
    return facilityKind.write({ ...liveFacility({ facilityId }), names, version: 1 }, pack);
  });
  for (let at = 0; at < many; at += 100) await here.database.transact(writes.slice(at, at + 100));
});

test('what is rare is looked for in ever larger reads, and a list is not', async () => {
  const search = await asked('text=zymna');
  const list = await asked('');

  expect(search.facilities.map(({ names }: Loose) => names.en)).toEqual(['Zymna clinic']);
  expect(search.queries).toBeLessThanOrEqual(5);
  expect(list.facilities.length).toBeLessThanOrEqual(50);
});

async function asked(query: string): Promise<Loose> {
  here.wire.counted();
  const { body }: Loose = await here.ask(manager, 'GET', `/facilities?region=UA-46&${query}`);
  return { ...body, queries: here.wire.counted()['Query'] };
}
