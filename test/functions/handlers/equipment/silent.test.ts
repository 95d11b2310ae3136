import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { coverCode } from '../../../../functions/domain/report/cover.ts';
import {
  admin,
  command,
  complete,
  donor,
  manager,
  odesaManager,
  pack,
  profile,
} from '../../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../../support/equipmentApi.ts';
import { unitsWithReports } from '../../../support/silentUnits.ts';
import type { Loose } from '../../../support/stack.ts';

const { here, ids, planned, tell, receive, expectClean } = inEquippedCountry();
const { ask } = here;
const code = 'pregnancyMonitoringSessions';

const versionOf = async (path: string): Promise<number> =>
  Object((await ask(manager, 'GET', path)).body).version ?? 0;

/** The solution counts these indicators as its use. */
async function editIndicators(indicators: string[]): Promise<void> {
  const path = `/solutions/${ids.solutionId}`;
  const { names, capability, equipmentTypes, version }: Loose = (await ask(manager, 'GET', path)).body;
  const solution = { names, capability, equipmentTypes, indicators, termsFrom: '2024-01-01' };
  expect(await ask(manager, 'PUT', path, command(version, solution))).toMatchObject({ status: 200 });
}

interface Month {
  sessions: number;
  note?: string;
  daysWithoutPower?: number;
  isApproved?: boolean;
}

/** Hands a month in, and approves it if nothing else is said. */
async function reported(
  month: string,
  { sessions, note, daysWithoutPower = 2, isApproved = true }: Month,
): Promise<void> {
  const path = here.clinic.path(`/reports/${month}`);
  const figures = {
    ...complete,
    telemetrySessions: 9,
    daysWithoutPower,
    daysWithoutInternet: 1,
    [code]: sessions,
    [coverCode(ids.solutionId)]: 2,
  };
  const body = command(await versionOf(path), { figures, ...(note && { note }) });
  const sent = await ask(here.clinic.head, 'POST', `${path}/submission`, body);
  expect(sent).toMatchObject({ status: 200 });
  if (isApproved) await ask(manager, 'POST', `${path}/approval`, command(Object(sent.body).version));
}

const listed = async (query = 'region=UA-46', who: Caller = manager): Promise<Loose> => {
  const { status, body } = await ask(who, 'GET', `/consignments?concern=silent&${query}`);
  expect(status).toBe(200);
  return body;
};
/** The units of this test in the list. */
const rowIn = ({ consignments }: Loose): Loose =>
  consignments.find((one: Loose) => one.consignmentId === consignmentId);
const silenceFor = async (who: Caller): Promise<Loose> =>
  Object((await ask(who, 'GET', `/consignments/${consignmentId}`)).body).silence;

let consignmentId: string;

beforeEach(async () => {
  await editIndicators([code]);
  consignmentId = await planned(2);
  await tell(manager, consignmentId, 'shipped', '2024-03-01');
  await receive(here.clinic.head, consignmentId, { working: 2, damaged: 0 });
  await tell(here.clinic.head, consignmentId, 'installed', '2024-04-01');
  await tell(here.clinic.head, consignmentId, 'firstUse', '2024-04-02');
});

// An indicator is one solution's: the next test's wants it.
afterEach(() => editIndicators([]));

describe('units that nobody used in two months', () => {
  const note = 'Nobody is trained since the operator left.';
  beforeEach(async () => {
    await reported('2024-09', { sessions: 0 });
    await reported('2024-10', { sessions: 0, note });
  });

  const silence = {
    verdict: 'silent',
    months: [
      { month: '2024-09', use: 'notUsed' },
      { month: '2024-10', use: 'notUsed', note },
    ],
  };

  test('are in the list of what is silent, with what the head noted, and on their own page', async () => {
    const list = await listed();

    expect(rowIn(list)).toMatchObject({ units: 2, placeId: here.clinic.facilityId, silence });
    expect(list.places).toContainEqual(expect.objectContaining({ placeId: here.clinic.facilityId }));
    for (const who of [manager, lvivManager, admin, here.clinic.head])
      expect(await silenceFor(who)).toEqual(silence);
  });

  test('are found by type and solution, and no more once they are offered away and sent', async () => {
    const narrowed = async (query: string) => rowIn(await listed(`region=UA-46&${query}`));

    expect(await narrowed(`equipmentType=tablet&solutionId=${ids.solutionId}&state=inUse`)).toBeDefined();
    expect(await narrowed('equipmentType=laptop')).toBeUndefined();
    expect(await narrowed('solutionId=another-one')).toBeUndefined();
    expect(await listed('region=UA-46&state=received')).toEqual({ consignments: [], places: [] });
    expect(await narrowed('isFaulty=true')).toBeUndefined();

    await tell(manager, consignmentId, 'transferOffered', '2024-11-20', { to: 'UA-W01' });
    expect(await narrowed('')).toMatchObject({ offeredToId: 'UA-W01', silence });
    await tell(manager, consignmentId, 'transferAccepted', '2024-11-21');
    await tell(manager, consignmentId, 'shipped', '2024-11-22');
    expect(await narrowed('')).toBeUndefined();
    expect(await silenceFor(manager)).toBeUndefined();
    await expectClean();
  });

  test('are another region’s to its managers, and nobody’s to donors and heads', async () => {
    expect(rowIn(await listed('', odesaManager))).toBeUndefined();
    expect(await listed('region=UA-46', odesaManager)).toEqual({ consignments: [], places: [] });
    expect(await ask(odesaManager, 'GET', `/consignments/${consignmentId}`)).toMatchObject({ status: 404 });
    for (const who of [donor, here.clinic.head])
      expect(await ask(who, 'GET', '/consignments?concern=silent')).toMatchObject({ status: 403 });

    const given = await ask(donor, 'GET', `/donations/${ids.donationId}/consignments`);
    expect(JSON.stringify(given.body)).not.toMatch(/operator|silence/);
    expect(await ask(donor, 'GET', `/consignments/${consignmentId}`)).toMatchObject({ status: 403 });
  });

  test('tell those to whom they are offered nothing of their holder’s reports', async () => {
    await ask(admin, 'POST', '/facilities', command(0, { ...profile('UA-8001'), region: 'UA-51' }));
    await tell(manager, consignmentId, 'transferOffered', '2024-11-20', { to: 'UA-8001' });
    const neighbour: Caller = { ...here.clinic.head, accountId: 'head-UA-8001', facilityId: 'UA-8001' };

    for (const who of [odesaManager, neighbour]) {
      const { status, body } = await ask(who, 'GET', `/consignments/${consignmentId}`);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/operator|silence/);
    }
  });

  test('are not any more once a month shows their use, or is corrected to', async () => {
    const path = here.clinic.path('/reports/2024-10');
    await ask(
      here.clinic.head,
      'POST',
      `${path}/correction`,
      command(await versionOf(path), { reason: 'Miscounted' }),
    );
    await reported('2024-10', { sessions: 1 });

    expect(rowIn(await listed())).toBeUndefined();
    expect(await silenceFor(manager)).toMatchObject({ verdict: 'notSilent' });
  });

  test('are not while they are faulty', async () => {
    await tell(here.clinic.head, consignmentId, 'fault', '2024-11-20', { reason: 'broken' });

    expect(rowIn(await listed())).toBeUndefined();
    expect(await silenceFor(manager)).toBeUndefined();
  });
});

test.each<[string, Month | undefined, string]>([
  ['is missing', undefined, 'notReported'],
  ['waits for its approval', { sessions: 0, isApproved: false }, 'notApproved'],
  ['had power on 13 days', { sessions: 0, daysWithoutPower: 18 }, 'outage'],
])('where October %s it is not known, and the page says why', async (_, october, use) => {
  await reported('2024-09', { sessions: 0 });
  if (october) await reported('2024-10', october);

  expect(rowIn(await listed())).toBeUndefined();
  expect(await silenceFor(manager)).toEqual({
    verdict: 'notKnown',
    months: [
      { month: '2024-09', use: 'notUsed' },
      { month: '2024-10', use },
    ],
  });
});

test.each<[string, string]>([
  ['concern=silents', 'concern'],
  ['concern=silent&region=XX', 'region'],
  ['concern=silent&page=UA-46~shipped%232024-01-01~aid.1', 'page'],
  ['concern=silent&page=XX-46', 'page'],
  ['state=shipped&page=UA-46~received%232024-01-01~aid.1', 'page'],
  ['concern=stuck&page=UA-46~inUse%232024-01-01~aid.1', 'page'],
  ['page=UA-46~inUse%232024-01-01', 'page'],
  ['concern=silent&region=UA-46&page=UA-51', 'page'],
])('%s is refused', async (query, field) => {
  expect(await ask(manager, 'GET', `/consignments?${query}`)).toMatchObject({
    status: 400,
    body: { code: 'invalid', field },
  });
});

test('a page looks at so many units in use in at most 14 requests, and whoever goes on finds each silent one once', async () => {
  for (let index = 0; index < 130; index += 1) {
    const facilityId = `UA-7${String(index).padStart(3, '0')}`;
    const units = { consignmentId: `many.${index + 1}`, facilityId, region: 'UA-05', code };
    await here.database.transact(unitsWithReports({ ...units, uses: index % 3 }, pack));
  }
  const found: string[] = [];
  let pages = 0;
  for (let page: string | undefined = ''; page !== undefined; pages += 1) {
    here.wire.counted();
    const list: Loose = await listed(page === '' ? '' : `page=${encodeURIComponent(page)}`);
    const requests = Object.values(here.wire.counted()).reduce((sum, count) => sum + count, 0);
    expect(requests).toBeLessThanOrEqual(14);
    found.push(...list.consignments.map((one: Loose) => one.consignmentId));
    page = list.next;
  }

  const many = found.filter((id) => id.startsWith('many.'));
  expect(many.length).toBe(44);
  expect(new Set(many).size).toBe(44);
  expect(pages).toBeGreaterThan(2);
});
