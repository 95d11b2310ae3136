import { expect, test } from 'vitest';
import { regionCodes } from '../../../../functions/domain/countryPack.ts';
import type { MonthlyReport } from '../../../../functions/domain/report/monthlyReport.ts';
import { byPlace, type QueuePlace } from '../../../../functions/store/report/monthlyReports.ts';
import { reviewQueue } from '../../../../functions/store/report/reviewQueue.ts';
import { liveFacility, testPack, waitingReport } from '../../../support/builders.ts';

/** So many reports that wait in Lviv region, each of a facility that has no past. */
function longQueue(size: number) {
  const waiting = Array.from({ length: size }, (_, index) =>
    waitingReport(`UA-${String(index).padStart(4, '0')}`),
  );
  const compared: string[] = [];
  return {
    compared,
    reports: {
      awaitingReview: (_: string, least: number) => Promise.resolve(waiting.slice(0, least + 1)),
      before: (reports: { facilityId: string }[]) => {
        compared.push(...reports.map(({ facilityId }) => facilityId));
        return Promise.resolve(reports.map(() => []));
      },
    },
    facilities: {
      these: (ids: string[]) => Promise.resolve(ids.map((facilityId) => liveFacility({ facilityId }))),
    },
  };
}

test('a very long queue is counted as far as its longest waiting, and says so', async () => {
  const { compared, ...stores } = longQueue(450);

  const { waiting, next, triage } = await reviewQueue(stores, testPack, ['UA-46'], undefined);

  expect(waiting).toHaveLength(50);
  expect(next).toBe('2024-12-02T08:00:00.000Z_UA-0049_2024-11');
  expect(triage).toMatchObject({ counted: 200, isAll: false, flagged: 200 });
  expect(triage?.behind).toHaveLength(150);
  expect(compared).toHaveLength(200);
});

test('a queue of exactly as many as are counted is counted whole', async () => {
  const { triage } = await reviewQueue(longQueue(200), testPack, ['UA-46'], undefined);

  expect(triage).toMatchObject({ counted: 200, isAll: true });
});

test('of many regions as many reports are read as may be among the longest waiting, and not all that wait', async () => {
  const regions = regionCodes(testPack);
  const queues = new Map(regions.map((region) => [region, queueOf(region, 300)]));
  let read = 0;
  const reports = {
    ...longQueue(0).reports,
    awaitingReview: (region: string, least: number, after?: QueuePlace) => {
      const own = queues.get(region) ?? [];
      const found = own.filter(({ submittedAt = '' }) => !after || submittedAt > after.submittedAt);
      read += Math.min(found.length, least + 1);
      return Promise.resolve(found.slice(0, least + 1));
    },
  };
  const { facilities } = longQueue(0);

  const { waiting, triage, next } = await reviewQueue({ facilities, reports }, testPack, regions, undefined);

  const all = [...queues.values()].flat().toSorted(byPlace);
  expect(waiting.map(({ report }) => report)).toEqual(all.slice(0, 50));
  expect(triage).toMatchObject({ counted: 200, isAll: false });
  expect(next).toBeDefined();
  expect(read).toBeLessThan(6 * 200);
});

/** So many reports that wait in a region, the first since an instant of its own. */
function queueOf(region: string, size: number): MonthlyReport[] {
  return Array.from({ length: size }, (_, index) => ({
    ...waitingReport(`${region}${String(index).padStart(3, '0')}`),
    region,
    submittedAt: new Date(
      Date.UTC(2024, 11, 2) + index * 60_000 + Number(region.slice(3)) * 100,
    ).toISOString(),
  }));
}
