import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, daysIn, monthsBetween, type Month } from '../../../../functions/domain/calendar.ts';
import type { Contribution } from '../../../../functions/domain/contribution.ts';
import { regionCodes } from '../../../../functions/domain/countryPack.ts';
import { stages, type Facility } from '../../../../functions/domain/facility/facility.ts';
import { owesReport, wasLive } from '../../../../functions/domain/report/liveMonths.ts';
import { facilityContributions } from '../../../../functions/domain/facility/facilityContributions.ts';
import { submit } from '../../../../functions/domain/report/monthlyReport.ts';
import { cubeOf, ProgressSums } from '../../../../functions/domain/progress.ts';
import { Refusal } from '../../../../functions/domain/refusal.ts';
import { reportContributions } from '../../../../functions/domain/report/reportContributions.ts';
import { anyFacility } from '../../../support/anyFacility.ts';
import { figures, liveFacility, reportCase, testPack } from '../../../support/builders.ts';

const months = monthsBetween('2022-01', '2024-12');
const regions = regionCodes(testPack);

/** The rule in the plainest words: on each day of the month, in which stage did the facility stand? */
function wasLiveOnSomeDayOf(month: Month, { stages: changes }: Facility): boolean {
  return Array.from({ length: daysIn(month) }, (_, index) => index + 1).some((dayOfMonth) => {
    const day = `${month}-${String(dayOfMonth).padStart(2, '0')}`;
    // Of several changes on one day each was the stage for a part of it.
    const ofTheDay = changes.filter(({ date }) => date === day);
    const standing = changes.findLast(({ date }) => date < day);
    return [...(standing ? [standing] : []), ...ofTheDay].some(({ stage }) => stage === 'live');
  });
}

const isAllowed = (one: Facility, month: Month): boolean => {
  try {
    submit(reportCase(undefined, { facility: one, month, today: '2025-01-02' }), { figures });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'notLiveThen') return false;
    throw error;
  }
};

test('a month can be reported exactly when the facility was live on a day of it', () => {
  fc.assert(
    fc.property(anyFacility, (one) => {
      for (const month of months) {
        expect(wasLive(one, month), month).toBe(wasLiveOnSomeDayOf(month, one));
        expect(isAllowed(one, month), month).toBe(wasLive(one, month));
      }
    }),
  );
});

const sumsOf = (contributions: Contribution[]) =>
  new ProgressSums(
    cubeOf(
      contributions.filter(({ scope }) => scope === 'country'),
      regions,
    ),
    testPack,
  );

test('reports expected in a month are the facilities that were live on a day of it', () => {
  fc.assert(
    fc.property(fc.array(anyFacility, { maxLength: 6 }), (facilities) => {
      const sums = sumsOf(facilities.flatMap((one) => facilityContributions(one, testPack)));
      for (const month of months)
        for (const region of regions) {
          const live = facilities.filter((one) => one.region === region && wasLive(one, month));
          expect(sums.value('reportsExpected', month, [region]), month).toBe(live.length);
        }
    }),
  );
});

test('never more reports are received than expected, and each facility stands in one stage', () => {
  fc.assert(
    fc.property(fc.array(anyFacility, { maxLength: 6 }), (facilities) => {
      const reports = facilities.flatMap((one) =>
        months
          .filter((month) => month < '2024-12' && isAllowed(one, month))
          .map((month) => submit(reportCase(undefined, { facility: one, month }), { figures })),
      );
      const sums = sumsOf([
        ...facilities.flatMap((one) => facilityContributions(one, testPack)),
        ...reports.flatMap((report) => reportContributions(report, testPack)),
      ]);
      for (const month of months) {
        const [expected, received] = ['reportsExpected', 'reportsReceived'].map((name) =>
          sums.value(name, month),
        );
        expect(received).toBeLessThanOrEqual(expected ?? 0);
      }
      const standing = stages.map((stage) =>
        sums.value(`facilities${stage.charAt(0).toUpperCase()}${stage.slice(1)}`, '2024-12'),
      );
      expect(standing.reduce((sum, count) => sum + count, 0)).toBe(facilities.length);
    }),
  );
});

test('who leaves is expected for the month of leaving, and no longer from the next', () => {
  const one = liveFacility();
  one.stages.push({ stage: 'suspended', date: '2024-06-20', by: 'test' });

  expect(['2023-12', '2024-01', '2024-05', '2024-06', '2024-07'].map((month) => wasLive(one, month))).toEqual(
    [false, true, true, true, false],
  );
});

test('no month before the programme began is owed, whatever was written down', () => {
  const one = liveFacility();
  const early = { ...one, stages: one.stages.map((change) => ({ ...change, date: '1999-12-31' })) };

  expect(
    ['1999-12', '2000-01', '2021-12', '2022-01', '2024-11'].map((month) =>
      owesReport(early, month, testPack),
    ),
  ).toEqual([false, false, false, true, true]);
});

test('days written down before days were bounded count from the programme’s first month', () => {
  const years = fc.constantFrom('0001', '0024', '0999', '1999', '2000', '2021');

  fc.assert(
    fc.property(anyFacility, years, fc.nat(14), (one, year, count) => {
      const early = one.stages.slice(0, count).map((change) => ({ ...change, date: `${year}-12-31` }));
      const contributions = facilityContributions(
        { ...one, stages: [...early, ...one.stages.slice(count)] },
        testPack,
      );

      for (const { month } of contributions) {
        expect(month >= '2022-01' && month <= addMonths('2024-12', 1), month).toBe(true);
      }
    }),
  );
});
