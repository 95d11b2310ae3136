import { rowOf } from '../../../functions/domain/facility/facility.ts';
import type { Waiting } from '../../../web/src/routes/(in)/review/waiting.ts';
import { liveFacility, waitingReport } from '../../support/builders.ts';

/** A report of November 2024 that waits, of a facility with this code. */
export function waits(facilityId: string, isClear: boolean): Waiting {
  return {
    facility: rowOf(liveFacility({ facilityId })),
    report: waitingReport(facilityId),
    findings: [],
    hasPast: isClear,
    isClear,
  };
}
