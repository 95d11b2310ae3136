import type { Caller } from '../../../functions/domain/caller.ts';
import { command, manager } from '../country.ts';
import { rowOfSession, sessionAt } from './told.ts';

type Request = [Caller | undefined, path: string, body?: object];

const one = '/training-sessions/session-of-one';
const session = { ...sessionAt('UA-0001'), topic: undefined, solutionId: 'new' };

/** The life of a training session, in which every procedure of training is asked for. */
export function trainingLife(head: Caller): Record<string, Request[]> {
  return {
    'training.register': [
      [head, '/training-sessions', command(0, { ...session, sessionId: 'session-of-one' })],
      [manager, '/training-sessions', command(0, { ...session, sessionId: 'session-of-two' })],
    ],
    'training.import': [
      [
        manager,
        '/training-sessions/imports',
        { idempotencyKey: 'sessions-of-file', isDryRun: false, rows: [rowOfSession('UA-0001')] },
      ],
    ],
    'training.edit': [[head, one, command(1, { ...session, hours: 2 })]],
    'training.tellLine': [
      [
        head,
        `${one}/lines/UA-0001`,
        command(1, { staff: { nurse: { attending: 1, newToSolution: 0, newToEquipment: 0 } } }),
      ],
    ],
    'training.merge': [
      [manager, `${one}/doubles`, command(3, { doubleId: 'session-of-two', doubleBasedOn: 1 })],
    ],
    'training.list': [
      [manager, '/training-sessions'],
      [manager, '/training-sessions?region=UA-46'],
    ],
    'training.ofFacility': [[head, '/facilities/UA-0001/training-sessions']],
    'training.get': [[head, one]],
    'training.history': [[manager, `${one}/history`]],
    'training.cancel': [[head, `${one}/cancellation`, command(4, { reason: 'Nobody came' })]],
  };
}
