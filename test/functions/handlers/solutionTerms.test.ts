import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { coverCode } from '../../../functions/domain/report/cover.ts';
import { admin, command, complete, donor, manager, odesaManager } from '../../support/country.ts';
import { inEquippedCountry } from '../../support/equipmentApi.ts';
import type { Loose } from '../../support/stack.ts';

const { here, ids, given, plan, planned, tell, receive, strike, clinicNow, expectClean } =
  inEquippedCountry();
const { ask } = here;
const terms = {
  names: { uk: 'Рішення', en: 'Solution' },
  capability: 'pregnancyMonitoring',
  equipmentTypes: ['tablet'],
  indicators: [],
};
const path = (end = '') => `/solutions/${ids.solutionId}${end}`;
const solution = async (): Promise<Loose> => (await ask(manager, 'GET', path())).body;
const edit = async (more: object, who: Caller = manager) =>
  ask(who, 'PUT', path(), { ...command((await solution()).version, terms), ...more });
const followers = async () => (await ask(manager, 'GET', path('/followers'))).body;
const goOn = (who: Caller = manager) =>
  ask(who, 'POST', path('/followers'), { idempotencyKey: randomUUID() });
const figure = async (name: string, month: string) =>
  Object((await ask(manager, 'GET', `/progress/summary?month=${month}`)).body).figures[name] ?? 0;

/** Units that are installed at the clinic on a day. */
async function installed(date: string): Promise<string> {
  const id = await planned(1);
  await tell(manager, id, 'shipped', '2024-03-01');
  await receive(here.clinic.head, id, { working: 1, damaged: 0 });
  await tell(here.clinic.head, id, 'installed', date);
  return id;
}
const periods = async () => (await clinicNow()).adoptions?.map((one: Loose) => one.periods);

describe('an edited solution', () => {
  test('that needs more ends where that is missing, on the day, and begins anew where it is there', async () => {
    await installed('2024-04-01');
    const before = await figure('facilitiesWith.pregnancyMonitoring', '2024-07');
    expect(await edit({ equipmentTypes: ['tablet', 'laptop'], termsFrom: '2024-06-10' })).toMatchObject({
      status: 200,
      body: { version: 2, termsVersion: 2 },
    });

    expect(await periods()).toEqual([[{ from: '2024-04-01', until: '2024-06-10' }]]);
    expect(await figure('facilitiesWith.pregnancyMonitoring', '2024-07')).toBe(before - 1);
    expect(await figure('facilitiesWith.pregnancyMonitoring', '2024-05')).toBe(before);
    await ask(admin, 'POST', '/consignments', {
      idempotencyKey: randomUUID(),
      consignmentId: `stock-${randomUUID().slice(0, 8)}`,
      source: { kind: 'state' },
      equipmentType: 'laptop',
      solutionId: ids.solutionId,
      units: 1,
      log: [
        { kind: 'planned', date: '2024-07-01', to: here.clinic.facilityId },
        { kind: 'shipped', date: '2024-07-02' },
        { kind: 'received', date: '2024-07-03' },
        { kind: 'installed', date: '2024-07-04' },
      ],
    });
    expect(await periods()).toEqual([[{ from: '2024-04-01', until: '2024-06-10' }, { from: '2024-07-04' }]]);
    await expectClean();
  });

  test('that lends another capability moves from one figure to the other', async () => {
    await installed('2024-04-01');
    const [withOld, withNew] = ['facilitiesWith.pregnancyMonitoring', 'facilitiesWith.selfExamination'];
    const before = [
      await figure(withOld, '2024-06'),
      await figure(withNew, '2024-06'),
      await figure(withOld, '2024-05'),
    ];
    await edit({ capability: 'selfExamination', termsFrom: '2024-06-10' });

    expect([await figure(withOld, '2024-06'), await figure(withNew, '2024-06')]).toEqual([
      Number(before[0]) - 1,
      Number(before[1]) + 1,
    ]);
    expect(await figure(withOld, '2024-05')).toBe(before[2]);
    await expectClean();
  });

  test('asks for other figures from the months since; what was approved keeps those that it counted with', async () => {
    await installed('2024-04-01');
    await edit({ indicators: ['selfExaminations'], termsFrom: '2024-04-01' });
    const reported = () => ({ ...complete, [coverCode(ids.solutionId)]: 1 });
    const submit = (month: string, figures: object) =>
      ask(
        here.clinic.head,
        'POST',
        here.clinic.path(`/reports/${month}/submission`),
        command(0, { figures }),
      );
    expect(await submit('2024-09', complete)).toMatchObject({
      status: 422,
      body: { code: 'missingFigure', field: 'figures.selfExaminations' },
    });
    expect((await submit('2024-09', { ...reported(), selfExaminations: 0 })).status).toBe(200);
    await ask(manager, 'POST', here.clinic.path('/reports/2024-09/approval'), command(1));

    await edit({ indicators: [], termsFrom: '2024-09-01' });

    const { body } = await ask(manager, 'GET', here.clinic.path('/reports/2024-09'));
    expect(body).toMatchObject({
      status: 'approved',
      approvedAdopted: [{ solutionId: ids.solutionId, indicators: ['selfExaminations'] }],
    });
    expect((await submit('2024-10', reported())).status).toBe(200);
    await expectClean();
    // Another test may want the figure: it is nobody's now.
    expect((await solution()).indicators).toEqual([]);
  });

  test('of which only the name is another has the terms that it had, and nothing follows', async () => {
    await installed('2024-04-01');
    const before = await clinicNow();
    await edit({ names: { uk: 'Нова назва' }, supplier: 'Another' });

    expect(await clinicNow()).toEqual(before);
    expect(await followers()).toEqual({ all: 1, behind: 0 });
    // Nor is where it stands among its terms.
    await edit({ indicators: ['selfExaminations'] });
    const stage = { status: 'operating', date: '2024-02-01' };
    const moved = await ask(manager, 'POST', path('/stages'), command((await solution()).version, stage));
    expect(moved.status).toBe(200);
    const retired = { status: 'retired', date: '2024-11-01' };
    await ask(manager, 'POST', path('/stages'), command((await solution()).version, retired));
    await edit({ indicators: [] });
    expect(await followers()).toEqual({ all: 1, behind: 0 });
  });

  test('reaches more than one request takes when it is sent again, or anybody goes on; what happens between fits', async () => {
    const lines = given().lines.map((line) => ({ ...line, quantity: 60 }));
    await ask(admin, 'PUT', `/donations/${ids.donationId}`, command(1, { ...given(), lines }));
    const rows = Array.from({ length: 36 }, () => ({ placeId: here.clinic.facilityId, units: 1 }));
    await plan(manager, rows);
    await plan(manager, rows.slice(0, 20));
    const once = command((await solution()).version, {
      ...terms,
      equipmentTypes: ['tablet', 'laptop'],
      termsFrom: '2024-05-01',
    });

    const first = await ask(manager, 'PUT', path(), once);

    expect(first.status).toBe(200);
    expect(await followers()).toEqual({ all: 56, behind: 6 });
    // The last by code is not among the first fifty: it is installed with the terms that it was planned with.
    const last = `${ids.donationId}.9`;
    await tell(manager, last, 'shipped', '2024-03-01');
    await receive(here.clinic.head, last, { working: 1, damaged: 0 });
    await tell(here.clinic.head, last, 'installed', '2024-03-12');
    expect(await periods()).toEqual([[{ from: '2024-03-12' }]]);
    await expectClean();

    expect(await ask(manager, 'PUT', path(), once)).toMatchObject({ status: 200, body: first.body });
    expect(await followers()).toEqual({ all: 56, behind: 0 });
    expect(await periods()).toEqual([[{ from: '2024-03-12', until: '2024-05-01' }]]);
    expect((await goOn(admin)).body).toEqual({ all: 56, behind: 0 });
    await expectClean();
  }, 60_000);

  test.each<[string, object, number, string, string]>([
    ['before it was prepared', { termsFrom: '2023-12-31' }, 422, 'dateNotAllowed', 'termsFrom'],
    ['from tomorrow', { termsFrom: '2024-12-04' }, 422, 'dateNotAllowed', 'termsFrom'],
    ['from no day', { termsFrom: '2024-02-30' }, 400, 'invalid', 'termsFrom'],
  ])('has no other terms %s', async (_, more, status, code, field) => {
    const before = await solution();

    expect(await edit({ capability: 'aiCt', ...more })).toMatchObject({ status, body: { code, field } });
    expect(await solution()).toEqual(before);
  });

  test('is edited by those who write solutions; all may see how far it is', async () => {
    const who = [admin, odesaManager, donor, here.clinic.head];
    const statuses: number[][] = [];
    for (const caller of who)
      statuses.push([
        (await edit({ supplier: caller.accountId }, caller)).status,
        (await goOn(caller)).status,
        (await ask(caller, 'GET', path('/followers'))).status,
      ]);

    expect(statuses).toEqual([
      [200, 200, 200],
      [403, 403, 200],
      [403, 403, 200],
      [403, 403, 200],
    ]);
    expect((await ask(manager, 'GET', '/solutions/none/followers')).status).toBe(404);
    expect(
      (await ask(manager, 'POST', '/solutions/none/followers', { idempotencyKey: randomUUID() })).status,
    ).toBe(404);
  });

  test('leaves out what is struck out, and what follows stays struck out', async () => {
    const id = await planned(1);
    await strike(manager, id, 1);
    await edit({ capability: 'selfExamination' });

    expect(await followers()).toEqual({ all: 1, behind: 0 });
    await expectClean();
  });
});
