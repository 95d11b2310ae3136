import type { Warehouse } from '../../domain/warehouse.ts';
import { at, by, key } from './circumstances.ts';
import type { Example } from './examples.ts';
import type { OperationName } from './operations.ts';

/** An example for each operation on warehouses. */
export function warehouseExamples({ warehouse }: { warehouse: Warehouse }) {
  const { version, ...profile } = warehouse;
  const { warehouseId: _, region: __, ...edited } = { ...profile, closedOn: '2024-11-30' };
  return {
    'warehouses.list': { answer: { warehouses: [warehouse] } },
    'warehouses.register': { body: { basedOn: 0, ...key, ...profile }, answer: warehouse },
    'warehouses.get': { answer: warehouse },
    'warehouses.edit': {
      body: { basedOn: version, ...key, ...edited },
      answer: { ...warehouse, ...edited, version: 2 },
    },
    'warehouses.history': {
      answer: {
        lines: [
          {
            version: 2,
            at,
            by,
            action: 'edit' as const,
            changes: [{ field: 'closedOn', to: edited.closedOn }],
          },
        ],
      },
    },
  } satisfies Partial<Record<OperationName, Example>>;
}
