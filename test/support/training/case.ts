import { registerSession, type TrainingCase } from '../../../functions/domain/training/trainingRules.ts';
import type { Staff, ToldSession } from '../../../functions/domain/training/trainingSession.ts';
import { liveFacility, testPack } from '../builders.ts';

const moved = { formerRegions: [{ region: 'UA-51', until: '2024-11-01', by: 'test' }] };
const facilities = new Map(
  [
    liveFacility(),
    liveFacility({ facilityId: 'UA-0002', ...moved }),
    liveFacility({ facilityId: 'UA-0003', region: 'UA-51' }),
    ...Array.from({ length: 250 }, (_, index) => liveFacility({ facilityId: `UA-${1000 + index}` })),
  ].map((facility) => [facility.facilityId, facility]),
);
export const on: TrainingCase = {
  pack: testPack,
  today: '2024-12-03',
  facilities,
  mayTellOf: () => true,
  solution: { solutionId: 'alpha', stages: [{ status: 'preparing', date: '2024-01-15', by: 'test' }] },
};
/** Those of one facility who came. */
export const two: Staff = { doctor: { attending: 2, newToSolution: 2, newToEquipment: 1 } };
export const one: Staff = { nurse: { attending: 1, newToSolution: 0, newToEquipment: 0 } };
export const told: ToldSession = {
  day: '2024-10-10',
  solutionId: 'alpha',
  provider: 'Institute of telemedicine',
  mode: 'onSite',
  hours: 4,
  host: { kind: 'facility', facilityId: 'UA-0001' },
  lines: [
    { facilityId: 'UA-0001', staff: two },
    { facilityId: 'UA-0002', staff: one },
  ],
};
export const session = registerSession('session-of-one', told, on);
