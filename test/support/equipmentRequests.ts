import type { Caller } from '../../functions/domain/caller.ts';
import { admin, command, donor as partner, manager, solutionProfile, warehouse } from './country.ts';
import { agreement } from './equipment.ts';

type Request = [Caller | undefined, path: string, body?: object];

const placeId = 'UA-0001';
const { solutionId: _, preparingOn: __, ...profile } = solutionProfile('monitoring');
const monitoring = { ...profile, equipmentTypes: ['tablet'], indicators: [] };
const told = (kind: string, more: object = {}) => ({
  idempotencyKey: `told-${kind}`,
  placeId,
  kind,
  date: '2024-03-01',
  ...more,
});
const { donorId, ...donor } = { donorId: 'donor-1', names: { uk: 'Донор' }, kind: 'company' };
const given = {
  ...agreement,
  lines: agreement.lines.map((line) => ({ ...line, solutionId: 'monitoring' })),
};
const plan = (idempotencyKey: string, units: number) => ({
  idempotencyKey,
  lineId: 'l1',
  date: '2024-02-01',
  rows: [{ placeId, units }],
});

/** The life of a donation and its units at a facility, in which every procedure of equipment is asked for. */
export function equipmentLife(head: Caller): Record<string, Request[]> {
  return {
    'solutions.register monitoring': [
      [
        manager,
        '/solutions',
        command(0, { ...monitoring, solutionId: 'monitoring', preparingOn: '2024-01-15' }),
      ],
    ],
    'warehouses.register another': [[admin, '/warehouses', command(0, warehouse('UA-W02'))]],
    'donors.register': [[manager, '/donors', command(0, { donorId, ...donor })]],
    'donors.edit': [[manager, '/donors/donor-1', command(1, donor)]],
    'donors.list': [[manager, '/donors']],
    'donors.get': [[manager, '/donors/donor-1']],
    'donors.history': [[manager, '/donors/donor-1/history']],
    'donations.register': [[manager, '/donations', command(0, { donationId: 'aid', donorId, ...given })]],
    'donations.edit': [[manager, '/donations/aid', command(1, { ...given, title: 'Tablets' })]],
    'donations.list': [
      [manager, '/donations'],
      [manager, '/donations?donorId=donor-1'],
    ],
    'donations.get': [[manager, '/donations/aid']],
    'donations.history': [[manager, '/donations/aid/history']],
    'donations.plan': [
      [manager, '/donations/aid/consignments', plan('plan-of-four', 4)],
      [manager, '/donations/aid/consignments', plan('plan-of-one', 1)],
      [
        manager,
        '/donations/aid/consignments',
        { ...plan('plan-for-store', 1), rows: [{ placeId: 'UA-W02', units: 1 }] },
      ],
    ],
    'consignments.correctFacts': [
      [manager, '/consignments/aid.1/facts', command(1, { placeId, serialNumbers: ['A-1', 'A-2'] })],
    ],
    'donations.correctRate': [
      [
        manager,
        '/donations/aid/lines/l1/rate',
        command(5, { usdRate: '1.1', usdRateOn: '2024-01-16', reason: 'The rate of the day before' }),
      ],
    ],
    'donations.followRate': [
      [manager, '/donations/aid/lines/l1/rate/consignments', { idempotencyKey: 'goes-on-with-rate' }],
    ],
    'facilities.checkReadiness': [
      [
        head,
        `/facilities/${placeId}/readiness`,
        command(8, {
          solutionId: 'monitoring',
          on: '2024-02-01',
          checks: [{ check: 'power', isMet: false, note: 'No socket', lookAgainOn: '2024-03-01' }],
        }),
      ],
    ],
    'donations.overrideReadiness': [
      [
        manager,
        '/donations/aid/readinessOverride',
        { idempotencyKey: 'override-of-aid', reason: 'Looked at by the partner' },
      ],
    ],
    'donations.consignments': [
      [manager, '/donations/aid/consignments'],
      [partner, '/donations/aid/consignments'],
    ],
    'consignments.register': [
      [
        head,
        '/consignments',
        {
          idempotencyKey: 'stock-of-state',
          consignmentId: 'stock-abcdef',
          source: { kind: 'state' },
          equipmentType: 'laptop',
          solutionId: 'monitoring',
          units: 1,
          log: [{ kind: 'planned', date: '2023-02-01', to: placeId }],
        },
      ],
    ],
    'consignments.import': [
      [
        manager,
        '/consignments/imports',
        {
          idempotencyKey: 'stock-of-books',
          isDryRun: false,
          rows: [
            {
              placeId,
              inventoryNumber: '10148-22',
              equipmentType: 'tablet',
              units: 1,
              source: { kind: 'own' },
              solutionId: 'monitoring',
              receivedOn: '2023-03-01',
            },
          ],
        },
      ],
    ],
    'consignments.strikeOut': [
      [
        manager,
        '/consignments/aid.2/strikes',
        { idempotencyKey: 'strike-of-plan', placeId, eventId: 1, reason: 'Planned twice' },
      ],
    ],
    'consignments.addEvent': [[manager, '/consignments/aid.1/events', told('shipped')]],
    'consignments.receive': [
      [
        head,
        '/consignments/aid.1/receipt',
        { idempotencyKey: 'receipt-of-four', placeId, date: '2024-03-02', working: 4, damaged: 0 },
      ],
    ],
    'consignments.addEvent of use': [
      [head, '/consignments/aid.1/events', told('installed', { date: '2024-03-03' })],
      [head, '/consignments/aid.1/events', told('firstUse', { date: '2024-03-03' })],
      [
        manager,
        '/consignments/aid.1/events',
        told('transferOffered', { date: '2024-03-04', to: 'UA-W02', units: 1 }),
      ],
    ],
    'donations.makeTrace': [[manager, '/donations/aid/trace', command(0)]],
    'donations.trace': [[manager, '/donations/aid/trace']],
    'trace.card': [[undefined, '/trace/{traceId}']],
    'donations.revokeTrace': [
      [manager, '/donations/aid/trace/revocation', command(1, { reason: 'A label was shared' })],
    ],
    'solutions.edit of terms': [
      [
        manager,
        '/solutions/monitoring',
        command(1, { ...monitoring, equipmentTypes: ['tablet', 'laptop'], termsFrom: '2024-05-01' }),
      ],
    ],
    'solutions.followTerms': [
      [manager, '/solutions/monitoring/followers', { idempotencyKey: 'goes-on-with-terms' }],
    ],
    'consignments.list': [
      [manager, '/consignments?region=UA-46&state=received'],
      [manager, '/consignments?region=UA-46&concern=silent'],
    ],
    'consignments.atPlace': [[head, '/places/UA-0001/consignments']],
    'consignments.get': [[head, '/consignments/aid.1']],
    'consignments.history': [[head, '/consignments/aid.1/history']],
  };
}
