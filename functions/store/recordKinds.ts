import { facilityKind } from './facilities.ts';
import { reportKind } from './monthlyReports.ts';

/** Every kind of record that progress is the sum of: what maintenance recounts. */
export const recordKinds = [facilityKind, reportKind] as const;
