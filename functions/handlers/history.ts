import { implement } from '@orpc/server';
import { contract } from '../contract.ts';
import { ensureMay, type Caller } from '../domain/caller.ts';
import type { HistoryLine } from '../domain/history.ts';
import { ensure } from '../domain/refusal.ts';
import { Facilities } from '../store/facilities.ts';
import { History, facilitySubject, reportSubject } from '../store/history.ts';
import type { Call } from './http/call.ts';
import { database } from './http/database.ts';
import { serve } from './http/serve.ts';

const os = implement(contract.history).$context<Call>();
const facilities = new Facilities(database);
const history = new History(database);

export const handler = serve(
  os.router({
    ofFacility: os.ofFacility.handler(({ input: { params }, context: { caller } }) =>
      linesOf(caller, params.facilityId, facilitySubject(params.facilityId)),
    ),
    ofReport: os.ofReport.handler(({ input: { params }, context: { caller } }) =>
      linesOf(caller, params.facilityId, reportSubject(params.facilityId, params.month)),
    ),
  }),
);

async function linesOf(
  caller: Caller,
  facilityId: string,
  subject: string,
): Promise<{ body: { lines: HistoryLine[] } }> {
  const facility = await facilities.find(facilityId);
  ensure(facility, 'notFound', 'There is no such facility.');
  ensureMay(caller, 'readHistory', facility);
  return { body: { lines: await history.of(subject, caller.facilityId === facilityId) } };
}
