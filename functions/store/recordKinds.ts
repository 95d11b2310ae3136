import { accountKind } from './accounts.ts';
import { consignmentKind } from './equipment/consignments.ts';
import { donationKind } from './equipment/donations.ts';
import { donorKind } from './equipment/donors.ts';
import { facilityKind } from './facilities.ts';
import { reportKind } from './monthlyReports.ts';
import { sourceOf } from './recordKind.ts';
import { solutionKind } from './solutions.ts';
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
  sourceOf(accountKind),
];
