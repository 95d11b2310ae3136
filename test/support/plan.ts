import { setTarget, type Target } from '../../functions/domain/plan/target.ts';
import type { Database } from '../../functions/store/database.ts';
import { changeTarget } from '../../functions/store/plan/plan.ts';
import { testPack } from './builders.ts';

/** A value for the end of 2024 in a row, in nobody's name; without a reason none that is lower. */
export function planFor(
  database: Database,
  on: {
    figure: string;
    row: string;
    value: number;
    reason?: string | undefined;
    basedOn: number;
    key: string;
  },
): Promise<Target> {
  const { figure, row, value, reason, basedOn, key } = on;
  const planned = [
    { day: '2023-01-01', value: 0 },
    { day: '2024-12-31', value },
  ];
  const lines = [{ row, planned }];
  const command = {
    basedOn,
    idempotencyKey: key,
    action: 'setTarget',
    content: { lines },
    by: { accountId: 'test', name: 'Test' },
    at: '2024-12-03T08:00:00.000Z',
  } as const;
  return changeTarget(database, testPack, figure, command, {
    authorise: () => undefined,
    decide: (before) => setTarget(before, { figure, lines }, { pack: testPack, reason }),
  });
}

/** A target of the nation's, from the programme's first years. */
export const nationalLines = [
  {
    row: 'nation',
    planned: [
      { day: '2023-01-01', value: 0 },
      { day: '2024-12-31', value: 240 },
    ],
  },
];

/** A milestone known by its year. */
export const strategy = { names: { uk: 'Стратегію ухвалено', en: 'Strategy adopted' }, on: '2023' };
