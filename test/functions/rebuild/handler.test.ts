import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { progressWrites } from '../../../functions/store/progress.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

let engine: TestEngine;

async function imported() {
  const { handler } = await import('../../../functions/handlers/rebuild.ts');
  const { database } = await import('../../../functions/handlers/http/database.ts');
  const { logger, metrics, pack } = await import('../../../functions/handlers/http/runtime.ts');
  return {
    handler,
    database,
    pack,
    counted: vi.spyOn(metrics, 'addMetric'),
    logged: vi.spyOn(logger, 'error').mockReturnValue(),
  };
}
let rebuild: Awaited<ReturnType<typeof imported>>;

beforeAll(async () => {
  engine = await startEngine();
  Object.assign(process.env, engine.env, {
    COUNTRY: 'UA',
    POWERTOOLS_METRICS_DISABLED: 'true',
    LOG_LEVEL: 'SILENT',
  });
  rebuild = await imported();
});

afterAll(() => engine.stop());

test('each night the number of differences is told, be it none', async () => {
  await rebuild.handler({ job: 'check' });

  expect(rebuild.counted).toHaveBeenLastCalledWith('ProgressDifferences', 'Count', 0);
});

test('what differs is in the log and in the metric', async () => {
  const { handler, counted, logged } = rebuild;
  await spoil();

  await handler({ job: 'check' });

  expect(counted).toHaveBeenLastCalledWith('ProgressDifferences', 'Count', 1);
  expect(logged).toHaveBeenLastCalledWith('progress differs', {
    difference: 'UA-46 in 2024-11: teleconsultations is 1 too high.',
  });
});

test.each(['repair', 'upgrade'])('a person may ask for %s, after which nothing differs', async (job) => {
  await spoil();

  expect(await rebuild.handler({ job })).toEqual({ differences: [] });
  expect(rebuild.counted).toHaveBeenLastCalledWith('ProgressDifferences', 'Count', 0);
});

test.each([undefined, {}, { job: 'rebuild' }, { job: 'check', more: true }, { check: true }])(
  'nothing else can be asked for: %j',
  async (event) => {
    await expect(rebuild.handler(event)).rejects.toThrow();
  },
);

/** An amount too many, behind the back of the records. */
async function spoil(): Promise<void> {
  const { database, pack } = rebuild;
  const row = {
    scope: 'country',
    row: 'UA-46',
    month: '2024-11',
    amounts: { teleconsultations: 1 },
  } as const;
  await database.transact(progressWrites([row], 0, pack));
}
