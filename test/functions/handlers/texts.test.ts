import { describe, expect, test, vi } from 'vitest';
import type { Facility } from '../../../functions/domain/facility/facility.ts';
import { sortNameOf } from '../../../functions/store/facility/facilities.ts';
import {
  admin,
  command,
  complete,
  firstField,
  inCountry,
  manager,
  pack,
  profile,
} from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

/** Texts that show nothing, or that no list, index or export can carry. */
const unfit = [
  '',
  '   ',
  '\u0000',
  'a\u0000b',
  '\u200b',
  'a\u200bb',
  '\ud83d',
  'a\ude00b',
  '\u202eabc',
  'x'.repeat(5000),
];
/** Of these, what a text of several lines cannot hold either. */
const unfitText = ['  ', '\u0000', 'abc\u0000', '\u200b\u200b\u200b', 'abc\ud83d', 'x'.repeat(5000)];

const register = (more: object) =>
  ask(admin, 'POST', '/facilities', command(0, { ...profile('UA-7100'), ...more }));

describe('a text that cannot be shown is refused, and nothing is written', () => {
  test.each(unfit)('as a facility’s name or its place’s, in any language: %j', async (text) => {
    for (const field of ['names', 'settlement'])
      for (const language of ['en', 'uk', 'be', 'ru'])
        expect(await register({ [field]: { en: 'Clinic', [language]: text } })).toMatchObject({
          status: 400,
          body: { code: 'invalid', field: `${field}.${language}` },
        });
    expect((await ask(admin, 'GET', '/facilities/UA-7100')).status).toBe(404);
  });

  test.each(unfitText)('as a note, a reason or why a month is corrected: %j', async (text) => {
    const { head, november } = here.clinic;
    const refused = { status: 400, body: { code: 'invalid' } };
    const submit = (note?: string) =>
      ask(head, 'POST', november('/submission'), command(0, { figures: complete, note }));

    // A note may be left empty, and blanks are that.
    if (text.trim()) expect(await submit(text)).toMatchObject(refused);
    expect(await submit()).toMatchObject({ status: 200 });
    expect(
      await ask(manager, 'POST', november('/return'), command(1, { field: firstField, reason: text })),
    ).toMatchObject(refused);
    await ask(manager, 'POST', november('/approval'), command(1));
    expect(await ask(head, 'POST', november('/correction'), command(2, { reason: text }))).toMatchObject(
      refused,
    );
    expect((await ask(head, 'GET', november())).body).toMatchObject({ version: 2 });
  });

  test('a search for half a letter finds nothing, and is no bug', async () => {
    for (const text of ['%ED%A0%BD', '%00', '%E2%80%8B'])
      expect((await ask(manager, 'GET', `/facilities?text=${text}`)).status).toBeLessThan(500);
  });
});

const shares = (facilityId: string) => ({ kind: 'sharesRecords', facilityId });

describe('a facility that cannot be is refused, and nothing is written', () => {
  test.each([
    ['of another country', { facilityId: 'PL-0001' }, 'invalid', 'facilityId'],
    ['that is linked to itself', { links: [shares('UA-7100')] }, 'invalid', 'links'],
    ['with a link to nobody', { links: [shares('UA-9999')] }, 'invalid', 'links'],
    ['of a region that is not here', { region: 'PL-02' }, 'unknownRegion', 'region'],
    ['of a type that is not known', { type: 'constructor' }, 'invalid', 'type'],
    ['beyond the pole', { coordinates: { lat: 91, lon: 0 } }, 'invalid', 'coordinates.lat'],
    ['with half a resident', { population: 0.5 }, 'invalid', 'population'],
    ['with more residents than there are people', { population: 1e15 }, 'invalid', 'population'],
  ])('%s', async (_, more, code, field) => {
    const answer = await register(more);

    expect(answer).toMatchObject({ body: { code, field } });
    expect(answer.status).toBeLessThan(500);
    expect((await ask(admin, 'GET', '/facilities/UA-7100')).status).toBe(404);
  });

  test('and one that is linked twice to the same', async () => {
    const { facilityId } = here.clinic;

    expect(await register({ links: [shares(facilityId), shares(facilityId)] })).toMatchObject({
      status: 400,
      body: { code: 'invalid', field: 'links' },
    });
    expect(await register({ facilityId: 'UA-7101', links: [shares(facilityId)] })).toMatchObject({
      status: 200,
    });
  });

  test('a place that is all but zero is kept as zero', async () => {
    const body = JSON.stringify(
      command(0, { ...profile('UA-7102'), coordinates: { lat: 'LAT', lon: 'LON' } }),
    )
      .replace('"LAT"', '1e-320')
      .replace('"LON"', '-0');

    expect(await ask(admin, 'POST', '/facilities', body)).toMatchObject({ status: 200 });
    expect((await ask(admin, 'GET', '/facilities/UA-7102')).body).toMatchObject({
      coordinates: { lat: 0, lon: 0 },
    });
  });
});

describe('what is no JSON is refused as what it is', () => {
  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/x-www-form-urlencoded',
    '',
  ])('a body that calls itself %j, be there anything in it or not', async (type) => {
    for (const body of [JSON.stringify(command(0, { figures: complete })), ''])
      expect(
        await ask(here.clinic.head, 'POST', here.clinic.november('/submission'), body, {
          'content-type': type,
        }),
      ).toMatchObject({
        status: 400,
        body: { status: 400, code: expect.stringMatching(/^(malformed|invalid)$/) },
      });
  });

  test.each(['', '{}', '{"basedOn":0}'])('a body in which everything is missing: %j', async (body) => {
    const answers = await Promise.all([
      ask(here.clinic.head, 'POST', here.clinic.november('/submission'), body),
      ask(admin, 'POST', '/facilities', body),
      ask(admin, 'POST', here.clinic.path('/stages'), body),
      ask(manager, 'POST', '/reviews/approvals', body),
    ]);

    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 400,
        body: { status: 400, detail: expect.stringMatching(/\.$/) },
      });
  });

  test('a figure with the name of a prototype is no figure', async () => {
    const body = JSON.stringify(command(0, { figures: complete })).replace(
      '"figures":{',
      '"figures":{"__proto__":5,',
    );

    expect(await ask(here.clinic.head, 'POST', here.clinic.november('/submission'), body)).toMatchObject({
      status: 400,
      body: { code: 'unknownField', field: expect.stringContaining('__proto__') },
    });
    expect(await ask(here.clinic.head, 'GET', here.clinic.november())).toMatchObject({ status: 404 });
  });
});

describe('a page’s address', () => {
  const pages = [
    '__proto__',
    'UA-46.__proto__',
    'UA-46.UA-0001.x',
    'UA-46.',
    'UA-99',
    '.UA-0001',
    Buffer.from('{"region":"UA-46","from":{"__proto__":"x"}}').toString('base64url'),
    Buffer.from('{"region":"UA-46","from":{"region":"UA-51","surplus":"x"}}').toString('base64url'),
    'null',
    '\u0000',
    '',
    'x'.repeat(10_000),
  ];

  test('that the list did not give is refused', async () => {
    for (const page of pages)
      expect(await ask(manager, 'GET', `/facilities?page=${encodeURIComponent(page)}`), page).toMatchObject({
        status: 400,
        body: { code: 'invalid', field: 'page' },
      });
  });

  test('of a facility that is elsewhere, or nowhere, is no bug', async () => {
    for (const page of [`UA-51.${here.clinic.facilityId}`, 'UA-51.UA-9999', 'UA-46.UA-9999'])
      expect((await ask(manager, 'GET', `/facilities?page=${page}`)).status).toBe(200);
  });
});

describe('names as long as release 0.1 took them', () => {
  test.each([
    ['𐒰', 200],
    ['ß', 400],
    ['İ', 400],
    ['Ж', 400],
    ['書', 400],
  ])('of %s × %i fit a list, page by page, and its index', async (letter, count) => {
    const region = 'UA-05';
    const name = letter.repeat(count);
    const ids = Array.from({ length: 120 }, (_, index) => `UA-6${String(index).padStart(3, '0')}`);
    const items = ids.map((facilityId) => ({
      ...stored(facilityId, region, name),
      sortName: `${name.toLowerCase()}#${facilityId}`,
    }));
    for (const some of [items.slice(0, 60), items.slice(60)])
      await here.database.transact(some.map((item) => ({ table: 'facilities', kind: 'put', item })));

    const found: string[] = [];
    for (let page: string | undefined = ''; page !== undefined;) {
      const answer = await ask(manager, 'GET', `/facilities?region=${region}${page && `&page=${page}`}`);
      expect(answer.status).toBe(200);
      found.push(...Object(answer.body).facilities.map((row: Facility) => row.facilityId));
      page = Object(answer.body).next;
    }

    expect(found).toEqual(ids);
    for (const facilityId of ids)
      expect(Buffer.byteLength(sortNameOf({ facilityId, names: { en: name } }, 'uk'))).toBeLessThanOrEqual(
        1024,
      );
  });

  function stored(facilityId: string, region: string, en: string): Facility {
    const { plannedOn, ...rest } = profile(facilityId);
    return {
      ...rest,
      type: pack.facilityTypes[0]?.code ?? '',
      connectivity: 'mobile',
      power: 'grid',
      region,
      names: { en },
      version: 1,
      stages: [{ stage: 'planned', date: plannedOn, by: 'admin' }],
    };
  }
});

test('whatever goes wrong on our side, nothing is claimed that is not known', async () => {
  const { database } = await import('../../../functions/handlers/http/database.ts');
  const { head, november } = here.clinic;
  const broken = vi.spyOn(database, 'transact').mockRejectedValueOnce(new Error('the disk is full'));

  const answer = await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
  broken.mockRestore();

  expect(answer).toMatchObject({ status: 500, body: { status: 500, code: 'internal' } });
  expect(Object(answer.body).detail).toContain('It is not known whether it was saved');
  expect(JSON.stringify(answer.body)).not.toContain('disk');
});
