import { expect, test } from 'vitest';
import { attributed } from '../../../functions/domain/equipment/attribution.ts';
import { reportContributions } from '../../../functions/domain/report/reportContributions.ts';
import { packFor } from '../../../functions/packs/index.ts';
import { sampleOf } from '../../../functions/sample/sample.ts';
import { replayed } from '../../../functions/sample/timeline.ts';

const pack = packFor('UA');
const { timelines } = sampleOf(pack);
const solutionId = 'pregnancy-monitoring';

/** A facility's month as the sample leaves it. */
function reportOf(facilityId: string, month: string) {
  const timeline = timelines.find((one) => one.facilityId === facilityId);
  const report = timeline && replayed(timeline, pack).reports.find((one) => one.month === month);
  if (!report) throw new Error(`There is no report of ${facilityId} for ${month}.`);
  return report;
}

/**
 * A complex of the donor is worth 10,200.00, one of the state 10,000.00, the reference price.
 * UA-0077: 5 × 10,200 / 20,200 = 2.52 and 2.48: two each, and the last to the larger remainder.
 * UA-0289: 4 × 10,200 / 30,200 = 1.35 and 2.65. UA-0157: 3 × 10,200 / 40,200 = 0.76 and 2.24; 1: 0.25 and 0.75.
 */
test.for([
  ['UA-0077', '2024-07', 5, 3, 2],
  ['UA-0289', '2024-08', 4, 1, 3],
  ['UA-0157', '2024-05', 3, 1, 2],
  ['UA-0157', '2024-11', 1, 0, 1],
] as const)(
  '%s in %s: of %i sessions %i are the donor’s and %i the state’s',
  ([facilityId, month, all, donors, states]) => {
    const report = reportOf(facilityId, month);
    const inUse = (report.approvedEquipment ?? []).filter((one) => one.solutionId === solutionId);
    const sessions = report.approved?.['pregnancyMonitoringSessions'] ?? -1;

    expect(sessions).toBe(all);
    expect(Object.fromEntries(attributed(sessions, inUse))).toEqual({
      'donor:sample': donors,
      state: states,
    });
    const told = reportContributions(report, pack).find(({ scope }) => scope === 'donor:sample');
    expect(told?.amounts).toMatchObject({ 'supported.pregnancyMonitoringSessions': all });
    expect(told?.amounts['attributed.pregnancyMonitoringSessions'] ?? 0).toBe(donors);
  },
);
