import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Progress } from '../../../functions/store/progress.ts';
import { coverCode } from '../../../functions/domain/report/cover.ts';
import { admin, command, complete, manager, pack } from '../../support/country.ts';
import { inEquippedCountry } from '../../support/equipmentApi.ts';
import type { Loose } from '../../support/stack.ts';

const { here, ids, planned, tell, receive, expectClean } = inEquippedCountry();
const { ask } = here;
const code = 'pregnancyMonitoringSessions';
const month = '2024-11';
const report = (path = '') => here.clinic.path(`/reports/${month}${path}`);

/** What a donor's own progress has of the clinic's month. */
async function ofDonor(): Promise<Record<string, number>> {
  const rows = await new Progress(here.database, pack).ofScope('donor:donor-1', '2024-12-03');
  const [found] = rows.filter((one) => one.month === month && one.row === 'UA-46');
  const { unitsUsed, unitsNotUsed, aidUsedUsd, ...all } = found?.amounts ?? {};
  const shares = Object.entries(all).filter(([name]) => name.endsWith(code));
  return {
    unitsUsed: unitsUsed ?? 0,
    unitsNotUsed: unitsNotUsed ?? 0,
    aidUsedUsd: aidUsedUsd ?? 0,
    ...Object.fromEntries(shares),
  };
}

const versionOf = async (path: string): Promise<number> =>
  Object((await ask(manager, 'GET', path)).body).version ?? 0;

async function edit(indicators: string[]): Promise<void> {
  const path = `/solutions/${ids.solutionId}`;
  const solution: Loose = (await ask(manager, 'GET', path)).body;
  const { names, capability, equipmentTypes, version } = solution;
  const profile = { names, capability, equipmentTypes, indicators, termsFrom: '2024-01-01' };
  expect(await ask(manager, 'PUT', path, command(version, profile))).toMatchObject({ status: 200 });
}

/** Hands the month in and approves it; answers the report as it is then. */
async function approved(sessions: number): Promise<Loose> {
  const figures = {
    ...complete,
    telemetrySessions: 9,
    daysWithoutPower: 2,
    daysWithoutInternet: 2,
    [code]: sessions,
    [coverCode(ids.solutionId)]: 1,
  };
  const { head } = here.clinic;
  const sent = await ask(
    head,
    'POST',
    report('/submission'),
    command(await versionOf(report()), { figures }),
  );
  expect(sent).toMatchObject({ status: 200 });
  return (await ask(manager, 'POST', report('/approval'), command(Object(sent.body).version))).body;
}

const attribute = async (reason = 'Two tablets were entered late.') =>
  ask(manager, 'POST', report('/attribution'), command(await versionOf(report()), { reason }));

const stock = (units: number) =>
  ask(admin, 'POST', '/consignments', {
    idempotencyKey: randomUUID(),
    consignmentId: `stock-${randomUUID().slice(0, 8)}`,
    source: { kind: 'state' },
    equipmentType: 'tablet',
    solutionId: ids.solutionId,
    units,
    log: [
      { kind: 'planned', date: '2024-03-01', to: here.clinic.facilityId },
      { kind: 'shipped', date: '2024-03-01' },
      { kind: 'received', date: '2024-03-01' },
      { kind: 'installed', date: '2024-04-01' },
      { kind: 'firstUse', date: '2024-04-05' },
    ],
  });

/** The months that would be shared otherwise by what is known now, as someone is told. */
const outdated = async (who: Parameters<typeof ask>[0]) =>
  Object((await ask(who, 'GET', here.clinic.path('/reports'))).body).outdated;

let consignmentId: string;

beforeEach(async () => {
  await edit([code]);
  consignmentId = await planned(2);
  await tell(manager, consignmentId, 'shipped', '2024-03-01');
  await receive(here.clinic.head, consignmentId, { working: 2, damaged: 0 });
  await tell(here.clinic.head, consignmentId, 'installed', '2024-04-01');
  await tell(here.clinic.head, consignmentId, 'firstUse', '2024-04-02');
});

// An indicator is one solution's: the next test's wants it.
afterEach(() => edit([]));

describe('a month of a facility with given equipment in use', () => {
  test('is the donor’s once approved; equipment entered late has its share once it is attributed again', async () => {
    const source = { solutionId: ids.solutionId, equipmentType: 'tablet' };
    const given = { ...source, source: 'donor:donor-1', units: 2, usdCents: 54_340 };
    expect(await approved(6)).toMatchObject({ approvedEquipment: [given] });
    expect(await ofDonor()).toEqual({
      unitsUsed: 2,
      unitsNotUsed: 0,
      aidUsedUsd: 54_340,
      [`attributed.${code}`]: 6,
      [`supported.${code}`]: 6,
    });

    expect(await outdated(manager)).toBeUndefined();

    expect(await stock(2)).toMatchObject({ status: 200 });
    expect(await outdated(manager)).toEqual([month]);
    expect(await outdated(here.clinic.head)).toBeUndefined();
    expect((await ofDonor())[`attributed.${code}`]).toBe(6);
    const bought = { ...source, source: 'state', units: 2, usdCents: 80_000 };
    expect(await attribute()).toMatchObject({ status: 200, body: { approvedEquipment: [given, bought] } });
    expect(await outdated(manager)).toBeUndefined();

    expect(await ofDonor()).toMatchObject({ [`attributed.${code}`]: 2, [`supported.${code}`]: 6 });
    const { lines }: Loose = (await ask(manager, 'GET', report('/history'))).body;
    expect(lines.at(-1)).toMatchObject({
      action: 'attribute',
      reason: 'Two tablets were entered late.',
      changes: [],
    });
    await expectClean();

    // A correction attributes what is approved then to whatever was in use.
    await tell(here.clinic.head, consignmentId, 'fault', '2024-11-20');
    await ask(
      here.clinic.head,
      'POST',
      report('/correction'),
      command(await versionOf(report()), { reason: 'Miscounted' }),
    );
    expect((await ofDonor())[`attributed.${code}`]).toBe(2);
    expect(await approved(8)).toMatchObject({ approvedEquipment: [bought] });
    expect(await ofDonor()).toMatchObject({
      unitsUsed: 0,
      aidUsedUsd: 0,
      [`attributed.${code}`]: 0,
      [`supported.${code}`]: 0,
    });
    await expectClean();
  });

  test('a corrected rate is worth something in months that are attributed again', async () => {
    expect(await approved(0)).toMatchObject({ approvedEquipment: [{ usdCents: 54_340 }] });
    expect(await ofDonor()).toMatchObject({ unitsUsed: 0, unitsNotUsed: 2 });
    const donation = `/donations/${ids.donationId}`;
    const rate = { usdRate: '1.1', usdRateOn: '2024-01-16', reason: 'Another day' };
    await ask(admin, 'POST', `${donation}/lines/l1/rate`, command(await versionOf(donation), rate));

    expect(await attribute()).toMatchObject({ body: { approvedEquipment: [{ usdCents: 55_000 }] } });
    await expectClean();
  });
});

test('what is not approved is not attributed', async () => {
  expect(
    await ask(
      manager,
      'POST',
      here.clinic.path('/reports/2024-10/attribution'),
      command(0, { reason: 'Why not' }),
    ),
  ).toMatchObject({
    status: 404,
  });
});
