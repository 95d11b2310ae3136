import { accountKind } from './accounts.ts';
import { facilityKind } from './facilities.ts';
import { reportKind } from './monthlyReports.ts';
import { sourceOf } from './recordKind.ts';

/** Every kind of record, whether it adds to progress or not: a new kind is one more line. */
export const recordSources = [sourceOf(facilityKind), sourceOf(reportKind), sourceOf(accountKind)];
