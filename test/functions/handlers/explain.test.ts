import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chainSteps } from '../../../functions/domain/equipment/chain/chain.ts';
import {
  explainedBy,
  isByMonth,
  reachedUnits,
  reachedUsd,
  valueOf,
} from '../../../functions/domain/explain/explained.ts';
import { approvedName, catalogueOf } from '../../../functions/domain/figureCatalogue.ts';
import type { Caller } from '../../../functions/domain/caller.ts';
import { startApi, type Api } from '../../support/api.ts';
import { manager, odesaManager, pack } from '../../support/country.ts';
import { copySample } from '../../support/sampleDatabase.ts';
import type { Loose } from '../../support/stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'telemedicine-explain-'));
let api: Api;
beforeAll(async () => {
  const file = join(folder, 'dynamodb.db');
  await copySample(file);
  api = await startApi('2024-12-03', file);
}, 600_000);
afterAll(async () => {
  await api.stop();
  rmSync(folder, { recursive: true });
});

const month = '2024-11';
const mostRequests = 3;

async function cubeOf(scope: string): Promise<Loose> {
  const path = scope === 'country' ? '/progress' : `/progress/equipment?scope=${scope}`;
  return (await api.ask(manager, 'GET', scope === 'equipment:all' ? '/progress/equipment' : path)).body;
}

/** What the records of a row add up to, and the most requests that a page of them took. */
async function opened(figure: string, row: string, scope: string): Promise<[sum: number, approved: number]> {
  let [sum, approved] = [0, 0];
  for (let page: string | undefined, isFirst = true; isFirst || page !== undefined; isFirst = false) {
    const query = new URLSearchParams({
      row,
      month,
      ...(scope !== 'country' && { scope }),
      ...(page && { page }),
    });
    api.wire.counted();
    const { status, body }: Loose = await api.ask(manager, 'GET', `/figures/${figure}/records?${query}`);
    const requests = Object.values(api.wire.counted()).reduce((all, count) => all + count, 0);
    expect([status, requests <= mostRequests], `${figure} of ${row}: ${requests}`).toEqual([200, true]);
    for (const record of body.records) {
      sum += record.amount;
      approved += record.approved ?? 0;
    }
    page = body.next;
  }
  return [sum, approved];
}

async function walk(names: string[], scope: string): Promise<number> {
  const cube = await cubeOf(scope);
  let found = 0;
  for (const name of names) {
    const explained = explainedBy(name, pack);
    if (!explained) throw new Error(name);
    for (const row of cube.rows) {
      const at = { rows: [row], month, isOfMonth: isByMonth(explained) };
      const figure = valueOf(cube, explained.amounts, at);
      const approved = explained.approved ? valueOf(cube, [explained.approved], at) : 0;
      // Rows without anything are many: of each figure one is looked at.
      if (figure === 0 && row !== cube.rows[0]) continue;
      expect(await opened(name, row, scope), `${name} of ${row}`).toEqual([figure, approved]);
      found += figure === 0 ? 0 : 1;
    }
  }
  return found;
}

describe('the records of a figure add up to it', () => {
  const catalogue = [...catalogueOf(pack).values()];
  const chain = chainSteps.flatMap((step) => [reachedUnits(step), reachedUsd(step)]);

  test('for each entry of the catalogue, in each region and the nation’s own row, in the sample', async () => {
    const names = catalogue.flatMap(({ name, hasApproved }) =>
      hasApproved ? [name, approvedName(name)] : [name],
    );

    expect(await walk(names, 'country')).toBeGreaterThan(1000);
  }, 600_000);

  test('for the steps of given equipment', async () => {
    const cube = await cubeOf('equipment:all');
    const names = catalogue.map(({ name }) => name).filter((name) => name in cube.figures);

    expect(await walk([...names, ...chain], 'equipment:all')).toBeGreaterThan(100);
  }, 300_000);

  test('for a donor’s own figures', async () => {
    const { body }: Loose = await api.ask(manager, 'GET', '/donors');
    const [{ donorId }] = body.donors;
    const scope = `donor:${donorId}`;
    const cube = await cubeOf(scope);
    const names = catalogue.map(({ name }) => name).filter((name) => name in cube.figures);

    expect(await walk([...names, ...chain], scope)).toBeGreaterThan(50);
  }, 300_000);
});

describe('who may open a figure', () => {
  const ask = (caller: Caller, path: string): Promise<Loose> => api.ask(caller, 'GET', path);
  const donorOf = (donorId: string): Caller => ({
    accountId: 'donor',
    name: 'Donor',
    role: 'donor',
    donorId,
  });
  const head: Caller = { accountId: 'head', name: 'Head', role: 'head', facilityId: 'UA-0001' };

  test('a manager of other regions and a head learn nothing, not even that it is there', async () => {
    for (const caller of [odesaManager, head])
      for (const figure of ['facilitiesLive', 'teleconsultations', 'unitsInUse'])
        expect((await ask(caller, `/figures/${figure}/records?row=UA-46&month=${month}`)).status).toBe(404);
  });

  test('a donor opens her own equipment, without the places where it is, and nobody else’s', async () => {
    const donors: Loose[] = (await ask(manager, '/donors')).body.donors;
    const [{ donorId }, { donorId: other }]: Loose = donors;
    const path = (scope: string) =>
      `/figures/unitsInUse/records?row=UA-46&month=${month}&scope=donor:${scope}`;

    const own = await ask(donorOf(donorId), path(donorId));
    const others = await ask(donorOf(donorId), path(other));
    const all = await ask(donorOf(donorId), `/figures/unitsInUse/records?row=UA-46&month=${month}`);
    const facilities = await ask(
      donorOf(donorId),
      `/figures/facilitiesLive/records?row=UA-46&month=${month}`,
    );

    expect(own.status).toBe(200);
    expect(own.body.places).toEqual([]);
    expect(JSON.stringify(own.body)).not.toContain('placeId');
    expect([others.status, all.status, facilities.status]).toEqual([404, 404, 404]);
  });

  test.each([
    ['a figure that there is not', 'nothing', 'row=UA-46&month=2024-11', 404],
    ['the approved part of what has none', 'approved.facilitiesLive', 'row=UA-46&month=2024-11', 404],
    ['a region of nowhere', 'facilitiesLive', 'row=UA-99&month=2024-11', 422],
    ['another country', 'facilitiesLive', 'row=PL&month=2024-11', 422],
    ['no month', 'facilitiesLive', 'row=UA-46', 400],
    ['a month that is none', 'facilitiesLive', 'row=UA-46&month=2024-13', 400],
    ['a page of nowhere', 'unitsInUse', 'row=UA-46&month=2024-11&page=x', 400],
    ['moved facilities from nowhere', 'facilitiesLive', 'row=UA-46&month=2024-11&page=moved.x', 400],
  ])('%s is refused', async (_, figure, query, status) => {
    expect((await ask(manager, `/figures/${figure}/records?${query}`)).status).toBe(status);
  });
});
