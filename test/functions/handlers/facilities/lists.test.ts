import { describe, expect, test } from 'vitest';
import type { Caller } from '../../../../functions/domain/caller.ts';
import { donor, manager, odesaManager } from '../../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../../support/equipmentApi.ts';
import type { Loose } from '../../../support/stack.ts';

const { here, ids, looked, planned, tell, receive, expectClean } = inEquippedCountry();
const { ask } = here;

/** The rows of a list that are of the clinic. */
async function ofClinic(query: string, who: Caller = manager): Promise<Loose[]> {
  const { status, body } = await ask(who, 'GET', `/facilities?region=UA-46&${query}`);
  expect(status).toBe(200);
  const rows: Loose[] = Object(body).facilities;
  return rows.filter(({ facilityId }) => facilityId === here.clinic.facilityId);
}
const figureOf = async (name: string, month: string, who: Caller = manager): Promise<unknown> =>
  Object((await ask(who, 'GET', `/progress/summary?month=${month}`)).body).figures[name];

describe('facilities by what they can use', () => {
  test('are listed while they can, and no longer', async () => {
    const [code, figure] = ['capability=pregnancyMonitoring', 'facilitiesWith.pregnancyMonitoring'];
    const before = Number(await figureOf(figure, '2024-12')) || 0;
    const id = await planned(1);
    await tell(manager, id, 'shipped', '2024-03-01');
    await receive(here.clinic.head, id, { working: 1, damaged: 0 });
    expect(await ofClinic(code)).toEqual([]);

    await tell(here.clinic.head, id, 'installed', '2024-04-01');
    expect(await ofClinic(code)).toMatchObject([{ stage: 'live' }]);
    expect(await ofClinic(`${code}&stage=planned`)).toEqual([]);
    expect(await ofClinic(`${code}&text=${here.clinic.facilityId}`)).toHaveLength(1);
    expect(await ofClinic('capability=selfExamination')).toEqual([]);
    expect(await ofClinic(code, odesaManager)).toEqual([]);
    expect(await figureOf(figure, '2024-12')).toBe(before + 1);

    await tell(manager, id, 'lost', '2024-11-20');
    expect(await ofClinic(code)).toEqual([]);
    await expectClean();
  });

  test.each(['flying', '', 'pregnancyMonitoring2'])('are of no capability “%s”', async (code) => {
    expect(await ask(manager, 'GET', `/facilities?capability=${code}`)).toMatchObject({
      status: 400,
      body: { code: 'invalid', field: 'capability' },
    });
  });
});

describe('facilities with gaps of readiness that are due', () => {
  const due = 'concern=readinessGap';
  const look = (basedOn: number, more: object) =>
    ask(manager, 'POST', here.clinic.path('/readiness'), looked(basedOn, more));
  const gap = (lookAgainOn: string) => ({ check: 'room', isMet: false, note: 'Being painted', lookAgainOn });

  test('are listed from the day on which somebody was to look again, with what, until somebody does', async () => {
    const figure = async () => Number(await figureOf('facilitiesReadinessGap', '2024-11')) || 0;
    const before = await figure();
    await look(6, { checks: [gap('2024-12-04')] });
    expect(await ofClinic(due)).toEqual([]);
    await look(7, { checks: [gap('2024-11-20')] });

    expect(await ofClinic(due)).toMatchObject([
      { dueGaps: [{ solutionId: ids.solutionId, check: 'room', lookAgainOn: '2024-11-20' }] },
    ]);
    expect(JSON.stringify(await ofClinic(due))).not.toContain('painted');
    expect((await ofClinic(''))[0]).not.toHaveProperty('dueGaps');
    expect(await figure()).toBe(before + 1);

    await look(8, { on: '2024-12-03', checks: [{ check: 'room', isMet: true }] });
    expect(await ofClinic(due)).toEqual([]);
    expect(await figure()).toBe(before + 1);
    expect(Number(await figureOf('facilitiesReadinessGap', '2024-12')) || 0).toBe(before);
    await expectClean();
  });

  test('are no concern that is not known', async () => {
    expect(await ask(manager, 'GET', '/facilities?concern=stuck')).toMatchObject({
      status: 400,
      body: { code: 'invalid', field: 'concern' },
    });
  });

  test('are the ministry’s to know: neither a donor nor a head is told the figure, nor given the list', async () => {
    await look(6, { checks: [gap('2024-11-20')] });
    const told = async (who: Caller) =>
      Object.keys(Object((await ask(who, 'GET', '/progress')).body).figures).includes(
        'facilitiesReadinessGap',
      );

    for (const who of [manager, lvivManager]) expect(await told(who)).toBe(true);
    for (const who of [donor, here.clinic.head]) {
      expect(await told(who)).toBe(false);
      expect(await figureOf('facilitiesReadinessGap', '2024-11', who)).toBeUndefined();
      expect((await ask(who, 'GET', `/facilities?${due}`)).status).toBe(403);
    }
  });
});
