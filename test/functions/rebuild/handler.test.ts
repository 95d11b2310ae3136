import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { progressWrites } from '../../../functions/store/progress.ts';
import { startEngine, type TestEngine } from '../../support/system.ts';

let engine: TestEngine;

async function imported() {
  const { handler } = await import('../../../functions/handlers/rebuild.ts');
  const { database } = await import('../../../functions/handlers/http/database.ts');
  const { logger, metrics, pack } = await import('../../../functions/handlers/http/surroundings.ts');
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
  await rebuild.handler({ check: true });

  expect(rebuild.counted).toHaveBeenLastCalledWith('ProgressDifferences', 'Count', 0);
});

test('what differs is in the log and in the metric', async () => {
  const { handler, database, pack, counted, logged } = rebuild;
  const row = { region: 'UA-46', month: '2024-11', amounts: { teleconsultations: 1 } };
  await database.transact(progressWrites([row], pack, 'test'));

  await handler({ check: true });

  expect(counted).toHaveBeenLastCalledWith('ProgressDifferences', 'Count', 1);
  expect(logged).toHaveBeenLastCalledWith('progress differs', {
    difference: 'UA-46 in 2024-11: teleconsultations is 1 too high.',
  });
});

test('the schedule can only ask for a check', async () => {
  await expect(rebuild.handler({ check: false })).rejects.toThrow();
  await expect(rebuild.handler({ check: true, repair: true })).rejects.toThrow();
});
