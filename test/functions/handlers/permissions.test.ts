import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import {
  admin,
  command,
  complete,
  consultations,
  first,
  firstField,
  inCountry,
  manager,
  odesaManager,
} from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

describe('besides who may do what at all', () => {
  test('a reader who is not of the facility does not see drafts in its history', async () => {
    const { head, november } = here.clinic;
    await ask(head, 'PUT', november(), command(0, { figures: { [first]: 3 }, note: 'not yet sure' }));
    await ask(head, 'POST', november('/submission'), command(1, { figures: complete }));
    const seenBy = async (who: Caller) => JSON.stringify((await ask(who, 'GET', november('/history'))).body);

    expect(await seenBy(head)).toContain('not yet sure');
    for (const who of [manager, admin]) expect(await seenBy(who)).not.toContain('not yet sure');
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
