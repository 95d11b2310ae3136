import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { vi } from 'vitest';
import type { Caller } from '../../functions/domain/caller.ts';
import { accountWrite } from '../../functions/store/people/accounts.ts';
import type { Database } from '../../functions/store/database.ts';
import { contractRoutes } from '../../infra/api.ts';
import { startApi, type Ask } from './api.ts';
import {
  admin,
  command,
  complete,
  edited,
  editedWarehouse,
  firstField,
  manager,
  profile,
  solutionProfile,
  usedIndicators,
  warehouse,
} from './country.ts';
import { consignment, inUse } from './equipment.ts';
import { equipmentLife } from './equipmentRequests.ts';
import { explainLife } from './explain/requests.ts';
import { everyLetter } from './reminders/everyLetter.ts';
import { releaseLife } from './release/requests.ts';
import { trainingLife } from './training/requests.ts';
import { startPublication } from './publication/startPublication.ts';
import { deedsOf, postedDeed } from './access/deeds.ts';
import { accessWritten, type Deed, type Loose } from './stack.ts';
import { nationalLines, strategy } from './plan.ts';

/**
 * Asks every route of the API, and each function that no route leads to, on a real engine. Answers who touched which
 * table and how, in the form of the access matrix.
 */
export async function requestsOfEveryRoute(): Promise<Record<string, string>> {
  // What is asked for is published below, where it is looked at.
  const publication = await startPublication(() => Promise.resolve());
  const { ask, database, stop } = await startApi();
  Object.assign(process.env, publication.env);
  const sent = vi.spyOn(DynamoDBClient.prototype, 'send');
  const administered = vi.spyOn(CognitoIdentityProviderClient.prototype, 'send');
  const posted = vi.spyOn(globalThis, 'fetch');
  await database.transact([admin, reminded, { ...head, accountId: 'petro' }].map(accountWrite));
  const deeds = new Map<string, Deed[]>();
  const note: Note = async (name, work) => {
    sent.mockClear();
    administered.mockClear();
    posted.mockClear();
    const answer = await work();
    const seen = [...sent.mock.calls, ...administered.mock.calls].flatMap(([one]) => deedsOf(one));
    const letters = posted.mock.calls.map(([asked]) => postedDeed(asked));
    deeds.set(name, [...(deeds.get(name) ?? []), ...seen, ...letters]);
    return answer;
  };
  try {
    await everyRoute(ask, note);
    await everyOther(database, note);
    await everyLetter(note);
  } finally {
    sent.mockRestore();
    administered.mockRestore();
    posted.mockRestore();
    await stop();
    await publication.stop();
  }
  return Object.fromEntries([...deeds].map(([name, own]) => [name, accessWritten(own)]));
}

/** Does a function's work, and notes what it sends meanwhile. */
type Note = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>;

const head: Caller = { accountId: 'head', name: 'Head', role: 'head', facilityId: 'UA-0001' };
/** The head, with an address. */
const reminded = { ...head, email: 'head@example.org' };
const facility = '/facilities/UA-0001';
const november = `${facility}/reports/2024-11`;
const stage = (basedOn: number, to: string) => command(basedOn, { stage: to, date: '2024-02-01' });
const submission = command(1, { figures: complete });
const approvals = {
  idempotencyKey: 'all-of-november',
  reports: [{ facilityId: 'UA-0001', month: '2024-11', basedOn: 4 }],
};

const importing = (idempotencyKey: string, externalCodes: object[]) => {
  const { plannedOn, ...rest } = profile('UA-0003');
  return { idempotencyKey, isDryRun: false, rows: [{ profile: { ...rest, externalCodes }, plannedOn }] };
};

const { solutionId: _, preparingOn: __, ...solution } = solutionProfile('new');
const petro = {
  name: 'Petro',
  email: 'petro@example.org',
  role: 'head',
  facilityId: 'UA-0001',
  language: 'uk',
  reminders: true,
};
const { facilityId: ___, ...nora } = petro;
const former = '/people/petro';

const wanted = command(1, { isOn: true });

/** A life of a facility and its November, in which every procedure of the contract is asked for. */
const life: Record<string, [Caller | undefined, path: string, body?: object][]> = {
  'about.country': [[undefined, '/country']],
  'about.openapi': [[undefined, '/openapi.json']],
  'accounts.me': [[head, '/me']],
  'facilities.register': [
    [admin, '/facilities', command(0, profile('UA-0001'))],
    [
      admin,
      '/facilities',
      command(0, { ...profile('UA-0002'), links: [{ kind: 'sharesRecords', facilityId: 'UA-0001' }] }),
    ],
  ],
  'facilities.changeStage': ['connected', 'equipped', 'trained', 'live'].map((to, index) => [
    admin,
    `${facility}/stages`,
    stage(index + 1, to),
  ]),
  'facilities.correctStage': [
    [admin, `${facility}/stages/correction`, command(5, { index: 4, date: '2024-03-01' })],
  ],
  'facilities.edit': [
    [manager, `${facility}/profile`, command(6, edited([{ system: 'dhis2', code: 'a' }]))],
    [manager, `${facility}/profile`, command(7, edited([{ system: 'dhis2', code: 'b' }]))],
  ],
  'facilities.import': [
    [admin, '/facilities/imports', importing('of-codes', [{ system: 'dhis2', code: 'c' }])],
    [admin, '/facilities/imports', importing('of-others', [{ system: 'dhis2', code: 'd' }])],
  ],
  'people.add': [
    [admin, '/people', command(0, petro)],
    [admin, '/people', command(0, { ...petro, email: 'left@example.org' })],
  ],
  'people.edit': [
    [admin, former, command(1, { ...petro, email: 'former@example.org' })],
    [admin, former, command(2, { ...petro, email: 'again@example.org' })],
  ],
  'people.invite': [[admin, `${former}/invitation`, command(3)]],
  'people.deactivate': [[admin, `${former}/deactivation`, command(4)]],
  'people.reactivate': [[admin, `${former}/reactivation`, command(5)]],
  'people.list': [[admin, '/people?text=petro@example.org']],
  'people.get': [[admin, former]],
  'people.history': [[admin, `${former}/history`]],
  'facilities.list': [[manager, '/facilities?text=b']],
  'map.points': [[manager, '/map/facilities?language=uk']],
  'facilities.get': [[manager, facility]],
  'facilities.history': [[manager, `${facility}/history`]],
  'solutions.register': [[manager, '/solutions', command(0, solutionProfile('new'))]],
  'solutions.edit': [
    [manager, '/solutions/new', command(1, { ...solution, indicators: usedIndicators.slice(1, 2) })],
  ],
  'solutions.followers': [[manager, '/solutions/new/followers']],
  'solutions.changeStage': [
    [manager, '/solutions/new/stages', command(2, { status: 'operating', date: '2024-03-01' })],
  ],
  'solutions.list': [[manager, '/solutions']],
  'solutions.get': [[head, '/solutions/new']],
  'solutions.history': [[manager, '/solutions/new/history']],
  'reports.saveDraft': [[head, november, command(0, { figures: complete })]],
  'reports.submit': [
    [head, `${november}/submission`, submission],
    [head, `${november}/submission`, submission],
  ],
  'reports.return': [
    [manager, `${november}/return`, command(2, { field: firstField, reason: 'Please look again' })],
  ],
  'reports.submit again': [[head, `${november}/submission`, command(3, { figures: complete })]],
  'reports.awaitingReview': [[manager, '/reviews']],
  'reports.approveEach': [[manager, '/reviews/approvals', approvals]],
  'reports.correct': [[head, `${november}/correction`, command(5, { reason: 'Counted twice' })]],
  'reports.submit corrected': [[head, `${november}/submission`, command(6, { figures: complete })]],
  'reports.approve': [[manager, `${november}/approval`, command(7)]],
  'reports.attribute': [[manager, `${november}/attribution`, command(8, { reason: 'Entered late' })]],
  'reports.submit older': [
    [head, `${facility}/reports/2024-10/submission`, command(0, { figures: complete })],
  ],
  'warehouses.register': [[admin, '/warehouses', command(0, warehouse('UA-W01'))]],
  ...equipmentLife(head),
  'people.add of a donor': [
    [admin, '/people', command(0, { ...nora, email: 'nora@example.org', role: 'donor', donorId: 'donor-1' })],
  ],
  'facilities.adopt': [
    [
      manager,
      `${facility}/adoptions`,
      command(14, { solutionId: 'new', from: '2024-06-03', source: 'Letter' }),
    ],
    [
      manager,
      `${facility}/adoptions`,
      command(15, { solutionId: 'new', from: '2024-06-03', until: '2024-06-03', source: 'A mistake' }),
    ],
  ],
  ...trainingLife(head),
  'facilities.move': [[admin, `${facility}/region`, command(16, { region: 'UA-51', date: '2024-10-15' })]],
  'reports.get': [[manager, november]],
  'reports.history': [[manager, `${november}/history`]],
  'reports.ofFacility': [[manager, `${facility}/reports`]],
  'reports.ofMonth': [[manager, '/reports?region=UA-46&month=2024-11']],
  'warehouses.edit': [
    [manager, '/warehouses/UA-W01', command(1, editedWarehouse({ locationPolicy: 'hidden' }))],
  ],
  'warehouses.list': [[manager, '/warehouses']],
  'warehouses.get': [[manager, '/warehouses/UA-W01']],
  'warehouses.history': [[manager, '/warehouses/UA-W01/history']],
  'reminders.own': [[head, '/me/reminders']],
  'reminders.choose': [
    [head, '/me/reminders', wanted],
    [head, '/me/reminders', wanted],
  ],
  ...releaseLife,
  'plan.setTarget': [[manager, '/plan/targets/facilitiesLive', command(0, { lines: nationalLines })]],
  'plan.setMilestone': [[admin, '/plan/milestones/strategy', command(0, strategy)]],
  'plan.whole': [[manager, '/plan']],
  'plan.targetHistory': [[manager, '/plan/targets/facilitiesLive/history']],
  'plan.milestoneHistory': [[manager, '/plan/milestones/strategy/history']],
  'progress.cube': [[manager, '/progress']],
  'progress.summary': [[manager, '/progress/summary?month=2024-11']],
  'progress.equipment': [[manager, '/progress/equipment']],
  'progress.ofDonor': [[manager, '/progress/donors/donor-1']],
  'progress.repairs': [[manager, '/progress/repairs']],
  ...explainLife,
};

async function everyRoute(ask: Ask, note: Note): Promise<void> {
  const routes = new Map(contractRoutes().map((route) => [route.name, route]));
  const forgotten = [...routes.keys()].filter((name) => !(name in life));
  if (forgotten.length > 0) throw new Error(`Nobody asks for ${forgotten.join(', ')}.`);
  let releaseId = '';
  let traceId = '';
  for (const [name, requests] of Object.entries(life)) {
    const route = routes.get(name.split(' ')[0] ?? '');
    if (!route) throw new Error(`The contract has no ${name}.`);
    for (const [caller, written, body] of requests) {
      const path = written.replace('{releaseId}', releaseId).replace('{traceId}', traceId);
      const answer = await note(route.served, () => ask(caller, route.method, path, body));
      const { status } = answer;
      const said: Loose = answer.body;
      releaseId = said?.releaseId ?? releaseId;
      traceId = said?.link?.traceId ?? traceId;
      if (status !== 200) throw new Error(`${name} answered ${status}: ${JSON.stringify(said)}`);
    }
  }
}

/** The functions that no route leads to; before the repairs, what there is to repair is broken. */
async function everyOther(database: Database, note: Note): Promise<void> {
  const { handler: preToken } = await import('../../functions/handlers/preToken.ts');
  const { handler: publish } = await import('../../functions/handlers/publish.ts');
  const { handler: rebuild } = await import('../../functions/handlers/rebuild.ts');
  const signedIn: Loose = { request: { userAttributes: { sub: 'none' }, groupConfiguration: {} } };
  await note('preToken', () => preToken(signedIn));
  await note('publish', () => publish({ job: 'publishAll' }));
  await note('rebuild', () => rebuild({ job: 'check' }));
  await spoil(database);
  await note('rebuild', () => rebuild({ job: 'repair' }));
  await note('rebuild', () => rebuild({ job: 'upgrade' }));
}

/** A latest report that is not the newest, a row of progress that is too high, and what older releases left behind. */
const spoil = (database: Database): Promise<void> =>
  database.transact([
    {
      table: 'facilities',
      kind: 'update',
      key: { facilityId: 'UA-0001' },
      update: 'REMOVE #latest',
      names: { '#latest': 'latest' },
    },
    {
      table: 'progress',
      kind: 'update',
      key: { scope: 'country#2024', monthRegion: '2024-11#UA-46' },
      update: 'ADD #figure :one, #writes :one',
      names: { '#figure': 'fl', '#writes': 'v' },
      values: { ':one': 1 },
    },
    { table: 'progress', kind: 'put', item: { scope: 'country', monthRegion: '2024-11#UA-46' } },
    {
      table: 'accounts',
      kind: 'put',
      item: { accountId: 'former', name: 'Former', role: 'manager' },
    },
    { table: 'consignments', kind: 'put', item: { ...consignment([...inUse, ['fault', '05-02']]) } },
  ]);
