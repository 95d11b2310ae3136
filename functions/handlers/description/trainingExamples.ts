import type { Facility } from '../../domain/facility/facility.ts';
import type { Solution } from '../../domain/solution/solution.ts';
import { trainingRow } from '../../domain/training/trainingRow.ts';
import type { TrainingSession } from '../../domain/training/trainingSession.ts';
import { at, by, key } from './circumstances.ts';

/** A session at a facility, about a solution. */
export function trainingStory(facility: Facility, { solutionId }: Solution): TrainingSession {
  const { facilityId, region } = facility;
  return {
    sessionId: 'session-of-may',
    version: 1,
    day: '2024-05-20',
    solutionId,
    provider: 'Example Ltd',
    mode: 'onSite',
    hours: 4,
    host: { kind: 'facility', facilityId, region },
    lines: [
      {
        facilityId,
        region,
        staff: { doctor: { attending: 3, newToSolution: 2, newToEquipment: 1 } },
        version: 1,
      },
    ],
  };
}

/** An example for each operation on training sessions. */
export function trainingExamples({ training, facility }: { training: TrainingSession; facility: Facility }) {
  const { sessionId, version, host: _, lines, ...facts } = training;
  const { facilityId, names } = facility;
  const staff = lines[0]?.staff ?? {};
  const host = { kind: 'facility' as const, facilityId };
  const told = { ...facts, host, lines: [{ facilityId, staff }] };
  const facilities = [{ facilityId, names }];
  const reason = 'The trainer did not come.';
  const more = { ...staff, nurse: { attending: 2, newToSolution: 2, newToEquipment: 2 } };
  return {
    'training.list': {
      answer: { sessions: [trainingRow(training)], facilities, next: '2024-05-20~session-of-may' },
    },
    'training.ofFacility': { answer: { sessions: [training], toJoin: [], facilities } },
    'training.register': { body: { basedOn: 0, ...key, sessionId, ...told }, answer: training },
    'training.import': {
      body: { ...key, isDryRun: true, rows: [{ ...facts, host, facilityId, staff }] },
      answer: { rows: [{ sessionId: 'import-8f3b1f7f0d213f0c5a521f6e', outcome: 'new' as const }] },
    },
    'training.get': { answer: { session: training, facilities } },
    'training.edit': {
      body: { basedOn: version, ...key, ...told, hours: 6 },
      answer: { ...training, version: 2, hours: 6 },
    },
    'training.tellLine': {
      body: { basedOn: version, ...key, staff: more },
      answer: { ...training, version: 2, lines: lines.map((line) => ({ ...line, staff: more, version: 2 })) },
    },
    'training.cancel': {
      body: { basedOn: version, ...key, reason },
      answer: { ...training, version: 2, cancelled: { reason } },
    },
    'training.merge': {
      body: { basedOn: version, ...key, doubleId: 'session-told-twice', doubleBasedOn: 1 },
      answer: { ...training, version: 2, doubles: ['session-told-twice'] },
    },
    'training.history': {
      answer: {
        lines: [
          { version: 2, at, by, action: 'edit' as const, changes: [{ field: 'hours', from: 4, to: 6 }] },
        ],
      },
    },
  };
}
