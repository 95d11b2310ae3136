import { describe, expect, test } from 'vitest';
import {
  admin,
  command,
  complete,
  first,
  firstField,
  inCountry,
  manager,
  profile,
} from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

describe('bad input is refused with a code, a field and a sentence, and nothing is written', () => {
  test.each([
    ['a negative figure', { [first]: -1 }, 422, 'tooLow', `figures.${first}`],
    ['a fraction', { [first]: 0.5 }, 422, 'notAWholeNumber', `figures.${first}`],
    ['a huge figure', { [first]: 1e9 }, 422, 'tooHigh', `figures.${first}`],
    ['a text for a figure', { [first]: 'many' }, 400, 'invalid', `figures.${first}`],
    ['nothing for a figure', { [first]: null }, 400, 'invalid', `figures.${first}`],
    ['an unknown indicator', { visits: 1 }, 422, 'unknownIndicator', 'figures.visits'],
  ])('%s', async (_, change, status, code, field) => {
    const answer = await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: { ...complete, ...change } }),
    );

    expect(answer).toMatchObject({
      status,
      body: { status, code, field, detail: expect.stringMatching(/\.$/) },
    });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    await expectNothingWritten();
  });

  test('a number beyond what numbers can be', async () => {
    const body = JSON.stringify(command(0, { figures: complete })).replace(
      `"${first}":2`,
      `"${first}":1e999`,
    );

    expect(await ask(here.clinic.head, 'POST', here.clinic.november('/submission'), body)).toMatchObject({
      status: 400,
      body: { code: 'invalid' },
    });
    await expectNothingWritten();
  });

  test('a zero that was not typed', async () => {
    const { [first]: _, ...rest } = complete;

    const answer = await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: rest }),
    );

    expect(answer).toMatchObject({ status: 422, body: { code: 'missingFigure', field: `figures.${first}` } });
    await expectNothingWritten();
  });

  test.each([
    ['a future month', '2025-01', 422, 'monthNotOver', 'month'],
    ['the month that is not over', '2024-12', 422, 'monthNotOver', 'month'],
    ['a month before the facility was live', '2024-01', 422, 'notLiveThen', 'month'],
    ['something that is no month', '2024-13', 400, 'invalid', 'month'],
  ])('%s', async (_, month, status, code, field) => {
    const answer = await ask(
      here.clinic.head,
      'POST',
      here.clinic.path(`/reports/${month}/submission`),
      command(0, { figures: complete }),
    );

    expect(answer).toMatchObject({ status, body: { code, field } });
    await expectNothingWritten();
  });

  test.each([
    ['broken JSON', '{"figures": ', 400, 'malformed'],
    ['a list', '[]', 400, 'invalid'],
    ['nothing', undefined, 400, 'invalid'],
    ['more than a report can be', JSON.stringify({ note: 'x'.repeat(70_000) }), 413, 'tooLarge'],
  ])('%s as the body', async (_, body, status, code) => {
    expect(await ask(here.clinic.head, 'POST', here.clinic.november('/submission'), body)).toMatchObject({
      status,
      body: { code },
    });
    await expectNothingWritten();
  });

  test('an unknown field is refused, not ignored', async () => {
    const answer = await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete, status: 'approved' }),
    );

    expect(answer).toMatchObject({ status: 400, body: { code: 'unknownField', field: 'status' } });
    await expectNothingWritten();
  });

  test('an unknown question is refused too', async () => {
    const answer = await ask(manager, 'GET', '/facilities?colour=blue');

    expect(answer).toMatchObject({ status: 400, body: { code: 'unknownField', field: 'colour' } });
  });

  test('a facility that is not mine is missing, in the same words as one that does not exist', async () => {
    const stranger = { ...here.clinic.head, facilityId: 'UA-9998' };

    const mine = await ask(
      stranger,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );
    const none = await ask(
      stranger,
      'POST',
      '/facilities/UA-9999/reports/2024-11/submission',
      command(0, { figures: complete }),
    );

    expect(mine).toMatchObject({ status: 404, body: { code: 'notFound' } });
    expect(none.body).toEqual(mine.body);
    await expectNothingWritten();
  });

  test('a stale version answers 409 with both versions', async () => {
    await ask(here.clinic.head, 'PUT', here.clinic.november(), command(0, { figures: { [first]: 1 } }));

    const stale = await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );

    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'stale', current: { version: 1, figures: { [first]: 1 } }, yours: { figures: complete } },
    });
    await expectNothingWritten();
  });

  test('a facility’s code cannot be taken twice', async () => {
    const { body } = await ask(admin, 'GET', here.clinic.path());
    const { stages: _, version: __, latest: ___, ...known } = Object(body);

    const answer = await ask(admin, 'POST', '/facilities', command(0, { ...known, plannedOn: '2024-11-01' }));

    expect(answer).toMatchObject({ status: 409, body: { code: 'alreadyExists', field: 'facilityId' } });
  });

  test.each([0, 1, 4, 5, 6])('nor by a registration that is based on version %i of it', async (basedOn) => {
    const { body } = await ask(admin, 'GET', here.clinic.path());

    const answer = await ask(admin, 'POST', '/facilities', command(basedOn, profile(here.clinic.facilityId)));

    expect(answer).toMatchObject({ status: 409, body: { code: 'alreadyExists', field: 'facilityId' } });
    expect((await ask(admin, 'GET', here.clinic.path())).body).toEqual(body);
  });

  test('a registration that is based on something where there is nothing is stale', async () => {
    const answer = await ask(admin, 'POST', '/facilities', command(5, profile('UA-7001')));

    expect(answer).toMatchObject({ status: 409, body: { code: 'stale' } });
    expect(Object(answer.body).detail).not.toContain('already a facility');
    expect((await ask(admin, 'GET', '/facilities/UA-7001')).status).toBe(404);
  });

  test('a repeated key answers the same; with another body it is refused', async () => {
    const once = command(0, { figures: complete });

    const answers = [
      await ask(here.clinic.head, 'POST', here.clinic.november('/submission'), once),
      await ask(here.clinic.head, 'POST', here.clinic.november('/submission'), once),
    ];
    const other = await ask(here.clinic.head, 'POST', here.clinic.november('/submission'), {
      ...once,
      figures: { ...complete, [first]: 5 },
    });

    expect(answers[1]).toEqual(answers[0]);
    expect(other).toMatchObject({ status: 409, body: { code: 'keyReused', field: 'idempotencyKey' } });
  });

  test('of two reviewers at once one is told what the other did', async () => {
    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );

    const decisions = await Promise.all([
      ask(manager, 'POST', here.clinic.november('/approval'), command(1)),
      ask(
        manager,
        'POST',
        here.clinic.november('/return'),
        command(1, { field: firstField, reason: 'Please check' }),
      ),
    ]);

    expect(decisions.map((decision) => decision.status).toSorted()).toEqual([200, 409]);
    expect(decisions.find((decision) => decision.status === 409)?.body).toMatchObject({
      code: 'stale',
      current: { version: 2 },
    });
  });

  async function expectNothingWritten() {
    const history = await ask(admin, 'GET', here.clinic.november('/history'));
    expect(
      Object(history.body).lines.filter((line: { action: string }) => line.action !== 'saveDraft'),
    ).toEqual([]);
    expect(Object((await ask(admin, 'GET', here.clinic.path())).body).latest?.status ?? 'draft').toBe(
      'draft',
    );
  }
});
