import { accountKind } from './people/accounts.ts';
import { consignmentKind } from './equipment/consignments.ts';
import { donationKind } from './equipment/donations.ts';
import { donorKind } from './equipment/donors.ts';
import { facilityKind } from './facility/facilities.ts';
import { releaseKind } from './release/releases.ts';
import { milestoneKind, targetKind } from './plan/plan.ts';
import { reportKind } from './report/monthlyReports.ts';
import { sourceOf } from './recordKind.ts';
import { solutionKind } from './solution/solutions.ts';
import { traceKind } from './trace/traces.ts';
import { trainingKind } from './training/trainingSessions.ts';
import { warehouseKind } from './warehouses.ts';

/** Every kind of record, whether it adds to progress or not: a new kind is one more line. */
export const recordSources = [
  sourceOf(facilityKind),
  sourceOf(reportKind),
  sourceOf(solutionKind),
  sourceOf(warehouseKind),
  sourceOf(donorKind),
  sourceOf(donationKind),
  sourceOf(consignmentKind),
  sourceOf(releaseKind),
  sourceOf(targetKind),
  sourceOf(milestoneKind),
  sourceOf(trainingKind),
  sourceOf(traceKind),
  sourceOf(accountKind),
];
