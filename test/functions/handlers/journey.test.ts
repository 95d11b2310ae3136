import { describe, expect, test } from 'vitest';
import { command, complete, consultations, firstField, inCountry, manager } from '../../support/country.ts';

const here = inCountry();
const { ask } = here;

async function teleconsultations(): Promise<number> {
  const { body } = await ask(manager, 'GET', '/progress/summary?month=2024-11');
  expect(body).toHaveProperty('figures');
  return Object(body).figures.teleconsultations ?? 0;
}

describe('the month’s journey', () => {
  test('submitted, returned, sent again, approved: the summary changes by exactly the figures', async () => {
    const before = await teleconsultations();

    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );
    const waiting = await ask(manager, 'GET', '/reviews?region=UA-46');
    const returned = await ask(
      manager,
      'POST',
      here.clinic.november('/return'),
      command(1, { field: firstField, reason: 'Twice the usual, please check' }),
    );
    const whileReturned = await teleconsultations();
    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(2, { figures: complete }),
    );
    const approved = await ask(manager, 'POST', here.clinic.november('/approval'), command(3));

    expect(waiting.body).toMatchObject({
      waiting: expect.arrayContaining([
        expect.objectContaining({
          facility: expect.objectContaining({ facilityId: here.clinic.facilityId }),
        }),
      ]),
    });
    expect(returned.body).toMatchObject({
      status: 'returned',
      returned: { reason: 'Twice the usual, please check', by: { name: 'Olena' } },
    });
    expect(whileReturned).toBe(before);
    expect(approved.body).toMatchObject({ status: 'approved', version: 4 });
    expect(await teleconsultations()).toBe(before + consultations);
  });

  test('a correction after approval is a new revision with its reason, and its history says so', async () => {
    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/submission'),
      command(0, { figures: complete }),
    );
    await ask(manager, 'POST', here.clinic.november('/approval'), command(1));

    await ask(
      here.clinic.head,
      'POST',
      here.clinic.november('/correction'),
      command(2, { reason: 'Counted twice' }),
    );
    const history = await ask(manager, 'GET', here.clinic.november('/history'));

    expect(Object(history.body).lines.map((line: { action: string }) => line.action)).toEqual([
      'submit',
      'approve',
      'correct',
    ]);
    expect(Object(history.body).lines.at(-1).changes).toContainEqual({
      field: 'correction',
      to: 'Counted twice',
    });
  });

  test('a history tells only what changed, in whatever order the database keeps the rest', async () => {
    const history = await ask(manager, 'GET', here.clinic.path('/history'));

    for (const line of Object(history.body).lines.slice(1))
      expect(line.changes.map((change: { field: string }) => change.field)).toEqual(['stages']);
  });

  test('the month’s list names those that are missing too', async () => {
    const { body } = await ask(manager, 'GET', '/reports?region=UA-46&month=2024-10');

    const row = Object(body).rows.find(
      (candidate: { facility: { facilityId: string } }) =>
        candidate.facility.facilityId === here.clinic.facilityId,
    );
    expect(row).toMatchObject({ facility: { stage: 'live' } });
    expect(row.report).toBeUndefined();
  });
});
