import { expect, test } from 'vitest';
import { releaseIdOf } from '../../../../functions/domain/release/releaseId.ts';
import {
  admin,
  command,
  complete,
  consultations,
  donor,
  first,
  inCountry,
  manager,
  odesaManager,
} from '../../../support/country.ts';
import { one, trainingIn, two } from '../../../support/training/api.ts';
import { sessionAt } from '../../../support/training/told.ts';
import { strategy } from '../../../support/plan.ts';
import type { Loose } from '../../../support/stack.ts';

const here = inCountry();
const { ask } = here;

const make = (order: object, basedOn = 0, who = manager): Promise<Loose> =>
  ask(who, 'POST', '/releases', command(basedOn, order));
const released = async (releaseId: string, who = manager): Promise<Loose> =>
  (await ask(who, 'GET', `/releases/${releaseId}`)).body;
const sumOf = ({ cube }: Loose, name: string): number =>
  (cube.figures[name] ?? []).reduce((sum: number, amount: number) => sum + amount, 0);

test('a release has what is approved, lists what is open, and stays as it was cited', async () => {
  const { head, november, facilityId } = here.clinic;
  await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
  const key = command(0, { month: '2024-11' });
  const first: Loose = (await ask(manager, 'POST', '/releases', key)).body;
  const before = sumOf(await released(first.releaseId), 'teleconsultations');

  expect(first).toMatchObject({ month: '2024-11', version: 1, open: { ofMonth: 1, expected: 1, before: 0 } });
  expect((await ask(manager, 'POST', '/releases', key)).body).toEqual(first);
  const { body: open }: Loose = await ask(manager, 'GET', `/releases/${first.releaseId}/open`);
  expect(open.reports).toMatchObject([{ facilityId, month: '2024-11', standing: 'waiting' }]);

  await ask(manager, 'POST', november('/approval'), command(1));
  expect(sumOf(await released(first.releaseId), 'teleconsultations')).toBe(before);

  expect((await make({ month: '2024-11' })).body.code).toBe('stale');
  expect((await make({ month: '2024-11' }, 1)).body).toMatchObject({ code: 'invalid', field: 'reason' });
  const second = (await make({ month: '2024-11', reason: 'November was approved since' }, 1)).body;
  expect(second).toMatchObject({ version: 2, open: { ofMonth: 0 } });
  expect(sumOf(await released(second.releaseId), 'teleconsultations')).toBe(before + consultations);
  expect((await make({ month: '2024-10' })).body.code).toBe('wrongState');

  const { body: told }: Loose = await ask(manager, 'GET', `/releases/${second.releaseId}/history`);
  expect(told.lines.map(({ action }: Loose) => action)).toEqual(['makeRelease', 'makeRelease']);
  const { body: list }: Loose = await ask(donor, 'GET', '/releases');
  expect(list.releases.map(({ version }: Loose) => version)).toEqual([2, 1]);

  // An altered id says so; one that is well made and no release's does not.
  const altered = `${second.releaseId.slice(0, -1)}${second.releaseId.endsWith('a') ? 'b' : 'a'}`;
  const otherContent = releaseIdOf({ month: '2024-11', version: 1, letters: 'aaaaa' });
  const none = releaseIdOf({ month: '2023-05', version: 1, letters: 'aaaaa' });
  for (const releaseId of [altered, otherContent, '2024-11'])
    expect(await ask(donor, 'GET', `/releases/${releaseId}`)).toMatchObject({
      status: 404,
      body: { code: 'alteredId', field: 'releaseId' },
    });
  expect(await released(none)).toMatchObject({ code: 'notFound', detail: 'There is no such release.' });
});

test('a release opened later is told beside what is now, and which records moved it', async () => {
  const { head, november, facilityId, path } = here.clinic;
  await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
  await ask(manager, 'POST', november('/approval'), command(1));
  const { body: all }: Loose = await ask(manager, 'GET', '/releases');
  const release: Loose = (
    await make({ month: '2024-11', reason: 'One more report' }, all.releases[0]?.version ?? 0)
  ).body;
  const at = `/releases/${release.releaseId}`;
  const nowOf = async (name: string) => {
    const { body }: Loose = await ask(manager, 'GET', `${at}/now`);
    return sumOf(body, name);
  };
  const changed = async (figure: string, query: string, who = manager): Promise<Loose> =>
    ask(who, 'GET', `${at}/changed/${figure}?${query}`);
  const cited = sumOf(await released(release.releaseId), 'teleconsultations');

  expect(await nowOf('teleconsultations')).toBe(cited);
  expect((await changed('teleconsultations', 'row=UA-46&month=2024-11')).body).toEqual({ records: [] });

  // A correction counts once it is approved; the day on which the place went live is corrected at once.
  await ask(head, 'POST', november('/correction'), command(2, { reason: 'Miscounted' }));
  const corrected = { ...complete, [first]: (complete[first] ?? 0) + 3 };
  await ask(head, 'POST', november('/submission'), command(3, { figures: corrected }));
  expect(await nowOf('teleconsultations')).toBe(cited);
  await ask(manager, 'POST', november('/approval'), command(4));
  await ask(admin, 'POST', path('/stages/correction'), command(5, { index: 4, date: '2024-03-01' }));

  expect(await nowOf('teleconsultations')).toBe(cited + 3);
  expect(sumOf(await released(release.releaseId), 'teleconsultations')).toBe(cited);
  expect((await changed('teleconsultations', 'row=UA-46&month=2024-11')).body).toMatchObject({
    records: [{ kind: 'monthlyReport', recordId: facilityId, month: '2024-11', by: 3 }],
  });
  expect((await changed('teleconsultations', 'row=UA-46&month=2024-10')).body).toEqual({ records: [] });
  expect((await changed('solutionsOperating', 'row=UA-46&month=2024-11')).body).toEqual({ records: [] });
  expect((await changed('facilitiesLive', 'row=UA-46&month=2024-03')).body.records).toMatchObject([
    { kind: 'facility', recordId: facilityId, by: 1 },
  ]);

  expect((await changed('facilitiesAlive', 'row=UA-46&month=2024-11')).body).toMatchObject({
    code: 'notFound',
    field: 'figure',
  });
  expect((await changed('facilitiesLive', 'row=UA-99&month=2024-11')).body.code).toBe('unknownRegion');
  expect((await changed('teleconsultations', 'row=UA-46&month=2024-11', odesaManager)).status).toBe(404);
  expect((await changed('teleconsultations', 'row=UA-46&month=2024-11', donor)).status).toBe(404);
});

test('what was handed in before a release and approved after it is told, with what a report confirms and a session', async () => {
  const { head, november, facilityId } = here.clinic;
  await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
  await ask(manager, 'POST', november('/approval'), command(1));
  await ask(head, 'POST', november('/correction'), command(2, { reason: 'Miscounted' }));
  const corrected = { ...complete, [first]: (complete[first] ?? 0) + 3 };
  await ask(head, 'POST', november('/submission'), command(3, { figures: corrected }));
  const { register, edit } = trainingIn(here);
  await register(manager, 'session-then', { lines: [{ facilityId, staff: one }] });
  const { body: all }: Loose = await ask(manager, 'GET', '/releases');
  const order = { month: '2024-11', reason: 'Again' };
  const { body: release }: Loose = await make(order, all.releases[0]?.version ?? 0);
  const changed = async (figure: string, month = '2024-11'): Promise<Loose> =>
    Object(
      (await ask(manager, 'GET', `/releases/${release.releaseId}/changed/${figure}?row=UA-46&month=${month}`))
        .body,
    ).records;
  const held = sessionAt(facilityId).day.slice(0, 7);

  const { body: open }: Loose = await ask(manager, 'GET', `/releases/${release.releaseId}/open`);
  expect(open.reports).toMatchObject([{ facilityId, month: '2024-11', standing: 'correcting' }]);
  expect(release.open).toMatchObject({ ofMonth: 0, before: 0 });
  expect(await changed('teleconsultations')).toEqual([]);
  await ask(manager, 'POST', november('/approval'), command(4));
  await ask(
    head,
    'POST',
    `/facilities/${facilityId}/reports/2024-10/submission`,
    command(0, { figures: complete }),
  );
  await edit(manager, 'session-then', 1, { lines: [{ facilityId, staff: two }] });

  expect(await changed('teleconsultations')).toMatchObject([{ recordId: facilityId, by: 3 }]);
  expect(await changed('facilitiesLiveConfirmed', '2024-10')).toMatchObject([
    { kind: 'monthlyReport', recordId: facilityId, month: '2024-10', by: 1 },
  ]);
  expect(await changed('attendances', held)).toMatchObject([
    { kind: 'trainingSession', recordId: 'session-then', by: 1 },
  ]);
});

test('a release has the milestones of its time', async () => {
  const milestone = (milestoneId: string, on: string) =>
    ask(admin, 'PUT', `/plan/milestones/${milestoneId}`, command(0, { ...strategy, on }));
  await milestone('law', '2023-08');
  await milestone('next-law', '2024-12');
  const { body: all }: Loose = await ask(manager, 'GET', '/releases');
  const [newest] = all.releases;
  const order = { month: '2024-11', ...(newest && { reason: 'A milestone was entered' }) };
  const { body: release }: Loose = await make(order, newest?.version ?? 0);

  const { milestones } = await released(release.releaseId, donor);

  expect(milestones.map(({ milestoneId }: Loose) => milestoneId)).toEqual(['law']);
});

test('a month that is not over, or before the programme, is not released', async () => {
  expect((await make({ month: '2024-12' })).body).toMatchObject({ code: 'monthNotOver', field: 'month' });
  expect((await make({ month: '2042-01' })).body.code).toBe('monthNotOver');
  expect((await make({ month: '2001-01' })).body.code).toMatch(/dateNotAllowed|wrongState/);
});

test('only a manager of the whole country makes one', async () => {
  for (const who of [odesaManager, admin, donor, here.clinic.head])
    expect((await make({ month: '2024-11' }, 0, who)).body.code).toBe('forbidden');
});
