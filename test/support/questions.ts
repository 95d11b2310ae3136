import type { Caller } from '../../functions/domain/caller.ts';
import type { Api } from './api.ts';
import { admin, command, manager } from './country.ts';
import { everyRequest } from './everyRequest.ts';
import type { Loose } from './stack.ts';

/** What a question to the API cost: requests to the database, and milliseconds. */
export interface Cost {
  route: string;
  requests: number;
  milliseconds: number;
}

/** Asks each question of the API once, in the sample country, as someone of the ministry who may ask it, or as a head what is a head's own. */
export async function costOfQuestions(api: Api): Promise<Cost[]> {
  const known = await recordsIn(api);
  const head = await someHead(api);
  const askers: Record<string, Caller> = { people: admin, reminders: head };
  const costs: Cost[] = [];
  for (const [route, { method, path }] of Object.entries(everyRequest(known))) {
    if (method !== 'GET') continue;
    api.wire.counted();
    const start = performance.now();
    const { status } = await api.ask(askers[route.split('.')[0] ?? ''] ?? manager, method, path);
    const milliseconds = performance.now() - start;
    if (status !== 200) throw new Error(`${route} answers ${status}.`);
    const requests = Object.values(api.wire.counted()).reduce((sum, count) => sum + count, 0);
    costs.push({ route, requests, milliseconds });
  }
  return costs;
}

async function someHead({ ask }: Pick<Api, 'ask'>): Promise<Caller> {
  const { body }: Loose = await ask(admin, 'GET', '/people?role=head');
  const [{ accountId, name, facilityId }] = body.people;
  return { accountId, name, role: 'head', facilityId };
}

/** The newest release, made if there is none yet. */
async function newestRelease({ ask }: Pick<Api, 'ask'>): Promise<string> {
  const { body }: Loose = await ask(manager, 'GET', '/releases');
  const [newest] = body.releases;
  if (newest) return newest.releaseId;
  const made: Loose = await ask(manager, 'POST', '/releases', command(0, { month: '2024-11' }));
  return made.body.releaseId;
}

/** The link to a donation's card, made if it has none. */
async function linkOf({ ask }: Pick<Api, 'ask'>, donationId: string): Promise<string> {
  const path = `/donations/${donationId}/trace`;
  const { body }: Loose = await ask(manager, 'GET', path);
  if (body.link) return body.link.traceId;
  const made: Loose = await ask(manager, 'POST', path, command(body.version));
  return made.body.link.traceId;
}

async function recordsIn({ ask }: Api) {
  const get = async (path: string): Promise<Loose> => (await ask(admin, 'GET', path)).body;
  const [donation] = (await get('/donations')).donations;
  const [consignment] = (await get(`/donations/${donation.donationId}/consignments`)).consignments;
  const { rows } = await get('/reports?region=UA-46&month=2024-11');
  return {
    facilityId: rows.find(({ report }: Loose) => report).facility.facilityId,
    warehouseId: (await get('/warehouses')).warehouses[0].warehouseId,
    solutionId: (await get('/solutions')).solutions[0].solutionId,
    donorId: donation.donorId,
    donationId: donation.donationId,
    consignmentId: consignment.consignmentId,
    stockId: consignment.consignmentId,
    sessionId: (await get('/training-sessions')).sessions[0].sessionId,
    person: (await get('/people')).people[0],
    releaseId: await newestRelease({ ask }),
    traceId: await linkOf({ ask }, donation.donationId),
  };
}
