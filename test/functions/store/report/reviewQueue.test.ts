import { expect, test } from 'vitest';
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
