import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { admin, command, donor, manager, odesaManager, warehouse } from '../../support/country.ts';
import { agreement } from '../../support/equipment.ts';
import { inEquippedCountry, lvivManager } from '../../support/equipmentApi.ts';
import type { Loose } from '../../support/stack.ts';

const { here, ids, plan, planned, tell, receive, strike, atClinic, clinicNow, expectClean } =
  inEquippedCountry();
const { ask } = here;

describe('from the agreement to the use', () => {
  test('a manager plans and ships, the head confirms, installs and uses; the facility can then use the solution', async () => {
    const id = await planned(4);
    expect((await tell(lvivManager, id, 'shipped', '2024-03-01')).status).toBe(200);
    const received = await receive(here.clinic.head, id, { working: 2, damaged: 1 });

    expect(received).toMatchObject({ status: 200, body: { consignmentId: id, units: 1 } });
    expect(
      (await atClinic()).map(({ consignmentId, units, state, missingSince, faultySince }) => [
        consignmentId,
        units,
        state,
        missingSince ?? faultySince,
      ]),
    ).toEqual([
      [id, 1, 'shipped', '2024-03-10'],
      [`${id}.1`, 2, 'received', undefined],
      [`${id}.2`, 1, 'received', '2024-03-10'],
    ]);

    await tell(here.clinic.head, `${id}.1`, 'installed', '2024-04-01');
    expect(await clinicNow()).toMatchObject({
      version: 7,
      adoptions: [{ solutionId: ids.solutionId, periods: [{ from: '2024-04-01' }] }],
    });
    await tell(here.clinic.head, `${id}.1`, 'firstUse', '2024-04-02');
    expect(await clinicNow()).toMatchObject({ version: 8 });
    await tell(lvivManager, `${id}.1`, 'destroyed', '2024-06-01');
    expect(await clinicNow()).toMatchObject({
      adoptions: [{ periods: [{ from: '2024-04-01', until: '2024-06-01' }] }],
    });
    await expectClean();
  });

  test('a transfer needs the receiver’s consent, and the units stay the sender’s until they are received', async () => {
    const id = await planned(2);
    await tell(manager, id, 'shipped', '2024-03-01');
    await receive(here.clinic.head, id, { working: 2, damaged: 0 });
    await ask(admin, 'POST', '/warehouses', command(0, { ...warehouse('UA-W51'), region: 'UA-51' }));
    const offer = { to: 'UA-W51' };
    expect((await tell(lvivManager, id, 'transferOffered', '2024-05-01', offer)).status).toBe(200);
    expect((await tell(lvivManager, id, 'transferAccepted', '2024-05-02')).status).toBe(403);
    expect((await tell(lvivManager, id, 'shipped', '2024-05-02')).status).toBe(409);
    expect((await tell(odesaManager, id, 'transferAccepted', '2024-05-02')).status).toBe(200);
    expect((await tell(lvivManager, id, 'shipped', '2024-05-03')).status).toBe(200);
    expect((await atClinic())[0]).toMatchObject({ state: 'shipped', destinationId: 'UA-W51' });
    const arrived = await ask(odesaManager, 'POST', `/consignments/${id}/receipt`, {
      idempotencyKey: randomUUID(),
      placeId: 'UA-W51',
      date: '2024-05-09',
      working: 2,
      damaged: 0,
    });
    expect(arrived.status).toBe(200);
    // Both sides keep the log; who no longer has the units does not see where they go from there.
    expect(await atClinic(manager)).toMatchObject([{ consignmentId: id, placeId: 'UA-W51' }]);
    expect((await atClinic()).length).toBe(0);
    await expectClean();
  });

  test('the list of donations says how far each is, to its donor too', async () => {
    const id = await planned(4);
    await tell(manager, id, 'shipped', '2024-03-01');
    await receive(here.clinic.head, id, { working: 3, damaged: 0 });
    await tell(here.clinic.head, `${id}.1`, 'installed', '2024-04-01', { units: 2 });
    await planned(1);
    const progressFor = async (who: Caller): Promise<Loose> => {
      const { body } = await ask(who, 'GET', '/donations');
      return Object(body).progress.find(({ donationId }: Loose) => donationId === ids.donationId);
    };

    expect(await progressFor(manager)).toMatchObject({
      figures: { unitsPlanned: 1, unitsShipped: 1, unitsReceived: 1, unitsInstalled: 2 },
    });
    expect((await progressFor(manager)).figures).toMatchObject({
      aidShippedUsd: 4 * 27_170,
      aidReceivedUsd: 3 * 27_170,
    });
    expect(await progressFor(donor)).toEqual(await progressFor(manager));
    expect(await progressFor({ ...donor, donorId: 'donor-2' })).toBeUndefined();
    await expectClean();
  });

  test('what was planned by mistake goes back to its line', async () => {
    const id = await planned(10);
    expect(
      Object((await plan(manager, [{ placeId: here.clinic.facilityId, units: 1 }])).body).rows[0],
    ).toMatchObject({
      refused: { code: 'tooHigh' },
    });
    const once = { idempotencyKey: randomUUID() };
    expect((await strike(manager, id, 1, once)).status).toBe(200);
    expect((await strike(manager, id, 1, once)).status).toBe(200);

    const { body } = await ask(manager, 'GET', `/donations/${ids.donationId}`);
    expect(Object(body).lines).toMatchObject([{ planned: { units: 0, usdCents: 0 } }]);
    expect(await atClinic()).toEqual([]);
    await expectClean();
  });

  test('equipment that is already there enters in its true state, with its past days', async () => {
    const entry = (idempotencyKey: string) => ({
      idempotencyKey,
      consignmentId: `stock-${randomUUID().slice(0, 8)}`,
      source: { kind: 'state', name: 'State purchase of 2021' },
      equipmentType: 'tablet',
      solutionId: ids.solutionId,
      units: 2,
      log: [
        { kind: 'planned', date: '2021-05-01', to: here.clinic.facilityId },
        { kind: 'shipped', date: '2021-05-02' },
        { kind: 'received', date: '2021-05-03' },
        { kind: 'installed', date: '2021-06-01' },
      ],
    });
    const body = entry(randomUUID());
    expect(await ask(here.clinic.head, 'POST', '/consignments', body)).toMatchObject({
      status: 200,
      body: { usdCents: 0 },
    });
    expect(await ask(here.clinic.head, 'POST', '/consignments', body)).toMatchObject({ status: 200 });
    expect(await ask(here.clinic.head, 'POST', '/consignments', { ...body, units: 3 })).toMatchObject({
      status: 409,
      body: { code: 'keyReused' },
    });
    expect(await clinicNow()).toMatchObject({ adoptions: [{ periods: [{ from: '2021-06-01' }] }] });
    await expectClean();
  });

  test('what a facility has counts where the facility is, when it moves too', async () => {
    const id = await planned(2);
    await tell(manager, id, 'shipped', '2024-03-01');
    await receive(here.clinic.head, id, { working: 2, damaged: 0 });
    const moved = await ask(
      admin,
      'POST',
      here.clinic.path('/region'),
      command(6, { region: 'UA-51', date: '2024-05-15' }),
    );
    expect(moved.status).toBe(200);

    expect((await ask(odesaManager, 'GET', `/consignments/${id}`)).status).toBe(200);
    expect((await ask(lvivManager, 'GET', `/consignments/${id}`)).status).toBe(404);
    const { body } = await ask(odesaManager, 'GET', `/consignments?region=UA-51&state=received`);
    expect(Object(body).consignments.map(({ consignmentId }: Loose) => consignmentId)).toContain(id);
    await expectClean();
  });
});

test('what needs a look is found in the list, and counted by the end of the month', async () => {
  const [forgotten, short, moved] = [await planned(2), await planned(3), await planned(1)];
  for (const id of [forgotten, short]) await tell(manager, id, 'shipped', '2024-03-01');
  await receive(here.clinic.head, short, { working: 1, damaged: 0 });
  await tell(manager, moved, 'shipped', '2024-11-25');
  const found = async (concern: string) => {
    const { body } = await ask(manager, 'GET', `/consignments?region=UA-46&concern=${concern}`);
    return Object(body).consignments.map(({ consignmentId }: Loose) => consignmentId);
  };
  const counted = async (name: string) => {
    const { body } = await ask(manager, 'GET', '/progress/summary?month=2024-11');
    return Object(body).figures[name];
  };

  const [stuck, missing] = [await found('stuck'), await found('missing')];
  expect(stuck).toContain(forgotten);
  expect(stuck).not.toContain(moved);
  expect(missing).toContain(short);
  expect(missing).not.toContain(forgotten);
  const before = [await counted('unitsStuck'), await counted('unitsMissing')];
  await tell(manager, forgotten, 'lost', '2024-11-20');
  await tell(manager, short, 'received', '2024-11-20');

  expect([await counted('unitsStuck'), await counted('unitsMissing')]).toEqual([
    before[0] - 4,
    (before[1] ?? 0) - 2 || undefined,
  ]);
  expect(await ask(manager, 'GET', '/consignments?concern=lazy')).toMatchObject({ status: 400 });
  await expectClean();
});

test('an event that one told oneself may be struck out, another’s not', async () => {
  const id = await planned(1);
  await tell(manager, id, 'shipped', '2024-03-01');
  await receive(here.clinic.head, id, { working: 1, damaged: 0 });
  const struck = async (eventId: number) => (await strike(here.clinic.head, id, eventId)).status;

  expect([await struck(2), await struck(3)]).toEqual([403, 200]);
});

describe('twice is once', () => {
  test('a receipt that is sent again answers as it did, and a second one is refused', async () => {
    const id = await planned(4);
    await tell(manager, id, 'shipped', '2024-03-01');
    const once = { idempotencyKey: randomUUID(), working: 4, damaged: 0 };
    const answers = [await receive(here.clinic.head, id, once), await receive(here.clinic.head, id, once)];

    expect(answers[1]).toEqual(answers[0]);
    expect(await receive(here.clinic.head, id, { working: 4, damaged: 0 })).toMatchObject({
      status: 409,
      body: { code: 'wrongState' },
    });
  });

  test('notes of two people at once do not collide, and of two who take the last units one does', async () => {
    const id = await planned(1);
    const notes = await Promise.all(
      [manager, here.clinic.head, lvivManager].map((who, index) =>
        tell(who, id, 'note', '2024-03-01', { note: `Note ${index}` }),
      ),
    );
    const plans = await Promise.all(
      [1, 2].map(() => plan(manager, [{ placeId: here.clinic.facilityId, units: 9 }])),
    );

    expect(notes.map(({ status }) => status)).toEqual([200, 200, 200]);
    const outcomes = plans.map(({ body }) => Object(body).rows[0].refused?.code);
    expect(outcomes.toSorted()).toEqual(['tooHigh', undefined]);
    await expectClean();
  });
});

describe('bad input', () => {
  test.each<[string, object, number, string]>([
    [
      'in a currency without a rate',
      { lines: [{ ...agreement.lines[0], usdRate: undefined }] },
      400,
      'lines.0.usdRate',
    ],
    ['of a donor that there is not', { donorId: 'nobody' }, 400, 'donorId'],
    ['without lines', { lines: [] }, 400, 'lines'],
    ['with a title of nothing but spaces', { title: '   ' }, 400, 'title'],
  ])('a donation %s is refused', async (_, more, status, field) => {
    const body = command(0, {
      donationId: `new-${randomUUID().slice(0, 8)}`,
      donorId: 'donor-1',
      ...agreement,
      ...more,
    });

    expect(await ask(manager, 'POST', '/donations', body)).toMatchObject({ status, body: { field } });
  });

  test('a place that is in another line of business, units of nothing, and events of other units', async () => {
    const id = await planned(1);

    expect(Object((await plan(manager, [{ placeId: 'UA-9999', units: 1 }])).body).rows[0].refused.code).toBe(
      'notFound',
    );
    expect((await plan(manager, [{ placeId: here.clinic.facilityId, units: 0 }])).status).toBe(400);
    expect(await tell(manager, id, 'shipped', '2024-03-01', { placeId: 'UA-W01' })).toMatchObject({
      status: 409,
      body: { field: 'placeId' },
    });
    expect(await tell(manager, id, 'shipped', '2024-03-01', { units: 2 })).toMatchObject({
      status: 422,
      body: { code: 'tooHigh' },
    });
    expect((await tell(manager, 'nothing.1', 'shipped', '2024-03-01')).status).toBe(404);
    await expectClean();
  });
});
