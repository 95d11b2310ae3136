import { rowOf } from '../../../functions/domain/facility.ts';
import type { Waiting } from '../../../web/src/routes/(in)/review/waiting.ts';
import { figures, liveFacility } from '../../support/builders.ts';

/** A report of November 2024 that waits, of a facility with this code. */
export function waits(facilityId: string, isClear: boolean): Waiting {
  return {
    facility: rowOf(liveFacility({ facilityId })),
    report: {
      facilityId,
      month: '2024-11',
      region: 'UA-46',
      version: 1,
      revision: 1,
      status: 'submitted',
      figures,
      submittedAt: '2024-12-02T08:00:00.000Z',
    },
    findings: [],
    hasPast: isClear,
    isClear,
  };
}
