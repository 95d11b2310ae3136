import fc from 'fast-check';
import { staffRoles } from '../../../functions/domain/training/bounds.ts';
import type {
  Staff,
  ToldSession,
  TrainingSession,
} from '../../../functions/domain/training/trainingSession.ts';

/** Staff of one facility: at least one came, and no more are new than came. */
export const anyStaff: fc.Arbitrary<Staff> = fc
  .dictionary(
    fc.constantFrom(...staffRoles),
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9)).map(([attending, solution, equipment]) => {
      const newToSolution = Math.min(attending, solution);
      return { attending, newToSolution, newToEquipment: Math.min(newToSolution, equipment) };
    }),
    { minKeys: 1 },
  )
  .map((staff): Staff => staff);

export const trainedAt = ['UA-0001', 'UA-0002', 'UA-0003'] as const;

/** A session as somebody may tell it of these facilities, about a solution or something else. */
export const anyTold: fc.Arbitrary<ToldSession> = fc
  .record({
    day: fc.constantFrom('2024-09-10', '2024-10-01', '2024-10-31', '2024-11-05'),
    about: fc.constantFrom({ solutionId: 'alpha' }, { solutionId: 'beta' }, { topic: 'First steps' }),
    mode: fc.constantFrom('onSite' as const, 'remote' as const),
    hours: fc.integer({ min: 1, max: 16 }).map((halves) => halves / 2),
    host: fc.constantFrom(
      ...trainedAt.map((facilityId) => ({ kind: 'facility' as const, facilityId })),
      { kind: 'region' as const, region: 'UA-51' },
      { kind: 'nation' as const },
    ),
    lines: fc.uniqueArray(fc.record({ facilityId: fc.constantFrom(...trainedAt), staff: anyStaff }), {
      selector: ({ facilityId }) => facilityId,
      minLength: 1,
    }),
  })
  .map(({ about, ...rest }) => ({ ...rest, ...about, provider: 'Institute of telemedicine' }));

/** A session on record: its facilities are where they are said to be. */
export const anySession: fc.Arbitrary<TrainingSession> = fc
  .tuple(anyTold, fc.array(fc.constantFrom('UA-46', 'UA-51'), { minLength: 4, maxLength: 4 }), fc.boolean())
  .map(([{ host, lines, ...facts }, regions, isCancelled]) => {
    const region = (index: number) => regions[index] ?? 'UA-46';
    return {
      sessionId: 'session-of-any',
      version: 1,
      ...facts,
      host: host.kind === 'facility' ? { ...host, region: region(3) } : host,
      lines: lines.map((line, index) => ({ ...line, region: region(index), version: 1 })),
      ...(isCancelled && { cancelled: { reason: 'Nobody came' } }),
    };
  });
