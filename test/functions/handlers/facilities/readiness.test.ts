import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { admin, command, donor, edited, manager, odesaManager, warehouse } from '../../../support/country.ts';
import { allMet } from '../../../support/equipment.ts';
import { inEquippedCountry, lvivManager } from '../../../support/equipmentApi.ts';
import type { Loose } from '../../../support/stack.ts';

const { here, ids, given, looked, plan, planned, tell, receive, clinicNow, expectClean } =
  inEquippedCountry();
const { ask } = here;

const look = (who: Caller, content: object) => ask(who, 'POST', here.clinic.path('/readiness'), content);
const gap = { check: 'room', isMet: false, note: 'Being painted', lookAgainOn: '2024-12-20' };
const override = (who: Caller, more: object = {}) =>
  ask(who, 'POST', `/donations/${ids.donationId}/readinessOverride`, {
    idempotencyKey: randomUUID(),
    reason: 'The partner looks at each place',
    ...more,
  });
const notReady = { status: 409, body: { code: 'notReady', field: 'kind' } };
/** Units for a clinic at which nobody has looked. */
async function plannedElsewhere(who: Caller = manager): Promise<{ id: string; placeId: string }> {
  const placeId = `UA-${String(5000 + Math.floor(Math.random() * 4000))}`;
  const profile = { ...edited(), facilityId: placeId, region: 'UA-46', plannedOn: '2024-01-15' };
  await ask(admin, 'POST', '/facilities', command(0, profile));
  const { body } = await plan(who, [{ placeId, units: 2 }]);
  return { id: Object(body).rows[0].consignmentId, placeId };
}

describe('the checklist', () => {
  test('is filled in by the head; what was found is in the record and in its history', async () => {
    const { status, body } = await look(here.clinic.head, looked(6, { on: '2024-11-20', checks: [gap] }));

    expect(status).toBe(200);
    expect(Object(body).readiness[0].checks).toHaveLength(allMet.length);
    expect(Object(body).readiness[0].checks[2]).toEqual({
      ...gap,
      on: '2024-11-20',
      by: here.clinic.head.accountId,
    });
    const { body: history } = await ask(here.clinic.head, 'GET', here.clinic.path('/history'));
    expect(Object(history).lines.at(-1)).toMatchObject({
      action: 'checkReadiness',
      changes: [{ field: 'readiness' }],
    });
  });

  test('outlives an edit of the profile, an import and a move', async () => {
    await ask(manager, 'PUT', here.clinic.path('/profile'), command(6, edited()));
    const { facilityId, region } = await clinicNow();
    const profile = { ...edited(), facilityId, region, power: 'gridWithBackup' };
    await ask(admin, 'POST', '/facilities/imports', {
      idempotencyKey: randomUUID(),
      isDryRun: false,
      rows: [{ profile }],
    });
    const { version } = await clinicNow();
    await ask(
      admin,
      'POST',
      here.clinic.path('/region'),
      command(version, { region: 'UA-51', date: '2024-11-10' }),
    );

    expect(await clinicNow()).toMatchObject({
      version: 9,
      region: 'UA-51',
      readiness: [{ solutionId: ids.solutionId }],
    });
  });

  test('does not let two who looked at the same time overwrite each other', async () => {
    const [first, second] = await Promise.all(
      [manager, here.clinic.head].map((who) => look(who, looked(6, { checks: [gap] }))),
    );

    expect([first?.status, second?.status].sort()).toEqual([200, 409]);
    expect([first, second].find((one) => one?.status === 409)?.body).toMatchObject({ code: 'stale' });
  });

  test('told twice under one key is told once', async () => {
    const what = looked(6, { checks: [gap] });

    expect((await look(manager, what)).body).toEqual((await look(manager, what)).body);
    expect((await clinicNow()).version).toBe(7);
  });

  test.each<[string, object, number, string, string | undefined]>([
    ['unknown solution', { solutionId: 'nobody-knows-it' }, 404, 'notFound', undefined],
    ['future day', { on: '2024-12-04' }, 422, 'dateNotAllowed', 'on'],
    [
      'day to look again before the day of looking',
      { checks: [{ ...gap, lookAgainOn: '2024-01-20' }] },
      422,
      'dateNotAllowed',
      'checks.0.lookAgainOn',
    ],
    [
      'gap with no day to look again',
      { checks: [{ check: 'room', isMet: false }] },
      400,
      'invalid',
      'checks.0.lookAgainOn',
    ],
    ['unknown check', { checks: [{ check: 'parking', isMet: true }] }, 400, 'invalid', 'checks.0.check'],
    ['empty list', { checks: [] }, 400, 'invalid', 'checks'],
    ['note of one letter', { checks: [{ ...gap, note: 'x' }] }, 400, 'invalid', 'checks.0.note'],
  ])('takes no %s', async (_, more, status, code, field) => {
    expect(await look(manager, looked(6, more))).toMatchObject({
      status,
      body: { code, ...(field && { field }) },
    });
    expect((await clinicNow()).version).toBe(6);
  });

  test('is of a facility that there is, and that one may see', async () => {
    expect((await ask(manager, 'POST', '/facilities/UA-999999/readiness', looked(0))).status).toBe(404);
    expect((await look(odesaManager, looked(6))).status).toBe(404);
  });
});

describe('donated units of a solution', () => {
  test('leave for a facility once it is ready', async () => {
    await look(manager, looked(6, { checks: [gap] }));
    const id = await planned(2);

    expect(await tell(manager, id, 'shipped', '2024-03-01')).toMatchObject(notReady);
    // Nor on a day before the gap was found: what counts is what is known now.
    expect(await tell(manager, id, 'shipped', '2024-02-01', { units: 1 })).toMatchObject(notReady);
    await look(here.clinic.head, looked(7, { checks: [{ check: 'room', isMet: true }] }));
    expect((await tell(manager, id, 'shipped', '2024-03-01')).status).toBe(200);
    await expectClean();
  });

  test('do not leave for one at which nobody has looked, until that is overridden with a reason, once', async () => {
    const { id, placeId } = await plannedElsewhere();
    const send = () => tell(lvivManager, id, 'shipped', '2024-03-01', { placeId });
    expect(await send()).toMatchObject(notReady);
    expect((await override(lvivManager)).status).toBe(403);
    expect((await override(donor)).status).toBe(403);
    expect((await override(here.clinic.head)).status).toBe(404);
    expect(await override(manager, { reason: '.' })).toMatchObject({
      status: 400,
      body: { field: 'reason' },
    });

    const what = { idempotencyKey: randomUUID() };
    const said = await override(manager, what);
    expect(said).toMatchObject({
      status: 200,
      body: {
        readinessOverride: {
          reason: 'The partner looks at each place',
          by: { accountId: manager.accountId },
          on: '2024-12-03',
        },
      },
    });
    expect(await override(manager, what)).toEqual(said);
    expect(await override(admin)).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    expect((await send()).status).toBe(200);

    const { body } = await ask(manager, 'GET', `/donations/${ids.donationId}/history`);
    expect(Object(body).lines.at(-1)).toMatchObject({
      action: 'overrideReadiness',
      changes: [{ field: 'readinessOverride' }],
    });
    await expectClean();
  });

  test('an override stays when the agreement is edited, and no donor sees it', async () => {
    const { body } = await override(admin);
    const { version } = Object(body);
    const path = `/donations/${ids.donationId}`;

    const saved = await ask(manager, 'PUT', path, command(version, { ...given(), title: 'Tablets' }));
    expect(saved.body).toMatchObject({ title: 'Tablets', readinessOverride: { reason: expect.any(String) } });
    const seen = [await ask(donor, 'GET', path), await ask(donor, 'GET', '/donations')];
    expect(seen.map(({ status }) => status)).toEqual([200, 200]);
    expect(JSON.stringify(seen)).not.toContain('readinessOverride');
  });

  test('need no ready place in a warehouse, and from there one', async () => {
    const { body } = await plan(manager, [{ placeId: 'UA-W01', units: 2 }]);
    const id: string = Object(body).rows[0].consignmentId;
    const atStore = { placeId: 'UA-W01' };
    expect((await tell(manager, id, 'shipped', '2024-03-01', atStore)).status).toBe(200);
    expect((await tell(manager, id, 'received', '2024-03-05', atStore)).status).toBe(200);

    await look(manager, looked(6, { checks: [gap] }));
    const on = { ...atStore, to: here.clinic.facilityId };
    expect((await tell(manager, id, 'planned', '2024-03-06', on)).status).toBe(200);
    expect(await tell(manager, id, 'shipped', '2024-03-07')).toMatchObject(notReady);
    await look(manager, looked(7));
    expect((await tell(manager, id, 'shipped', '2024-03-07')).status).toBe(200);
  });

  test('that are at a facility already go on to another that is not ready', async () => {
    const id = await planned(1);
    await tell(manager, id, 'shipped', '2024-03-01');
    await receive(here.clinic.head, id, { working: 1, damaged: 0 });
    const { placeId } = await plannedElsewhere();
    await tell(manager, id, 'transferOffered', '2024-03-11', { to: placeId });
    await tell(manager, id, 'transferAccepted', '2024-03-12', { placeId });

    expect((await tell(manager, id, 'shipped', '2024-03-13')).status).toBe(200);
  });

  test('of other sources are entered and sent wherever they are', async () => {
    await look(manager, looked(6, { checks: [gap] }));
    const { body } = await ask(manager, 'POST', '/consignments', {
      idempotencyKey: randomUUID(),
      consignmentId: 'stock-abcdef',
      source: { kind: 'state' },
      equipmentType: 'tablet',
      solutionId: ids.solutionId,
      units: 1,
      log: [{ kind: 'planned', date: '2024-02-01', to: here.clinic.facilityId }],
    });

    expect(body).toMatchObject({ consignmentId: 'stock-abcdef' });
    expect((await tell(manager, 'stock-abcdef', 'shipped', '2024-03-01')).status).toBe(200);
  });

  test('of no solution go anywhere', async () => {
    const lines = given().lines.map(({ solutionId: _, ...line }) => line);
    await ask(manager, 'PUT', `/donations/${ids.donationId}`, command(1, { ...given(), lines }));
    const { id, placeId } = await plannedElsewhere();

    expect((await tell(manager, id, 'shipped', '2024-03-01', { placeId })).status).toBe(200);
  });

  test('a shipment is judged by the checklist that stands when it is written', async () => {
    const id = await planned(1);
    const [sent, told] = await Promise.all([
      tell(manager, id, 'shipped', '2024-03-01'),
      look(here.clinic.head, looked(6, { checks: [gap] })),
    ]);

    expect(told.status).toBe(200);
    expect([200, 409]).toContain(sent.status);
    const { readiness } = await clinicNow();
    expect(readiness[0].checks[2]).toMatchObject(gap);
  });

  test('one read and one transaction send them', async () => {
    const id = await planned(1);
    here.wire.counted();
    await tell(manager, id, 'shipped', '2024-03-01');

    expect(here.wire.counted()).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
  });

  test('a donation’s places say for what they are ready', async () => {
    await planned(1);
    await plannedElsewhere();

    const { body } = await ask(manager, 'GET', `/donations/${ids.donationId}/consignments`);
    const known: Loose[] = Object(body).places;
    expect(known.map(({ readyFor }) => readyFor)).toEqual(
      expect.arrayContaining([[ids.solutionId], undefined]),
    );
  });
});

test('a warehouse is no facility: it has no checklist', async () => {
  await ask(admin, 'POST', '/warehouses', command(0, warehouse('UA-W02')));

  expect((await ask(manager, 'POST', '/facilities/UA-W02/readiness', looked(0))).status).toBe(400);
});
