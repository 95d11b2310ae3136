import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import {
  admin,
  command,
  complete,
  consultations,
  donor,
  edited,
  first,
  firstField,
  inCountry,
  manager,
  odesaManager,
  solutionProfile,
} from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

describe('who may do what', () => {
  test.each([
    ['a head cannot approve', () => here.clinic.head, 'POST', '/reports/2024-11/approval', {}, 403],
    [
      'a manager cannot submit',
      () => manager,
      'POST',
      '/reports/2024-11/submission',
      { figures: complete },
      403,
    ],
    ['a manager of another region sees nothing', () => odesaManager, 'GET', '', undefined, 404],
    [
      'a manager of another region cannot approve',
      () => odesaManager,
      'POST',
      '/reports/2024-11/approval',
      {},
      404,
    ],
    ['a donor does not see a facility', () => donor, 'GET', '/reports', undefined, 404],
    ['an administrator cannot approve', () => admin, 'POST', '/reports/2024-11/approval', {}, 403],
    [
      'a head cannot move the stage',
      () => here.clinic.head,
      'POST',
      '/stages',
      { stage: 'suspended', date: '2024-12-01', reason: 'repair' },
      403,
    ],
  ])('%s', async (_, who, method, rest, content, status) => {
    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );

    const answer = await ask(
      who(),
      method,
      here.clinic.path(rest),
      content && command(method === 'POST' ? 1 : 0, content),
    );

    expect(answer.status).toBe(status);
  });

  /** Statuses in the order of the columns. */
  const columns = () => ({
    manager,
    odesaManager,
    admin,
    donor,
    head: here.clinic.head,
    stranger: { ...here.clinic.head, accountId: 'stranger', facilityId: 'UA-9998' },
    nobody: undefined,
  });

  test.each([
    ['GET', '', undefined, [200, 404, 200, 404, 200, 404, 403]],
    ['GET', '/history', undefined, [200, 404, 200, 404, 200, 404, 403]],
    ['GET', '/reports', undefined, [200, 404, 200, 404, 200, 404, 403]],
    ['GET', '/reports/2024-11', undefined, [200, 404, 200, 404, 200, 404, 403]],
    ['GET', '/reports/2024-11/history', undefined, [200, 404, 200, 404, 200, 404, 403]],
    [
      'POST',
      '/stages',
      { stage: 'suspended', date: '2024-12-01', reason: 'repair' },
      [200, 404, 200, 404, 403, 404, 403],
    ],
    ['PUT', '/profile', edited(), [200, 404, 200, 404, 403, 404, 403]],
    ['POST', '/region', { region: 'UA-05', date: '2024-12-01' }, [200, 404, 200, 404, 403, 404, 403]],
    ['POST', '/stages/correction', { index: 4, date: '2024-02-02' }, [403, 404, 200, 404, 403, 404, 403]],
    ['PUT', '/reports/2024-10', { figures: complete }, [403, 404, 403, 404, 200, 404, 403]],
    [
      'POST',
      '/reports/2024-11/return',
      { field: firstField, reason: 'Why?' },
      [200, 404, 403, 404, 403, 404, 403],
    ],
  ] as const)('%s %s of a facility', async (method, rest, content, expected) => {
    const { head, path, november } = here.clinic;
    await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
    const versions: Record<string, number> = {
      '/profile': 5,
      '/region': 5,
      '/stages': 5,
      '/stages/correction': 5,
      '/reports/2024-10': 0,
    };

    const afterwards: Record<string, object> = {
      '/region': { region: 'UA-07', date: '2024-12-02' },
      '/stages': { stage: 'live', date: '2024-12-02' },
    };
    const statuses: number[] = [];
    for (const [index, who] of Object.values(columns()).entries()) {
      // Each who may do it does it on top of the one before.
      const done = expected.slice(0, index).filter((status) => status === 200).length;
      const body = (done > 0 && afterwards[rest]) || content;
      const basedOn = (versions[rest] ?? 1) + done;
      statuses.push((await ask(who, method, path(rest), body && command(basedOn, body))).status);
    }

    expect(statuses).toEqual(expected);
  });

  test('a solution is adopted by hand by whoever has the facility', async () => {
    const solutionId = 'adopted-by-hand';
    await ask(admin, 'POST', '/solutions', command(0, { ...solutionProfile(solutionId) }));
    const stage = { status: 'operating', date: '2024-02-01' };
    await ask(admin, 'POST', `/solutions/${solutionId}/stages`, command(1, stage));
    const content = { solutionId, from: '2024-06-03', source: 'Letter' };
    const statuses: number[] = [];

    for (const who of Object.values(columns())) {
      const basedOn = 5 + statuses.filter((status) => status === 200).length;
      statuses.push(
        (await ask(who, 'POST', here.clinic.path('/adoptions'), command(basedOn, content))).status,
      );
    }

    expect(statuses).toEqual([200, 404, 200, 404, 403, 404, 403]);
  });

  test('how ready a facility is tell its head and whoever has it', async () => {
    const solutionId = 'ready-for';
    await ask(admin, 'POST', '/solutions', command(0, { ...solutionProfile(solutionId), indicators: [] }));
    const content = { solutionId, on: '2024-06-03', checks: [{ check: 'power', isMet: true }] };
    const statuses: number[] = [];

    for (const who of Object.values(columns())) {
      const basedOn = 5 + statuses.filter((status) => status === 200).length;
      statuses.push(
        (await ask(who, 'POST', here.clinic.path('/readiness'), command(basedOn, content))).status,
      );
    }

    expect(statuses).toEqual([200, 404, 200, 404, 200, 404, 403]);
  });

  test('approving many at once is for reviewers, each in the own regions', async () => {
    const { head, facilityId, november } = here.clinic;
    await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
    const outcomes: string[] = [];

    for (const [name, who] of Object.entries(columns()).toReversed()) {
      const { status, body } = await ask(who, 'POST', '/reviews/approvals', {
        idempotencyKey: `each-by-${name}`,
        reports: [{ facilityId, month: '2024-11', basedOn: 1 }],
      });
      const [row] = Object(body).rows ?? [];
      outcomes.push(row ? (row.refused?.code ?? row.report.status) : String(status));
    }

    expect(outcomes.toReversed()).toEqual(['approved', 'notFound', '403', '403', '403', '403', '403']);
  });

  test('a reader who is not of the facility does not see drafts in its history', async () => {
    const { head, november } = here.clinic;
    await ask(head, 'PUT', november(), command(0, { figures: { [first]: 3 }, note: 'not yet sure' }));
    await ask(head, 'POST', november('/submission'), command(1, { figures: complete }));
    const seenBy = async (who: Caller) => JSON.stringify((await ask(who, 'GET', november('/history'))).body);

    expect(await seenBy(head)).toContain('not yet sure');
    for (const who of [manager, admin]) expect(await seenBy(who)).not.toContain('not yet sure');
  });

  test('a head cannot list the facilities of others', async () => {
    expect(await ask(here.clinic.head, 'GET', '/facilities')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await ask(here.clinic.head, 'GET', '/reports?region=UA-46&month=2024-11')).status).toBe(404);
    expect((await ask(here.clinic.head, 'GET', '/reviews')).status).toBe(403);
  });

  test('an account without a role may do nothing', async () => {
    const nobody: Caller = Object.assign({}, here.clinic.head, { role: undefined });

    expect(await ask(nobody, 'GET', '/me')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('a head’s draft stays at home', async () => {
    await ask(
      here.clinic.head,
      'PUT',
      here.clinic.path('/reports/2024-11'),
      command(0, { figures: { [first]: 3 }, note: 'hm' }),
    );

    const own = await ask(here.clinic.head, 'GET', here.clinic.path('/reports/2024-11'));
    const seen = await ask(manager, 'GET', here.clinic.path('/reports/2024-11'));

    expect(Object(own.body).note).toBe('hm');
    expect(seen.body).toMatchObject({ status: 'draft', figures: {} });
    expect(Object(seen.body).note).toBeUndefined();
  });

  test('a reviewer who is overtaken by a draft is not shown what is in it', async () => {
    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );
    await ask(
      manager,
      'POST',
      here.clinic.november('/return'),
      command(1, { field: firstField, reason: 'Please check' }),
    );
    await ask(here.clinic.head, 'PUT', here.clinic.november(), command(2, { figures: { [first]: 7 } }));

    const overtaken = await ask(manager, 'POST', here.clinic.november('/approval'), command(1));

    expect(overtaken).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { version: 3, figures: {} } },
    });
  });

  test('a regional manager’s progress is that of the region', async () => {
    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );

    const { body } = await ask(odesaManager, 'GET', '/progress');

    expect(body).toMatchObject({ rows: ['UA-51'] });
    expect(Object(body).figures.teleconsultations ?? [0]).not.toContain(consultations);
  });
});
