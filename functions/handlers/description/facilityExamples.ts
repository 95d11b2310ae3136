import { termsOf } from '../../domain/solution/solution.ts';
import { by, key } from './circumstances.ts';
import type { Example } from './examples.ts';
import type { OperationName } from './operations.ts';
import { readinessExample } from './readinessExample.ts';
import type { Story } from './story.ts';

/** An example for each command on a facility. */
export function facilityExamples({ pack, region, profile, facility, solution }: Story) {
  const byHand = { from: '2024-06-03', source: 'Letter of the regional health department' };
  const other = pack.regions[1]?.code ?? region;
  const { facilityId: _, region: __, ...edited } = profile;
  const planned = { ...facility, version: 1, stages: facility.stages.slice(0, 1) };
  const connected = { ...facility, version: 2, stages: facility.stages.slice(0, 2) };
  return {
    'facilities.register': {
      body: { basedOn: 0, ...key, ...profile, plannedOn: '2024-01-15' },
      answer: planned,
    },
    'facilities.edit': {
      body: { basedOn: 5, ...key, ...edited, power: 'grid' },
      answer: { ...facility, version: 6, power: 'grid' },
    },
    'facilities.import': {
      body: { ...key, isDryRun: true, rows: [{ profile: { ...profile, power: 'grid' } }] },
      answer: {
        rows: [
          {
            facilityId: profile.facilityId,
            outcome: 'changed' as const,
            changes: [{ field: 'power', from: profile.power, to: 'grid' }],
          },
        ],
      },
    },
    'facilities.changeStage': {
      body: { basedOn: 1, ...key, stage: 'connected', date: '2024-02-15' },
      answer: connected,
    },
    'facilities.correctStage': {
      body: { basedOn: 5, ...key, index: 4, date: '2024-05-14' },
      answer: { ...facility, version: 6 },
    },
    'facilities.move': {
      body: { basedOn: 5, ...key, region: other, date: '2024-11-20' },
      answer: {
        ...facility,
        version: 6,
        region: other,
        formerRegions: [{ region, until: '2024-11-20', by: by.accountId }],
      },
    },
    'facilities.checkReadiness': readinessExample(facility, solution),
    'facilities.adopt': {
      body: { basedOn: 5, ...key, solutionId: solution.solutionId, ...byHand },
      answer: {
        ...facility,
        version: 6,
        adoptions: [
          {
            solutionId: solution.solutionId,
            terms: { ...termsOf(solution), equipmentTypes: [] },
            equipment: [],
            byHand,
            periods: [{ from: byHand.from }],
          },
        ],
      },
    },
  } satisfies Partial<Record<OperationName, Example>>;
}
