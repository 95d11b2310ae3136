import { beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { approvedName, catalogueOf } from '../../../../functions/domain/figureCatalogue.ts';
import { ProgressSums, type ProgressCube } from '../../../../functions/domain/progress.ts';
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
import { inEquippedCountry } from '../../../support/equipmentApi.ts';
import { everyRequest } from '../../../support/everyRequest.ts';
import { releaseMade } from '../../../support/release/made.ts';
import { sessionAt } from '../../../support/training/told.ts';
import type { Loose } from '../../../support/stack.ts';

const { here, ids, planned, tell, receive } = inEquippedCountry();
const { ask } = here;

const odesa = ['UA-8001', 'UA-8002', 'UA-8003'];
/** Where a region is left out for one of Lviv's, so that this one's sum is not told by the others. */
const kharkiv = ['UA-8004', 'UA-8005', 'UA-8006'];
const shown = 'pregnancyMonitoringSessions';
const teleconsultations =
  pack.indicators.find(({ countsAs }) => countsAs === 'teleconsultations')?.code ?? '';
const isAboutPeople = (name: string) => catalogueOf(pack).get(name)?.isAboutPeople === true;

const get = async (who: Caller | undefined, path: string): Promise<Loose> =>
  (await ask(who, 'GET', path)).body;

/** A head's month, handed in and approved. */
async function reported(facilityId: string, month: string, more: object = {}): Promise<void> {
  const path = `/facilities/${facilityId}/reports/${month}`;
  const head: Caller = { accountId: `of-${facilityId}`, name: 'Head', role: 'head', facilityId };
  const { version = 0, status } = await get(manager, path);
  if (status === 'approved') return;
  const figures = { ...complete, ...more };
  const { body }: Loose = await ask(head, 'POST', `${path}/submission`, command(version, { figures }));
  const approval = await ask(manager, 'POST', `${path}/approval`, command(body.version));
  expect([body, approval.status]).toMatchObject([{ status: 'submitted' }, 200]);
}

/** Equipment of the first donor is in use at the clinic, in Lviv region. */
async function equipped(): Promise<string> {
  const consignmentId = await planned(3);
  await tell(manager, consignmentId, 'shipped', '2024-03-01');
  await receive(here.clinic.head, consignmentId, { working: 3, damaged: 0 });
  await tell(here.clinic.head, consignmentId, 'installed', '2024-03-11');
  await tell(here.clinic.head, consignmentId, 'firstUse', '2024-03-12');
  return consignmentId;
}

/** Which solution's use the indicator shows; it can be one's alone. */
let shownOf = '';

async function useShown(): Promise<void> {
  for (const [solutionId, indicators] of [
    [shownOf, []],
    [ids.solutionId, [shown]],
  ] as const) {
    if (!solutionId) continue;
    const path = `/solutions/${solutionId}`;
    const { names, capability, equipmentTypes, version } = await get(manager, path);
    const terms = { names, capability, equipmentTypes, indicators, termsFrom: '2024-01-01' };
    expect(await ask(manager, 'PUT', path, command(version, terms))).toMatchObject({ status: 200 });
  }
  shownOf = ids.solutionId;
}

const withUse = (sessions: number) => ({
  [shown]: sessions,
  telemetrySessions: sessions,
  [coverCode(ids.solutionId)]: 1,
});

beforeEach(async () => {
  for (const facilityId of [...odesa, ...kharkiv]) {
    const region = odesa.includes(facilityId) ? 'UA-51' : 'UA-63';
    const own = { ...profile(facilityId), region };
    await ask(admin, 'POST', '/facilities', command(0, own));
    for (const [index, stage] of ['connected', 'equipped', 'trained', 'live'].entries())
      await ask(
        admin,
        'POST',
        `/facilities/${facilityId}/stages`,
        command(index + 1, { stage, date: '2024-02-01' }),
      );
  }
});

/** What everybody who is outside may ask for, with all that is answered. */
async function toldTo(who: Caller | undefined, known: Parameters<typeof everyRequest>[0]) {
  const told = new Map<string, Loose>();
  for (const [route, { method, path }] of Object.entries(everyRequest(known))) {
    // Who one is, is told with the time.
    if (method !== 'GET' || route === 'accounts.me') continue;
    const { status, body } = await ask(who, method, path);
    if (status === 200) told.set(route, body);
  }
  return told;
}

describe('readers outside the ministry', () => {
  test('are told nothing of the country before the first release', async () => {
    await reported(odesa[0] ?? '', '2024-11');
    const { body: list }: Loose = await ask(manager, 'GET', '/releases');
    if (list.releases.length > 0) return;

    for (const who of [donor, here.clinic.head]) {
      expect(await get(who, '/progress')).toMatchObject({ months: [], figures: {} });
      expect(await get(who, '/progress/summary?month=2024-11')).toEqual({ month: '2024-11', figures: {} });
    }
    const { cube, use, release } = await get(donor, '/progress/donors/donor-1');
    expect([use, release]).toEqual([undefined, undefined]);
    expect(Object.keys(cube.figures).filter(isAboutPeople)).toEqual([]);
    expect(Object.keys((await get(manager, '/progress')).figures)).toContain('teleconsultations');
  });

  test('are told no small number about people, and a region’s by quarter', async () => {
    await equipped();
    await useShown();
    for (const month of ['2024-07', '2024-08', '2024-09', '2024-11'])
      for (const facilityId of [...odesa, ...kharkiv, here.clinic.facilityId])
        await reported(facilityId, month, {
          [teleconsultations]: odesa.includes(facilityId) ? 30 : 20,
          ...(facilityId === here.clinic.facilityId && withUse(2)),
        });
    await releaseMade(here);

    for (const who of [donor, here.clinic.head]) {
      const { release: _, ...cube }: Loose = await get(who, '/progress');
      const sums = new ProgressSums(cube, pack);
      expect(Object.keys(cube.figures).filter((name) => name.startsWith(approvedName('')))).toEqual([]);
      expect(sums.shows('teleconsultations', '2024-09', ['UA-51'])).toBe(true);
      expect(sums.value('teleconsultations', '2024-09', ['UA-51'])).toBe(9 * 32);
      for (const month of ['2024-08', '2024-10', '2024-11'])
        expect(sums.shows('teleconsultations', month, ['UA-51'])).toBe(false);
      // One facility reported there.
      expect(sums.shows('teleconsultations', '2024-09', ['UA-46'])).toBe(false);
      expect(sums.amount('teleconsultations', '2024-09', ['UA-46'])).toBe(0);
      const { month, figures } = await get(who, '/progress/summary?month=2024-12');
      expect(month).toBe('2024-11');
      for (const name of Object.keys(figures)) expect(sums.shows(name, month), name).toBe(true);
    }
    // Two sessions a month at one facility are the share of a donor that nobody is told.
    const own: ProgressCube = await get(donor, '/progress/equipment?scope=donor:donor-1');
    const shared = new ProgressSums(own, pack);
    for (const month of own.months)
      expect(
        shared.shows(`attributed.${shown}`, month) && shared.value(`attributed.${shown}`, month) !== 0,
      ).toBe(false);
    expect(shared.shows(`attributed.${shown}`, '2024-12')).toBe(false);
    const live: ProgressCube = await get(manager, '/progress/equipment?scope=donor:donor-1');
    expect(live.figures[`attributed.${shown}`]?.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(0);
  });

  test(
    'are told the newest release by every route, whatever has changed since',
    { timeout: 120_000 },
    async () => {
      const consignmentId = await equipped();
      await useShown();
      for (const month of ['2024-08', '2024-11'])
        for (const facilityId of [...odesa, ...kharkiv, here.clinic.facilityId])
          await reported(facilityId, month, {
            [teleconsultations]: odesa.includes(facilityId) ? 30 : 20,
            ...(facilityId === here.clinic.facilityId && withUse(9)),
          });
      const releaseId = await releaseMade(here);
      const trace: Loose = await ask(manager, 'POST', `/donations/${ids.donationId}/trace`, command(0));
      const known = {
        facilityId: odesa[0] ?? '',
        warehouseId: 'UA-W01',
        donorId: 'donor-1',
        consignmentId,
        stockId: consignmentId,
        sessionId: 'session-of-odesa',
        ...ids,
        person: { accountId: 'nobody', email: 'nobody@example.org' },
        releaseId,
        traceId: trace.body.link.traceId,
      };
      const readers: (Caller | undefined)[] = [
        donor,
        { ...donor, donorId: 'donor-2' },
        here.clinic.head,
        undefined,
      ];
      const before = [];
      for (const who of readers) before.push(await toldTo(who, known));

      for (const facilityId of odesa) await reported(facilityId, '2024-10', { [teleconsultations]: 33 });
      await reported(odesa[0] ?? '', '2024-06', { [teleconsultations]: 77 });
      await reported(here.clinic.facilityId, '2024-10', withUse(8));
      await ask(
        manager,
        'POST',
        '/training-sessions',
        command(0, { ...sessionAt(odesa[1] ?? ''), sessionId: known.sessionId }),
      );
      await ask(admin, 'POST', '/facilities', command(0, { ...profile('UA-8009'), region: 'UA-51' }));
      await ask(
        admin,
        'POST',
        `/facilities/${odesa[2] ?? ''}/stages`,
        command(5, { stage: 'suspended', date: '2024-11-20', reason: 'noPower' }),
      );

      expect((await get(manager, '/progress')).figures.teleconsultations.length).toBeGreaterThan(0);
      for (const [index, who] of readers.entries()) {
        const after = await toldTo(who, known);
        expect([...after.keys()]).toEqual([...(before[index]?.keys() ?? [])]);
        for (const [route, body] of after) {
          // Whether units are in use is known to whoever gave them, and to whoever has the link to their card.
          if (route === 'consignments.get' || route === 'trace.card') continue;
          const was = before[index]?.get(route);
          // Of the own aid a donor is told how far it came and whether it is in use, and of people what is released.
          const seen = ownAid.has(route) ? ofPeople(body.cube ?? body) : body;
          expect(seen, route).toEqual(ownAid.has(route) ? ofPeople(was.cube ?? was) : was);
          if (route === 'progress.ofDonor') expect([body.use, body.release]).toEqual([was.use, was.release]);
        }
      }
      expect(before[0]?.get('progress.cube').release).toMatchObject({ releaseId, month: '2024-11' });
    },
  );

  test('open a figure of the country to its regions, and to nobody’s records', async () => {
    await reported(odesa[0] ?? '', '2024-11');
    await releaseMade(here);
    for (const figure of [
      'teleconsultations',
      'facilitiesLive',
      'solutionsOperating',
      'aidReceivedUsd',
      'attendances',
    ])
      for (const row of ['UA-51', 'UA'])
        for (const who of [donor, here.clinic.head]) {
          const path = `/figures/${figure}/records?row=${row}&month=2024-11`;
          expect(await ask(who, 'GET', path), path).toMatchObject({
            status: 404,
            body: { code: 'notFound' },
          });
        }
  });

  test('are no managers of a region, who read how it stands now', async () => {
    await reported(odesa[0] ?? '', '2024-11', { [teleconsultations]: 3 });

    const { release, figures } = await get(odesaManager, '/progress');

    expect(release).toBeUndefined();
    expect(Object.keys(figures)).toContain(approvedName('teleconsultations'));
  });
});

const ownAid = new Set(['progress.ofDonor', 'progress.equipment of a donor']);

/** What a donor's cube has of people. */
function ofPeople({ months, rows, figures, notShown }: ProgressCube) {
  const columns = Object.entries(figures).filter(([name]) => isAboutPeople(name));
  return { months, rows, figures: Object.fromEntries(columns), notShown };
}
