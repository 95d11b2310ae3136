import { expect, test } from 'vitest';
import type { Caller } from '../../../functions/domain/caller.ts';
import { accountWrite } from '../../../functions/store/people/accounts.ts';
import { command, complete, admin, donor, manager, odesaManager } from '../../support/country.ts';
import { inEquippedCountry, lvivManager } from '../../support/equipmentApi.ts';
import { everyRequest, type Request } from '../../support/everyRequest.ts';
import { peopleOf } from '../../support/people.ts';
import { nationalLines, strategy } from '../../support/plan.ts';
import type { Loose } from '../../support/stack.ts';
import { sessionAt } from '../../support/training/told.ts';

const { here, ids, planned, tell, strike } = inEquippedCountry();
const { ask } = here;

/**
 * Who may do what, with what is theirs and with what is another's: a facility and a warehouse in Lviv region, and a donation
 * of the first donor, of which units are planned for the facility.
 *
 *   + may      o may, but does not see this record      x is forbidden      - is told that there is no such record
 */
const table = `
  route                                  manager manager manager admin donor another head another nobody
                                         of all  Lviv    Odesa               donor        head
  about.country                          +       +       +       +     +     +       +    +       +
  about.openapi                          +       +       +       +     +     +       +    +       +
  accounts.me                            +       +       +       +     +     +       +    +       x
  people.list                            x       x       x       +     x     x       x    x       x
  people.add                             x       x       x       +     x     x       x    x       x
  people.get                             x       x       x       +     x     x       x    x       x
  people.edit                            x       x       x       +     x     x       x    x       x
  people.invite                          x       x       x       +     x     x       x    x       x
  people.deactivate                      x       x       x       +     x     x       x    x       x
  people.reactivate                      x       x       x       +     x     x       x    x       x
  people.history                         x       x       x       +     x     x       x    x       x
  plan.whole                             +       +       +       +     +     +       +    +       x
  plan.setTarget                         +       x       x       +     x     x       x    x       x
  plan.targetHistory                     +       -       -       +     -     -       -    -       x
  plan.setMilestone                      x       x       x       +     x     x       x    x       x
  plan.milestoneHistory                  +       -       -       +     -     -       -    -       x
  progress.cube                          +       +       o       +     +     +       +    +       x
  progress.summary                       +       +       +       +     +     +       +    +       x
  progress.equipment                     +       +       o       +     -     -       -    -       x
  progress.equipment of a type           +       +       o       +     -     -       -    -       x
  progress.equipment of a solution       +       +       o       +     -     -       -    -       x
  progress.equipment of a donor          +       +       +       +     +     -       -    -       x
  progress.ofDonor                       +       +       +       +     +     -       -    -       x
  progress.repairs                       +       +       +       +     -     -       -    -       x
  explain.records                        +       +       -       +     -     -       -    -       x
  facilities.list                        +       +       o       +     x     x       x    x       x
  facilities.register                    x       x       -       +     -     -       x    -       x
  facilities.import                      x       x       x       +     x     x       x    x       x
  facilities.get                         +       +       -       +     -     -       +    -       x
  facilities.edit                        +       +       -       +     -     -       x    -       x
  facilities.changeStage                 +       +       -       +     -     -       x    -       x
  facilities.correctStage                x       x       -       +     -     -       x    -       x
  facilities.move                        +       +       -       +     -     -       x    -       x
  facilities.adopt                       +       +       -       +     -     -       x    -       x
  facilities.checkReadiness              +       +       -       +     -     -       +    -       x
  facilities.history                     +       +       -       +     -     -       +    -       x
  map.points                             +       +       o       +     x     x       x    x       x
  donors.list                            +       +       +       +     +     o       -    -       x
  donors.register                        +       x       x       +     -     -       -    -       x
  donors.get                             +       +       +       +     +     -       -    -       x
  donors.edit                            +       x       x       +     x     -       -    -       x
  donors.history                         +       x       x       +     x     -       -    -       x
  donations.list                         +       +       +       +     +     o       -    -       x
  donations.list of a donor              +       +       +       +     +     -       -    -       x
  donations.register                     +       x       x       +     -     -       -    -       x
  donations.get                          +       +       +       +     +     -       -    -       x
  donations.edit                         +       x       x       +     x     -       -    -       x
  donations.plan                         +       +       -       +     x     x       x    x       x
  donations.correctRate                  +       x       x       +     x     -       -    -       x
  donations.followRate                   +       x       x       +     x     -       -    -       x
  donations.overrideReadiness            +       x       x       +     x     -       -    -       x
  donations.trace                        +       +       x       x     x     -       -    -       x
  donations.makeTrace                    +       +       x       x     x     -       -    -       x
  donations.revokeTrace                  +       +       x       x     x     -       -    -       x
  donations.consignments                 +       +       o       +     +     -       -    -       x
  donations.history                      +       x       x       +     x     -       -    -       x
  consignments.list                      +       +       o       +     x     x       x    x       x
  consignments.atPlace                   +       +       -       +     -     -       +    -       x
  consignments.register                  +       +       -       +     -     -       +    -       x
  consignments.import                    +       +       -       +     x     x       x    x       x
  consignments.get                       +       +       -       +     x     -       +    -       x
  consignments.addEvent of a shipment    +       +       -       +     x     -       x    -       x
  consignments.addEvent of a use         +       +       -       +     x     -       +    -       x
  consignments.receive                   +       +       -       +     x     -       +    -       x
  consignments.strikeOut                 +       +       -       +     x     -       x    -       x
  consignments.correctFacts              +       +       -       +     x     -       x    -       x
  consignments.history                   +       +       -       +     x     -       +    -       x
  trace.card                             +       +       +       +     +     +       +    +       +
  training.list                          +       +       o       +     x     x       x    x       x
  training.ofFacility                    +       +       -       +     -     -       +    -       x
  training.register                      +       +       -       +     x     x       +    -       x
  training.register for the nation       +       -       -       +     x     x       -    -       x
  training.import                        +       +       -       +     x     x       x    x       x
  training.get                           +       +       -       +     -     -       +    -       x
  training.edit                          +       +       -       +     -     -       +    -       x
  training.tellLine                      +       +       -       +     -     -       +    -       x
  training.cancel                        +       +       -       +     -     -       +    -       x
  training.merge                         +       +       -       +     -     -       x    -       x
  training.history                       +       +       -       +     -     -       +    -       x
  iati.recipient                         +       x       x       +     -     -       -    -       x
  iati.donor                             +       +       +       +     +     -       -    -       x
  warehouses.list                        +       +       o       +     x     x       x    x       x
  warehouses.register                    +       +       -       +     -     -       -    -       x
  warehouses.get                         +       +       -       +     -     -       -    -       x
  warehouses.edit                        +       +       -       +     -     -       -    -       x
  warehouses.history                     +       +       -       +     -     -       -    -       x
  solutions.list                         +       +       +       +     +     +       +    +       x
  solutions.register                     +       x       x       +     x     x       x    x       x
  solutions.get                          +       +       +       +     +     +       +    +       x
  solutions.edit                         +       x       x       +     x     x       x    x       x
  solutions.followers                    +       +       +       +     +     +       +    +       x
  solutions.followTerms                  +       x       x       +     x     x       x    x       x
  solutions.changeStage                  +       x       x       +     x     x       x    x       x
  solutions.history                      +       -       -       +     -     -       -    -       x
  reports.ofFacility                     +       +       -       +     -     -       +    -       x
  reports.get                            +       +       -       +     -     -       +    -       x
  reports.saveDraft                      x       x       -       x     -     -       +    -       x
  reports.submit                         x       x       -       x     -     -       +    -       x
  reports.return                         +       +       -       x     -     -       x    -       x
  reports.approve                        +       +       -       x     -     -       x    -       x
  reports.correct                        x       x       -       x     -     -       +    -       x
  reports.attribute                      +       +       -       x     -     -       x    -       x
  reports.history                        +       +       -       +     -     -       +    -       x
  reports.ofMonth                        +       +       -       +     -     -       -    -       x
  reports.awaitingReview                 +       +       o       x     x     x       x    x       x
  reports.approveEach                    +       +       -       x     x     x       x    x       x
  reminders.own                          x       x       x       x     x     x       +    +       x
  reminders.choose                       x       x       x       x     x     x       +    +       x
  releases.list                          +       +       +       +     +     +       +    +       x
  releases.make                          +       x       x       x     x     x       x    x       x
  releases.get                           +       +       +       +     +     +       +    +       x
  releases.open                          +       +       o       +     x     x       x    x       x
  releases.now                           +       -       -       +     -     -       -    -       x
  releases.changed                       +       +       -       +     -     -       -    -       x
  releases.ofDonor                       +       +       +       +     +     -       -    -       x
  releases.history                       +       -       -       +     -     -       -    -       x
  openData.releases                      +       +       +       +     +     +       +    +       +
  openData.release                       +       +       +       +     +     +       +    +       +
  openData.figures                       +       +       +       +     +     +       +    +       +
  openData.dataPackage                   +       +       +       +     +     +       +    +       +
`;

const stockId = 'stock-ofclinic';

async function onRecord() {
  const { facilityId, head, november } = here.clinic;
  const consignmentId = await planned(1);
  await tell(manager, consignmentId, 'note', '2024-02-02', { note: 'Called them' });
  await strike(manager, consignmentId, 2);
  await ask(head, 'POST', '/consignments', {
    idempotencyKey: 'stock-of-the-clinic',
    consignmentId: stockId,
    source: { kind: 'unknown' },
    equipmentType: 'tablet',
    units: 1,
    log: [{ kind: 'planned', date: '2024-02-01', to: facilityId }],
  });
  await ask(head, 'POST', november('/submission'), command(0, { figures: complete }));
  const release: Loose = await ask(manager, 'POST', '/releases', command(0, { month: '2024-11' }));
  const sessionId = 'session-of-clinic';
  await ask(head, 'POST', '/training-sessions', command(0, { ...sessionAt(facilityId), sessionId }));
  await here.database.transact([head, strangeHead()].map(accountWrite));
  const trace: Loose = await ask(manager, 'POST', `/donations/${ids.donationId}/trace`, command(0));
  const { accountId, email = '' } = await peopleOf(here).added();
  return {
    ...{ facilityId, warehouseId: 'UA-W01', donorId: 'donor-1', consignmentId, stockId, sessionId },
    ...ids,
    person: { accountId, email },
    releaseId: release.body.releaseId,
    traceId: trace.body.link.traceId,
  };
}

const strangeHead = (): Caller => ({ ...here.clinic.head, accountId: 'stranger', facilityId: 'UA-9998' });

/** Those who ask, in the order of the columns. */
const callers = (): (Caller | undefined)[] => [
  manager,
  lvivManager,
  odesaManager,
  admin,
  donor,
  { ...donor, accountId: 'donor-2', donorId: 'donor-2' },
  here.clinic.head,
  strangeHead(),
  undefined,
];

async function outcomeOf(who: Caller | undefined, { method, path, body, holds }: Request): Promise<string> {
  const answer = await ask(who, method, path, body);
  const said: Loose = answer.body;
  if (answer.status >= 500 || answer.status === 400)
    throw new Error(`${method} ${path} answered ${JSON.stringify(said)}`);
  const [row] = said?.rows ?? [];
  const code: string | undefined = said?.code ?? row?.refused?.code;
  if (code === 'notFound') return '-';
  if (code === 'forbidden') return 'x';
  return holds && !JSON.stringify(said).includes(holds) ? 'o' : '+';
}

test('every route of the contract, asked by everyone', { timeout: 60_000 }, async () => {
  for (const [path, body] of [
    ['/plan/targets/facilitiesLive', { lines: nationalLines }],
    ['/plan/milestones/strategy', strategy],
  ] as const)
    await ask(admin, 'PUT', path, command(0, body));
  const lines: string[] = [];
  for (const [name, request] of Object.entries(everyRequest(await onRecord()))) {
    const outcomes: string[] = [];
    for (const who of callers()) outcomes.push(await outcomeOf(who, request));
    lines.push(lineOf(name, outcomes));
  }

  expect(lines).toEqual(table.split('\n').slice(3, -1));
});

const widths = [8, 8, 8, 6, 6, 8, 5, 8, 1];

function lineOf(name: string, outcomes: string[]): string {
  const cells = outcomes.map((outcome, index) => outcome.padEnd(widths[index] ?? 1));
  return `  ${name.padEnd(39)}${cells.join('')}`;
}
