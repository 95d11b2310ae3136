import { describe, expect, test, vi } from 'vitest';
import { command, complete, manager, odesaManager, inCountry } from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

describe('reading', () => {
  test('progress has a tag, and an unchanged one is not sent again', async () => {
    const first = await ask(manager, 'GET', '/progress');
    const again = await ask(manager, 'GET', '/progress', undefined, {
      'if-none-match': String(first.headers['etag']),
    });
    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );
    const changed = await ask(manager, 'GET', '/progress', undefined, {
      'if-none-match': String(first.headers['etag']),
    });

    expect([first.status, again.status, changed.status]).toEqual([200, 304, 200]);
    expect(again.body).toBeUndefined();
  });

  test('the list finds a facility by a part of its name in any language, and pages through a region', async () => {
    const found = await ask(
      manager,
      'GET',
      `/facilities?text=${encodeURIComponent(`клініка ${here.clinic.facilityId}`)}`,
    );
    const none = await ask(manager, 'GET', '/facilities?region=UA-46&stage=planned');
    const foreign = await ask(odesaManager, 'GET', '/facilities?region=UA-46');

    expect(found.body).toMatchObject({ facilities: [{ facilityId: here.clinic.facilityId, stage: 'live' }] });
    expect(Object(none.body).facilities).toEqual([]);
    expect(Object(foreign.body).facilities).toEqual([]);
  });

  test('a page of another’s regions is refused', async () => {
    const page = Buffer.from(JSON.stringify({ region: 'UA-46' })).toString('base64url');

    expect(await ask(odesaManager, 'GET', `/facilities?page=${page}`)).toMatchObject({
      status: 400,
      body: { field: 'page' },
    });
  });

  test('the country pack and the description of the API are open to all', async () => {
    const country = await ask(undefined, 'GET', '/country');
    const description = await ask(undefined, 'GET', '/openapi.json');

    expect(country.body).toMatchObject({ country: 'UA' });
    expect(description.body).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    expect(Object.keys(Object(description.body).paths)).toContain(
      '/facilities/{facilityId}/reports/{month}/submission',
    );
  });

  test('the description is made once: who asks again is answered the same without waiting for it', async () => {
    const { OpenAPIGenerator } = await import('@orpc/openapi');
    const first = await ask(undefined, 'GET', '/openapi.json');
    const generating = vi.spyOn(OpenAPIGenerator.prototype, 'generate');

    const again = await ask(undefined, 'GET', '/openapi.json');

    expect(again.body).toEqual(first.body);
    expect(generating).not.toHaveBeenCalled();
    generating.mockRestore();
  });

  test('whoever asks is told who they are, and the product’s day', async () => {
    expect(await ask(here.clinic.head, 'GET', '/me')).toMatchObject({
      status: 200,
      body: { role: 'head', facilityId: here.clinic.facilityId, today: '2024-12-03' },
    });
  });
});
