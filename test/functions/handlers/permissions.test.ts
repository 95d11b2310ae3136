import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import {
  admin,
  command,
  complete,
  consultations,
  donor,
  first,
  manager,
  odesaManager,
  inCountry,
} from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

describe('who may do what', () => {
  test.each([
    [
      'a here.clinic.head cannot approve',
      () => here.clinic.head,
      'POST',
      '/reports/2024-11/approval',
      {},
      403,
    ],
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
      'a here.clinic.head cannot move the stage',
      () => here.clinic.head,
      'POST',
      '/stages',
      { stage: 'suspended', date: '2024-12-01' },
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
      command(1, { field: first, reason: 'Please check' }),
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
