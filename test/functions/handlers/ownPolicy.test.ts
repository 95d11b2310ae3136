import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { admin, command, edited, editedWarehouse, profile } from '../../support/country.ts';
import { inEquippedCountry } from '../../support/equipmentApi.ts';
import type { Loose } from '../../support/stack.ts';

const { here } = inEquippedCountry();
const { ask } = here;

const edit = (more: object, basedOn = 6) =>
  ask(admin, 'PUT', here.clinic.path('/profile'), command(basedOn, { ...edited(), ...more }));

describe('a place’s own policy', () => {
  test('is kept and taken away with the profile, and never looser than the country’s', async () => {
    expect(await edit({ locationPolicy: 'hidden' })).toMatchObject({
      status: 200,
      body: { locationPolicy: 'hidden' },
    });
    expect(await edit({ locationPolicy: 'settlement' }, 7)).toMatchObject({
      status: 400,
      body: { code: 'invalid', field: 'locationPolicy' },
    });
    expect((await edit({}, 7)).body).not.toHaveProperty('locationPolicy');
    expect((await ask(admin, 'GET', here.clinic.path())).body).not.toHaveProperty('locationPolicy');
  });

  test('of a warehouse is neither', async () => {
    const { body }: Loose = await ask(admin, 'GET', '/warehouses/UA-W01');
    const send = (locationPolicy: string) =>
      ask(admin, 'PUT', '/warehouses/UA-W01', command(body.version, editedWarehouse({ locationPolicy })));

    expect(await send('exact')).toMatchObject({ status: 400, body: { field: 'locationPolicy' } });
    expect(await send('region')).toMatchObject({ status: 200, body: { locationPolicy: 'region' } });
  });

  test('stays as it is when a file is imported, which cannot name it', async () => {
    await edit({ locationPolicy: 'hidden' });
    const { plannedOn: _, ...row } = profile(here.clinic.facilityId);
    const imported = (more: object) =>
      ask(admin, 'POST', '/facilities/imports', {
        idempotencyKey: randomUUID(),
        isDryRun: false,
        rows: [{ profile: { ...row, population: 4200, ...more } }],
      });

    expect(await imported({ locationPolicy: 'region' })).toMatchObject({
      status: 400,
      body: { code: 'unknownField' },
    });
    expect(await imported({})).toMatchObject({ status: 200, body: { rows: [{ outcome: 'changed' }] } });
    expect((await ask(admin, 'GET', here.clinic.path())).body).toMatchObject({
      population: 4200,
      locationPolicy: 'hidden',
    });
  });
});
