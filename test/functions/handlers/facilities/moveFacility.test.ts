import { expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { admin, command, complete, inCountry, manager, odesaManager } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const { ask } = here;

const lvivManager: Caller = { ...odesaManager, accountId: 'lviv', regions: ['UA-46'] };
const toOdesa = { region: 'UA-51', date: '2024-11-20' };
const move = (who: Caller, body: object) => ask(who, 'POST', here.clinic.path('/region'), body);
const submit = (month: string) =>
  ask(
    here.clinic.head,
    'POST',
    here.clinic.path(`/reports/${month}/submission`),
    command(0, { figures: complete }),
  );
/** The months of a list of reports. */
const monthsIn = ({ body }: { body: unknown }) => Object(body).reports.map(({ month }: Loose) => month);

test('a facility that moves is in the other region’s list, and its history says so', async () => {
  const { facilityId, path } = here.clinic;

  expect(await move(admin, command(5, toOdesa))).toMatchObject({
    status: 200,
    body: { version: 6, region: 'UA-51', formerRegions: [{ region: 'UA-46', until: '2024-11-20' }] },
  });

  const inRegion = async (region: string): Promise<string[]> => {
    const { body } = await ask(manager, 'GET', `/facilities?region=${region}&text=${facilityId}`);
    return Object(body).facilities.map((row: Loose) => row.facilityId);
  };
  expect([await inRegion('UA-46'), await inRegion('UA-51')]).toEqual([[], [facilityId]]);
  const { body } = await ask(admin, 'GET', path('/history'));
  expect(Object(body).lines.at(-1)).toMatchObject({
    action: 'move',
    changes: [{ field: 'formerRegions' }, { field: 'region', from: 'UA-46', to: 'UA-51' }],
  });
});

test.each([
  ['to where it is', { ...toOdesa, region: 'UA-46' }, 400, 'invalid', 'region'],
  ['to a region that there is not', { ...toOdesa, region: 'UA-99' }, 422, 'unknownRegion', 'region'],
  ['from a day before it was planned', { ...toOdesa, date: '2023-12-31' }, 422, 'dateNotAllowed', 'date'],
  ['from tomorrow', { ...toOdesa, date: '2024-12-04' }, 422, 'dateNotAllowed', 'date'],
  ['from no day', { ...toOdesa, date: '20 November' }, 400, 'invalid', 'date'],
  [
    'under a key too long for its reports',
    { ...toOdesa, idempotencyKey: 'k'.repeat(57) },
    400,
    'invalid',
    'idempotencyKey',
  ],
])('a facility does not move %s', async (_, content, status, code, field) => {
  expect(await move(admin, { ...command(5), ...content })).toMatchObject({ status, body: { code, field } });

  expect((await ask(admin, 'GET', here.clinic.path())).body).toMatchObject({ version: 5, region: 'UA-46' });
});

test('nor from a day before it moved the last time', async () => {
  await move(admin, command(5, toOdesa));

  expect(await move(admin, command(6, { region: 'UA-05', date: '2024-11-19' }))).toMatchObject({
    status: 422,
    body: { code: 'dateNotAllowed', field: 'date' },
  });
});

test('managers keep the months of their region; those of the new one have the facility', async () => {
  for (const month of ['2024-10', '2024-11']) await submit(month);
  await move(lvivManager, command(5, toOdesa));
  const { path } = here.clinic;
  const statuses = async (who: Caller) => {
    const paths = [
      '',
      '/history',
      '/reports/2024-10',
      '/reports/2024-10/history',
      '/reports/2024-11',
      '/reports/2024-09',
    ];
    return Promise.all(paths.map(async (rest) => (await ask(who, 'GET', path(rest))).status));
  };

  expect(await statuses(lvivManager)).toEqual([404, 404, 200, 200, 404, 404]);
  expect(await statuses(odesaManager)).toEqual([200, 200, 200, 200, 200, 404]);
  expect(monthsIn(await ask(lvivManager, 'GET', path('/reports')))).toEqual(['2024-10']);
  expect(monthsIn(await ask(odesaManager, 'GET', path('/reports')))).toEqual(['2024-10', '2024-11']);
  const approve = (who: Caller, month: string, basedOn: number) =>
    ask(who, 'POST', path(`/reports/${month}/approval`), command(basedOn));
  expect(await approve(odesaManager, '2024-10', 1)).toMatchObject({ status: 403 });
  expect(await approve(lvivManager, '2024-11', 2)).toMatchObject({ status: 404 });
  expect(await approve(lvivManager, '2024-10', 1)).toMatchObject({
    body: { region: 'UA-46', status: 'approved' },
  });
  expect(await approve(odesaManager, '2024-11', 2)).toMatchObject({
    body: { region: 'UA-51', status: 'approved' },
  });
});

test('who handed a facility over is answered the same when they ask again, and learns nothing new of it', async () => {
  const once = command(5, toOdesa);
  const first = await move(lvivManager, once);
  await ask(
    odesaManager,
    'POST',
    here.clinic.path('/stages'),
    command(6, { stage: 'suspended', date: '2024-12-01', reason: 'repair' }),
  );

  expect(first.status).toBe(200);
  expect(await move(lvivManager, once)).toEqual(first);
  expect(await move(lvivManager, command(5, toOdesa))).toMatchObject({ status: 404 });
  expect(await move(lvivManager, command(7, { ...toOdesa, region: 'UA-46' }))).toMatchObject({ status: 404 });
});

test('a manager hands over only what is in their own region, wherever it goes', async () => {
  expect((await move(odesaManager, command(5, toOdesa))).status).toBe(404);
  expect((await move(lvivManager, command(5, toOdesa))).status).toBe(200);
});
