import { facilityKind } from './facilities.ts';
import { reportKind } from './monthlyReports.ts';
import { sourceOf } from './recordKind.ts';
import { solutionKind } from './solutions.ts';

/** Every kind of record that progress is the sum of: a new kind is one more line. */
export const recordSources = [sourceOf(facilityKind), sourceOf(reportKind), sourceOf(solutionKind)];
