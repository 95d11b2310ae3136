import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inCountry, manager, odesaManager } from '../../../support/country.ts';
import type { Loose } from '../../../support/stack.ts';
import { rowOfSession } from '../../../support/training/told.ts';
import { national, one, trainingIn } from '../../../support/training/api.ts';

const here = inCountry();
const { ask } = here;
const { prepare, got, movedBy } = trainingIn(here);

beforeAll(prepare);

describe('an import', () => {
  const post = async (
    rows: object[],
    { isDryRun = false, who = manager, key = String(randomUUID()) } = {},
  ): Promise<Loose[]> => {
    const answer: Loose = await ask(who, 'POST', '/training-sessions/imports', {
      idempotencyKey: key,
      isDryRun,
      rows,
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body.rows;
  };
  const outcomes = (rows: Loose[]) => rows.map(({ outcome }) => outcome);
  let day = 10;
  let row: (facilityId: string, more?: object) => object;
  beforeEach(() => {
    const held = `2024-10-${(day += 1)}`;
    row = (facilityId, more = {}) => ({ ...rowOfSession(facilityId), day: held, host: national, ...more });
  });

  test('makes one session of the rows of its facilities, and nothing more of the same file', async () => {
    const rows = [row('UA-7001'), row('UA-7002')];

    expect(await movedBy(() => post(rows, { isDryRun: true }))).toEqual([0, 0, 0]);
    expect(await movedBy(() => post(rows))).toEqual([1, 4, 2]);
    expect(await movedBy(() => post(rows))).toEqual([0, 0, 0]);
    const again = await post(rows);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged']);
    const [first, second] = again;
    expect(first.sessionId).toBe(second.sessionId);
    expect(outcomes(await post([row('UA-7001', { staff: one }), row(here.clinic.facilityId)]))).toEqual([
      'changed',
      'changed',
    ]);
    expect((await got(manager, first.sessionId)).session.lines).toHaveLength(3);
  });

  test('makes several sessions to which people of one place came, or which it held', async () => {
    const held = { kind: 'facility', facilityId: 'UA-7001' };
    const topics = ['Video calls', 'Telemetry', 'Records'];
    const rows = topics.map((topic) => {
      const { solutionId: _, ...about }: Loose = row('UA-7001');
      return { ...about, topic, host: held };
    });

    expect(outcomes(await post(rows, { isDryRun: true }))).toEqual(['new', 'new', 'new']);
    expect(outcomes(await post(rows))).toEqual(['new', 'new', 'new']);
    expect(outcomes(await post(rows))).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  test('tells once what its lost answer said', async () => {
    const rows = [row('UA-7001'), row('UA-7002')];
    const key = randomUUID();
    await post(rows, { key });

    expect(await movedBy(() => post(rows, { key }))).toEqual([0, 0, 0]);
  });

  test('refuses the rows that cannot be, and stops none of the others', async () => {
    const more = { attending: 1, newToSolution: 2, newToEquipment: 0 };
    const rows = await post([
      row('UA-7001'),
      row('UA-7001'),
      row('UA-9999'),
      row('UA-7002', { provider: 'Somebody else' }),
      row('UA-7002', { staff: { doctor: more } }),
      row('UA-7002', { day: '2024-12-25' }),
      row('UA-7002', { topic: undefined, solutionId: 'nowhere' }),
      row('UA-7002', { topic: undefined, solutionId: 'trained-on', day: '2024-01-02' }),
      row('UA-7002'),
    ]);

    expect(rows.map(({ outcome, refused }) => refused?.code ?? outcome)).toEqual([
      'new',
      'alreadyExists',
      'notFound',
      'wrongState',
      'moreThanItsWhole',
      'dateNotAllowed',
      'invalid',
      'dateNotAllowed',
      'changed',
    ]);
  });

  test('is of the own regions', async () => {
    const own = { host: { kind: 'region', region: 'UA-51' } };
    const rows = await post([row('UA-7001', own), row('UA-7002', own), row('UA-7001')], {
      who: odesaManager,
    });

    expect(rows.map(({ outcome, refused }) => [outcome, refused?.field])).toEqual([
      ['new', undefined],
      ['refused', 'facilityId'],
      ['refused', 'host'],
    ]);
  });
});
