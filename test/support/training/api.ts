import { expect } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { admin, command, manager, profile, solutionProfile, type inCountry } from '../country.ts';
import type { Loose } from '../stack.ts';
import { sessionAt } from './told.ts';

export const lvivManager: Caller = { ...manager, accountId: 'lviv', regions: ['UA-46'] };
/** Those of one facility who came. */
export const one = { nurse: { attending: 1, newToSolution: 1, newToEquipment: 1 } };
export const two = { doctor: { attending: 2, newToSolution: 2, newToEquipment: 1 } };
export const national = { kind: 'nation' };

let serial = 0;
export const freshId = () => `session-of-${String((serial += 1)).padStart(4, '0')}`;

/** The head of a facility of another region than the clinics of a test. */
export const odesa: Caller = { accountId: 'head-odesa', name: 'Head', role: 'head', facilityId: 'UA-7001' };
/** The head of another facility of their region. */
export const neighbour: Caller = { ...odesa, accountId: 'head-neighbour', facilityId: 'UA-7002' };

/** The path of a session. */
export const at = (sessionId: string, rest = '') => `/training-sessions/${sessionId}${rest}`;

/** What tests of training ask a country's API, about sessions at the clinic unless they say otherwise. */
export function trainingIn(here: ReturnType<typeof inCountry>) {
  const { ask } = here;
  /** Two more facilities, and a solution that people are trained on. */
  const prepare = async () => {
    const facility = (facilityId: string, region: string) =>
      ask(admin, 'POST', '/facilities', command(0, { ...profile(facilityId), region }));
    await facility('UA-7001', 'UA-51');
    await facility('UA-7002', 'UA-46');
    await ask(manager, 'POST', '/solutions', command(0, solutionProfile('trained-on')));
  };
  const register = (who: Caller, sessionId: string, more: object = {}) =>
    ask(
      who,
      'POST',
      '/training-sessions',
      command(0, { ...sessionAt(here.clinic.facilityId), ...more, sessionId }),
    );
  const edit = (who: Caller, sessionId: string, basedOn: number, more: object = {}) =>
    ask(who, 'PUT', at(sessionId), command(basedOn, { ...sessionAt(here.clinic.facilityId), ...more }));
  const cancel = (who: Caller, sessionId: string, basedOn: number, reason = 'Nobody came') =>
    ask(who, 'POST', at(sessionId, '/cancellation'), command(basedOn, { reason }));
  const tell = (
    who: Caller,
    sessionId: string,
    staff: object,
    basedOn: number,
    facilityId = who.facilityId,
  ) => ask(who, 'PUT', at(sessionId, `/lines/${facilityId}`), command(basedOn, { staff }));
  const got = async (who: Caller, sessionId: string): Promise<Loose> =>
    (await ask(who, 'GET', at(sessionId))).body;
  const registered = async (more: object = {}) => {
    const sessionId = freshId();
    expect(await register(manager, sessionId, more)).toMatchObject({ status: 200 });
    return sessionId;
  };
  /** How many sessions, attendances and trained workers a row has, in all months. */
  const counted = async (row?: string): Promise<number[]> => {
    const { body }: Loose = await ask(manager, 'GET', '/progress');
    const isIts = (_: number, at: number) => row === undefined || body.rows[at % body.rows.length] === row;
    return ['trainingSessions', 'attendances', 'workersTrained'].map((name) =>
      (body.figures[name] ?? []).filter(isIts).reduce((sum: number, amount: number) => sum + amount, 0),
    );
  };
  /** How far something moves them. */
  const movedBy = async (act: () => Promise<unknown>, row?: string): Promise<number[]> => {
    const before = await counted(row);
    await act();
    const after = await counted(row);
    return after.map((amount, index) => amount - (before[index] ?? 0));
  };
  return { prepare, register, edit, cancel, tell, got, registered, movedBy };
}
