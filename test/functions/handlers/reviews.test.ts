import { beforeAll, describe, expect, test } from 'vitest';
import { monthsBetween } from '../../../functions/domain/calendar.ts';
import { reviewed } from '../../../functions/domain/report/finding.ts';
import { MonthlyReport } from '../../../functions/domain/report/monthlyReport.ts';
import { MonthlyReports } from '../../../functions/store/report/monthlyReports.ts';
import { complete, first, inCountry, manager, odesaManager, pack } from '../../support/country.ts';
import { joinedFacility, reportsOf } from '../../support/rollout.ts';

const here = inCountry();
const { ask } = here;

const regions = ['UA-46', 'UA-51', 'UA-05', 'UA-30'];
const facilities = Array.from({ length: 13 }, (_, index) => ({
  facilityId: `UA-5${String(index).padStart(3, '0')}`,
  region: regions[index % regions.length] ?? '',
}));
const months = monthsBetween('2024-02', '2024-11');

/** The whole queue of the file: 130 reports, handed in at five instants only. */
beforeAll(async () => {
  const reports = reportsOf(here.database, pack);
  const type = pack.facilityTypes[0]?.code ?? '';
  await Promise.all(
    facilities.map(async ({ facilityId, region }, place) => {
      await joinedFacility(here.database, { facilityId, region, type }, pack);
      for (const [index, month] of months.entries()) {
        const at = `2024-12-02T08:00:0${(place * 7 + index) % 5}.000Z`;
        const figures = { ...complete, [first]: (place * 31 + index * 17) % 60 };
        await reports.submit({ facilityId, month, basedOn: 0, at }, { figures });
      }
    }),
  );
});

interface Waiting {
  facility: { facilityId: string; region: string };
  report: MonthlyReport;
  findings: unknown[];
  hasPast: boolean;
  isClear: boolean;
}

async function walked(query = '', who = manager): Promise<Waiting[]> {
  const rows: Waiting[] = [];
  for (let page: string | undefined; ;) {
    const answer = await ask(who, 'GET', `/reviews?${query}${page ? `&page=${page}` : ''}`);
    expect(answer.status).toBe(200);
    const { waiting, next } = Object(answer.body);
    expect(waiting.length).toBeLessThanOrEqual(50);
    rows.push(...waiting);
    if (!next) return rows;
    page = encodeURIComponent(next);
  }
}

async function firstPage(query = ''): Promise<{ waiting: Waiting[]; triage: { behind: Waiting[] } }> {
  return Object((await ask(manager, 'GET', `/reviews?${query}`)).body);
}

const pageAfter = (row: Waiting | undefined) => row && place(row).replaceAll(' ', '_');

const place = ({ report: { submittedAt, facilityId, month } }: Waiting) =>
  `${submittedAt} ${facilityId} ${month}`;

describe('the reports that wait, page by page', () => {
  test('are each there once, the longest waiting first, also those of one instant', async () => {
    const places = (await walked()).map(place);

    expect(places).toHaveLength(130);
    expect(new Set(places).size).toBe(130);
    expect(places).toEqual(places.toSorted());
  });

  test('carry what the rules find in them, and nothing that waits elsewhere', async () => {
    const reports = new MonthlyReports(here.database);

    for (const { facility, report, findings, hasPast, isClear } of await walked('region=UA-51')) {
      const all = await reports.ofFacility(facility.facilityId);
      expect(facility.region).toBe('UA-51');
      expect({ findings, hasPast, isClear }).toEqual(reviewed(report, all, pack.indicators));
    }
  });

  test('of one region are those of the country that lie in it', async () => {
    const all = await walked();

    for (const region of regions)
      expect((await walked(`region=${region}`)).map(place)).toEqual(
        all.filter(({ report }) => report.region === region).map(place),
      );
  });

  test('are for a manager of one region those of that region', async () => {
    const seen = await walked('', odesaManager);

    expect(new Set(seen.map(({ report }) => report.region))).toEqual(new Set(['UA-51']));
    expect(seen).toEqual(await walked('region=UA-51'));
    expect(await walked('region=UA-46', odesaManager)).toEqual([]);
  });

  test('are counted with the first page: how many of the whole queue there is something to look at in', async () => {
    const all = await walked();
    const flagged = all.filter(({ isClear }) => !isClear);
    const { waiting, triage } = await firstPage();

    expect(triage).toMatchObject({ counted: all.length, isAll: true, flagged: flagged.length });
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged.length).toBeLessThan(all.length);
    expect([...waiting.filter(({ isClear }) => !isClear), ...triage.behind]).toEqual(flagged);
    expect((await ask(manager, 'GET', `/reviews?page=${pageAfter(all[60])}`)).body).not.toHaveProperty(
      'triage',
    );
  });

  test('are counted for a region by themselves, and where none wait as none', async () => {
    const own = await walked('region=UA-51');

    expect((await firstPage('region=UA-51')).triage).toMatchObject({
      counted: own.length,
      flagged: own.filter(({ isClear }) => !isClear).length,
      behind: [],
    });
    expect((await firstPage('region=UA-68')).triage).toEqual({
      counted: 0,
      isAll: true,
      flagged: 0,
      behind: [],
    });
  });

  test('cost a bounded number of requests, however many wait', async () => {
    here.wire.counted();
    await ask(manager, 'GET', '/reviews');
    const country = here.wire.counted();
    await ask(manager, 'GET', '/reviews?region=UA-46');
    const region = here.wire.counted();

    expect(Object.keys(country).toSorted()).toEqual(['BatchGetItem', 'Query']);
    // A year of each of two hundred reports, a hundred a request, and their facilities.
    for (const { BatchGetItem = 0 } of [country, region]) expect(BatchGetItem).toBeLessThanOrEqual(24 + 2);
    expect(country['Query']).toBeLessThanOrEqual(pack.regions.length + regions.length);
    expect(region['Query']).toBeLessThanOrEqual(2);
  });

  test('that are decided between two pages are not missed and not told twice', async () => {
    const one = await ask(manager, 'GET', '/reviews?region=UA-05');
    const { waiting, next } = Object((await ask(manager, 'GET', '/reviews')).body);
    const last: Waiting = waiting.at(-1);

    await approve([last.report]);
    const second = Object((await ask(manager, 'GET', `/reviews?page=${next}`)).body).waiting;

    expect(one.status).toBe(200);
    expect(second.map(place)).toEqual(second.map(place).toSorted());
    expect(place(second[0]) > place(last)).toBe(true);
  });

  test('begin at a place of the queue and nowhere else', async () => {
    const pages = [
      'x',
      '2024',
      '__proto__',
      '2024-12-02T08:00:00.000Z',
      '2024-12-02T08:00:00.000Z_UA-5000',
      '2024-12-02T08:00:00.000Z_UA-5000_2024-13',
      '2024-12-02T08:00:00.000Z_UA-5000_2024-11_x',
      '99999-12-02_UA-5000_2024-11',
      '{"submittedAt":"2024"}',
      '\u0000',
      'x'.repeat(101),
      '',
    ];
    for (const page of pages)
      expect(await ask(manager, 'GET', `/reviews?page=${encodeURIComponent(page)}`), page).toMatchObject({
        status: 400,
        body: { code: 'invalid', field: 'page' },
      });
  });
});

const approve = (
  reports: Pick<MonthlyReport, 'facilityId' | 'month' | 'version'>[],
  key = 'approve-one-by-one',
) =>
  ask(manager, 'POST', '/reviews/approvals', {
    idempotencyKey: key,
    reports: reports.map(({ facilityId, month, version }) => ({ facilityId, month, basedOn: version })),
  });

describe('many approved at once', () => {
  test('fifty are approved, each as if it were asked for alone; asked again, the same is answered', async () => {
    const fifty = (await walked()).slice(0, 50).map(({ report }) => report);

    const once = await approve(fifty, 'fifty-at-once');
    const again = await approve(fifty, 'fifty-at-once');
    const history = await ask(manager, 'GET', reportPath(fifty[0], '/history'));

    expect(once.status).toBe(200);
    for (const [index, row] of Object(once.body).rows.entries())
      expect(row).toMatchObject({
        facilityId: fifty[index]?.facilityId,
        report: { status: 'approved', version: 2, approved: fifty[index]?.figures },
      });
    expect(again.body).toEqual(once.body);
    expect(Object(history.body).lines).toHaveLength(2);
  });

  test('a row that cannot be done is refused in its own words, and the others are done', async () => {
    const [done, stale, approved, ...others] = (await walked()).map(({ report }) => report);
    if (!done || !stale || !approved) throw new Error('nothing waits');
    await approve([approved], 'approved-before');
    const rows = [
      done,
      { ...stale, version: 7 },
      { ...approved, version: 2 },
      { ...done, facilityId: 'UA-9999' },
      { ...done, month: '2022-01' },
      ...others.slice(0, 1),
    ];

    const answer = await approve(rows, 'with-refusals');
    const again = await approve(rows, 'with-refusals');

    const outcomes = Object(answer.body).rows.map((row: Outcome) => row.refused?.code ?? row.report?.status);
    expect(outcomes).toEqual(['approved', 'stale', 'wrongState', 'notFound', 'stale', 'approved']);
    expect(again.body).toEqual(answer.body);
  });

  test('reports of other regions are missing to a manager of one, and stay as they are', async () => {
    const waiting = await walked();
    const [foreign, own] = ['UA-46', 'UA-51'].map(
      (region) => waiting.find(({ report }) => report.region === region)?.report,
    );
    if (!foreign || !own) throw new Error('nothing waits');

    const answer = await ask(odesaManager, 'POST', '/reviews/approvals', {
      idempotencyKey: 'two-regions',
      reports: [foreign, own].map(({ facilityId, month, version }) => ({
        facilityId,
        month,
        basedOn: version,
      })),
    });

    expect(Object(answer.body).rows).toMatchObject([
      { refused: { code: 'notFound' } },
      { report: { status: 'approved' } },
    ]);
    expect((await ask(manager, 'GET', reportPath(foreign))).body).toMatchObject({ status: 'submitted' });
  });

  test.each([
    ['none', 0],
    ['fifty-one', 51],
  ])('%s at once are refused', async (_, count) => {
    const one = { facilityId: 'UA-5000', month: '2024-11', basedOn: 1 };
    const body = { idempotencyKey: 'a-wrong-number', reports: Array(count).fill(one) };

    expect(await ask(manager, 'POST', '/reviews/approvals', body)).toMatchObject({
      status: 400,
      body: { field: 'reports' },
    });
  });
});

interface Outcome {
  refused?: { code: string };
  report?: MonthlyReport;
}

function reportPath(report: Pick<MonthlyReport, 'facilityId' | 'month'> | undefined, rest = ''): string {
  return `/facilities/${report?.facilityId}/reports/${report?.month}${rest}`;
}
