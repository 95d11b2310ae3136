import { randomUUID } from 'node:crypto';
import { beforeEach, expect } from 'vitest';
import type { Caller } from '../../functions/domain/caller.ts';
import { checkProgress, sentencesOf } from '../../functions/rebuild/check.ts';
import { admin, command, inCountry, manager, odesaManager, pack, warehouse } from './country.ts';
import { agreement, allMet } from './equipment.ts';
import type { Loose } from './stack.ts';

export const lvivManager: Caller = { ...odesaManager, accountId: 'lviv', regions: ['UA-46'] };

/** A country with a donation of its own for each test: ten tablets, for a solution that needs a tablet; the clinic is ready for it. */
export function inEquippedCountry() {
  const here = inCountry();
  const { ask } = here;
  const ids = { donationId: '', solutionId: '' };
  const clinicId = () => here.clinic.facilityId;
  const given = () => ({
    ...agreement,
    lines: agreement.lines.map((line) => ({ ...line, solutionId: ids.solutionId })),
  });
  const looked = (basedOn: number, more: object = {}) =>
    command(basedOn, { solutionId: ids.solutionId, on: '2024-02-01', checks: allMet, ...more });
  beforeEach(async () => {
    const id = randomUUID().slice(0, 8);
    Object.assign(ids, { donationId: `aid-${id}`, solutionId: `tele-${id}` });
    for (const [path, body] of [
      ['/warehouses', warehouse('UA-W01')],
      ['/donors', { donorId: 'donor-1', names: { uk: 'Донор', en: 'Donor' }, kind: 'multilateral' }],
      ['/donors', { donorId: 'donor-2', names: { uk: 'Інший', en: 'Other' }, kind: 'government' }],
      [
        '/solutions',
        {
          solutionId: ids.solutionId,
          names: { uk: 'Рішення', en: 'Solution' },
          capability: 'pregnancyMonitoring',
          equipmentTypes: ['tablet'],
          indicators: [],
          preparingOn: '2024-01-01',
        },
      ],
      ['/donations', { donationId: ids.donationId, donorId: 'donor-1', ...given() }],
    ] as const)
      await ask(admin, 'POST', path, command(0, body));
    await ask(admin, 'POST', here.clinic.path('/readiness'), looked(5));
  });
  const plan = (who: Caller, rows: object[]) =>
    ask(who, 'POST', `/donations/${ids.donationId}/consignments`, {
      idempotencyKey: randomUUID(),
      lineId: 'l1',
      date: '2024-02-01',
      rows,
    });
  const toConsignment = (path: string) => (who: Caller, consignmentId: string, content: object) =>
    ask(who, 'POST', `/consignments/${consignmentId}/${path}`, {
      idempotencyKey: randomUUID(),
      placeId: clinicId(),
      ...content,
    });
  const addEvent = toConsignment('events');
  return {
    here,
    ids,
    given,
    /** What is told of the clinic's readiness: all is met, where nothing else is said. */
    looked,
    plan,
    /** Plans units for the clinic; answers the consignment's code. */
    planned: async (units: number): Promise<string> => {
      const { body } = await plan(manager, [{ placeId: clinicId(), units }]);
      return Object(body).rows[0].consignmentId;
    },
    tell: (who: Caller, consignmentId: string, kind: string, date: string, more: object = {}) =>
      addEvent(who, consignmentId, { kind, date, ...more }),
    receive: (who: Caller, consignmentId: string, more: object) =>
      toConsignment('receipt')(who, consignmentId, { date: '2024-03-10', ...more }),
    strike: (who: Caller, consignmentId: string, eventId: number, more: object = {}) =>
      toConsignment('strikes')(who, consignmentId, { eventId, reason: 'It was a mistake.', ...more }),
    correct: (who: Caller, consignmentId: string, basedOn: number, facts: object) =>
      toConsignment('facts')(who, consignmentId, { basedOn, ...facts }),
    atClinic: async (who: Caller = here.clinic.head): Promise<Loose[]> => {
      const { body } = await ask(who, 'GET', `/places/${clinicId()}/consignments`);
      return Object(body).consignments;
    },
    clinicNow: async (): Promise<Loose> => (await ask(admin, 'GET', here.clinic.path())).body,
    expectClean: async () => expect(sentencesOf(await checkProgress(here.database, pack))).toEqual([]),
  };
}
