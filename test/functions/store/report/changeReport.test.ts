import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cubeOf, ProgressSums, summaryOf } from '../../../../functions/domain/progress.ts';
import { Database } from '../../../../functions/store/database.ts';
import { Facilities } from '../../../../functions/store/facility/facilities.ts';
import { History } from '../../../../functions/store/history.ts';
import { MonthlyReports, reportSubject } from '../../../../functions/store/report/monthlyReports.ts';
import { Progress } from '../../../../functions/store/progress.ts';
import { figures, testPack } from '../../../support/builders.ts';
import { joinedFacility, reportsOf } from '../../../support/rollout.ts';
import { startEngine, type TestEngine } from '../../../support/system.ts';
import { wireTo, type Wire } from '../../../support/wire.ts';

let engine: TestEngine;
let wire: Wire;
let database: Database;
let reports: ReturnType<typeof reportsOf>;

beforeAll(async () => {
  engine = await startEngine();
  wire = await wireTo(engine.endpoint);
  database = new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint });
  reports = reportsOf(database);
});
afterAll(async () => {
  await wire.stop();
  await engine.stop();
});

let facilityId: string;
let serial = 0;
beforeEach(async () => {
  facilityId = `UA-${String((serial += 1)).padStart(4, '0')}`;
  await joinedFacility(database, { facilityId });
  wire.counted();
});

async function teleconsultations(): Promise<number> {
  const rows = await new Progress(database, testPack).ofScope('country', '2024-12-03');
  const sums = new ProgressSums(cubeOf(rows, ['UA-46', 'UA-51']), testPack);
  return summaryOf(sums, '2024-11').figures['teleconsultations'] ?? 0;
}

describe('what a command costs', () => {
  test('submitting a month is one read and one transaction', async () => {
    await reports.submit({ facilityId, basedOn: 0 }, { figures });

    expect(wire.counted()).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
  });

  test('reading progress is one Query a year since the programme began, years without rows included', async () => {
    const progress = new Progress(database, testPack);

    await progress.ofScope('country', '2024-12-03');
    const toNextYear = wire.counted();
    await progress.ofScope('country', '2024-11-03');

    expect(toNextYear).toEqual({ Query: 4 });
    expect(wire.counted()).toEqual({ Query: 3 });
  });
});

describe('a month', () => {
  test('moves record, progress, history and the facility together', async () => {
    const before = await teleconsultations();

    const submitted = await reports.submit({ facilityId, basedOn: 0 }, { figures });
    await reports.approve({ facilityId, basedOn: submitted.version }, {});

    expect(await teleconsultations()).toBe(before + 7);
    expect((await new Facilities(database).find(facilityId))?.latest).toEqual({
      month: '2024-11',
      status: 'approved',
      teleconsultations: 7,
      counted: [{ from: '2024-11', to: '2024-11' }],
    });
    const lines = await new History(database).of(reportSubject(facilityId, '2024-11'), true);
    expect(lines.map((line) => [line.version, line.action])).toEqual([
      [1, 'submit'],
      [2, 'approve'],
    ]);
    expect(lines[1]?.changes).toEqual([{ field: 'status', from: 'submitted', to: 'approved' }]);
  });

  test('waits in the review queue until it is decided', async () => {
    const waiting = async () => {
      const queue = await new MonthlyReports(database).awaitingReview('UA-46', 1000);
      return queue.some((report) => report.facilityId === facilityId);
    };

    const submitted = await reports.submit({ facilityId, basedOn: 0 }, { figures });
    const asSubmitted = await waiting();
    await reports.return(
      { facilityId, basedOn: submitted.version },
      { field: 'figures.resolved', reason: 'Please check' },
    );

    expect([asSubmitted, await waiting()]).toEqual([true, false]);
  });

  test('that is only begun is not the facility’s latest report; one opened for correction stays it', async () => {
    const latest = async () => (await new Facilities(database).find(facilityId))?.latest;
    await reports.submit({ facilityId, month: '2024-10', basedOn: 0 }, { figures });

    await reports.saveDraft({ facilityId, basedOn: 0 }, { figures: { doctorToDoctor: 1 } });
    const begun = await latest();
    await reports.approve({ facilityId, month: '2024-10', basedOn: 1 }, {});
    await reports.correct({ facilityId, month: '2024-10', basedOn: 2 }, { reason: 'Counted twice' });

    const counted = [{ from: '2024-10', to: '2024-10' }];
    expect(begun).toEqual({ month: '2024-10', status: 'submitted', teleconsultations: 7, counted });
    expect(await latest()).toEqual({ month: '2024-10', status: 'draft', teleconsultations: 7, counted });
  });

  test('that is older does not replace the facility’s latest report', async () => {
    await reports.submit({ facilityId, basedOn: 0 }, { figures });
    await reports.submit({ facilityId, month: '2024-10', basedOn: 0 }, { figures });

    expect((await new Facilities(database).find(facilityId))?.latest?.month).toBe('2024-11');
  });
});

describe('done once', () => {
  test('the same command twice changes nothing and answers the same', async () => {
    const before = await teleconsultations();
    const first = await reports.submit({ facilityId, basedOn: 0, key: 'same-key-1' }, { figures });
    const again = await reports.submit({ facilityId, basedOn: 0, key: 'same-key-1' }, { figures });

    expect(again).toEqual(first);
    expect(await teleconsultations()).toBe(before + 7);
  });

  test('a repeat that comes after others still answers what it answered then', async () => {
    const first = await reports.submit({ facilityId, basedOn: 0, key: 'same-key-2' }, { figures });
    await reports.return({ facilityId, basedOn: 1 }, { field: 'figures.resolved', reason: 'Please check' });

    expect(await reports.submit({ facilityId, basedOn: 0, key: 'same-key-2' }, { figures })).toEqual(first);
    expect((await new MonthlyReports(database).find(facilityId, '2024-11'))?.status).toBe('returned');
  });

  test('the order in which figures are typed does not matter to a repeat', async () => {
    const first = await reports.submit({ facilityId, basedOn: 0, key: 'same-key-3' }, { figures });
    const turned = Object.fromEntries(Object.entries(figures).reverse());

    expect(await reports.submit({ facilityId, basedOn: 0, key: 'same-key-3' }, { figures: turned })).toEqual(
      first,
    );
  });

  test.each([
    ['on the old version', 0],
    ['on the new version', 1],
  ])('the same key with another body is refused, %s', async (_, basedOn) => {
    const before = await teleconsultations();
    await reports.saveDraft({ facilityId, basedOn: 0, key: 'same-key-4' }, { figures });

    const other = reports.submit({ facilityId, basedOn, key: 'same-key-4' }, { figures });

    await expect(other).rejects.toMatchObject({ code: 'keyReused' });
    expect(await teleconsultations()).toBe(before);
  });

  test('an acknowledgement lost on the way is not counted twice', async () => {
    const before = await teleconsultations();
    wire.upset('answerLost');

    const submitted = await reports.submit({ facilityId, basedOn: 0 }, { figures });

    expect(submitted).toMatchObject({ version: 1, status: 'submitted' });
    expect(await teleconsultations()).toBe(before + 7);
  });
});

describe('two at once', () => {
  test('a collision is tried again until it passes', async () => {
    const before = await teleconsultations();
    wire.counted();
    wire.upset('collision', 'collision', 'collision');

    await reports.submit({ facilityId, basedOn: 0 }, { figures });

    expect(wire.counted()).toMatchObject({ TransactWriteItems: 4 });
    expect(await teleconsultations()).toBe(before + 7);
  });

  test('collisions without end are answered, not hidden', async () => {
    wire.upset(...Array.from({ length: 20 }, () => 'collision' as const));

    await expect(reports.submit({ facilityId, basedOn: 0 }, { figures })).rejects.toMatchObject({
      code: 'busy',
    });
    wire.upset();
    expect(await new MonthlyReports(database).find(facilityId, '2024-11')).toBeUndefined();
  });

  test('of two reviewers one decides, and the other is shown both versions', async () => {
    const { version } = await reports.submit({ facilityId, basedOn: 0 }, { figures });

    const [approved, returned] = await Promise.allSettled([
      reports.approve({ facilityId, basedOn: version }, {}),
      reports.return({ facilityId, basedOn: version }, { field: 'figures.resolved', reason: 'Please check' }),
    ]);

    const lost = approved.status === 'rejected' ? approved : returned;
    expect([approved.status, returned.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(lost).toMatchObject({ reason: { code: 'stale', details: { current: { version: version + 1 } } } });
  });

  test('a stale draft is refused with what is there and what was wanted', async () => {
    await reports.saveDraft({ facilityId, basedOn: 0 }, { figures: { doctorToDoctor: 1 } });

    const stale = reports.saveDraft({ facilityId, basedOn: 0 }, { figures: { doctorToDoctor: 2 } });

    await expect(stale).rejects.toMatchObject({
      code: 'stale',
      details: { current: { figures: { doctorToDoctor: 1 } }, yours: { figures: { doctorToDoctor: 2 } } },
    });
  });

  test('two months of one facility at the same time leave the newer one as its latest', async () => {
    await Promise.all([
      reports.submit({ facilityId, month: '2024-11', basedOn: 0 }, { figures }),
      reports.submit({ facilityId, month: '2024-10', basedOn: 0 }, { figures }),
      reports.submit({ facilityId, month: '2024-09', basedOn: 0 }, { figures }),
    ]);

    expect((await new Facilities(database).find(facilityId))?.latest?.month).toBe('2024-11');
  });
});

test('a report of a facility that does not exist is refused', async () => {
  await expect(reports.submit({ facilityId: 'UA-9999', basedOn: 0 }, { figures })).rejects.toMatchObject({
    code: 'notFound',
  });
});
