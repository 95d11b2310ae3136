import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Facility } from '../../functions/domain/facility/facility.ts';
import { pointsOf } from '../../functions/domain/facility/facilityPoints.ts';
import { monthsBetween } from '../../functions/domain/calendar.ts';
import { regionCodes } from '../../functions/domain/countryPack.ts';
import { cubeOf, ProgressSums, summaryOf } from '../../functions/domain/progress.ts';
import { packFor } from '../../functions/packs/index.ts';
import { changeFacility } from '../../functions/store/facility/changeFacility.ts';
import { Database } from '../../functions/store/database.ts';
import { facilitiesOnMap } from '../../functions/store/facility/facilitiesOnMap.ts';
import { Progress } from '../../functions/store/progress.ts';
import { liveFacility } from '../support/builders.ts';
import { reportsOf } from '../support/rollout.ts';
import { startEngine } from '../support/system.ts';
import { wireTo } from '../support/wire.ts';
import { median, percentile } from './statistics.ts';

const pack = packFor('UA');
const months = monthsBetween('2022-12', '2024-11');
const figures = Object.fromEntries(
  pack.indicators.filter(({ asked }) => !asked).map(({ code, atMost }) => [code, atMost ? 1 : 2]),
);
const runs = { submit: 1000, progress: 100, map: 10 };

/** Prints how long submitting and reading progress take in a country of this many facilities, and what they ask of the database. */
export async function measureOperations(facilityCount: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bench-'));
  const engine = await startEngine(join(folder, 'dynamodb.db'));
  const wire = await wireTo(engine.endpoint);
  Object.assign(process.env, engine.env);
  const database = new Database(engine.env);
  const counted = new Database({ ...engine.env, AWS_ENDPOINT_URL_DYNAMODB: wire.endpoint });
  const ids = Array.from({ length: facilityCount }, (_, index) => `UA-${String(index + 1).padStart(5, '0')}`);
  await inBatches(ids, (id, index) => joinAtOnce(database, id, index));
  await fillProgress(database, ids);

  const submit = (id: string, on = database) =>
    reportsOf(on, pack).submit(
      { facilityId: id, month: '2024-11', basedOn: 0, key: randomUUID() },
      { figures },
    );
  const read = async (on = database) => {
    const cube = cubeOf(await new Progress(on, pack).ofScope('country', '2024-12-03'), regionCodes(pack));
    return summaryOf(new ProgressSums(cube, pack), '2024-11');
  };
  const [first = '', ...rest] = ids.slice(0, Math.min(ids.length, runs.submit + 1));
  await submit(first, counted);
  const submitRequests = wire.counted();
  const submitTimes = await timesOf(rest, (id) => submit(id));
  await read(counted);
  const progressRequests = wire.counted();
  const cpu = process.cpuUsage();
  const progressTimes = await timesOf(Array.from({ length: runs.progress }), () => read());
  const { user, system } = process.cpuUsage(cpu);

  const onMap = async (on = database) => {
    const { facilities } = await facilitiesOnMap(on, regionCodes(pack));
    return pointsOf(facilities, { today: '2024-12-03', language: 'uk' });
  };
  await onMap(counted);
  const mapRequests = wire.counted();
  const mapTimes = await timesOf(Array.from({ length: runs.map }), () => onMap());

  console.log(`\n${facilityCount} facilities, ${months.length} months, engine on disk, one client`);
  console.table([
    row('submit a month', submitTimes, submitRequests),
    row('read and sum progress', progressTimes, progressRequests),
    row('facilities for a map', mapTimes, mapRequests),
  ]);
  console.log(`CPU of reading and summing: ${((user + system) / 1000 / runs.progress).toFixed(1)} ms`);
  await wire.stop();
  await engine.stop();
  rmSync(folder, { recursive: true });
}

/** One operation as the table shows it. */
export function row(operation: string, times: number[], requests: Record<string, number>) {
  return {
    operation,
    runs: times.length,
    'median ms': Number(median(times).toFixed(1)),
    'p99 ms': Number(percentile(times, 0.99).toFixed(1)),
    requests: Object.entries(requests)
      .map(([name, count]) => `${count} ${name}`)
      .join(' + '),
  };
}

/** How long each took, in milliseconds. */
export async function timesOf<Value>(
  values: Value[],
  act: (value: Value) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const value of values) {
    const start = performance.now();
    await act(value);
    times.push(performance.now() - start);
  }
  return times;
}

/** A facility that is live from the first month on, in one command: the bench is not about joining. */
function joinAtOnce(database: Database, facilityId: string, index: number): Promise<Facility> {
  const region = pack.regions[index % pack.regions.length]?.code ?? '';
  const stages = liveFacility().stages.map((change) => ({ ...change, date: `${months[0]}-01` }));
  const facility = liveFacility({ facilityId, region, stages, version: 1 });
  const command = { basedOn: 0, idempotencyKey: randomUUID(), action: 'register' as const, content: {} };
  const circumstances = { by: { accountId: 'bench', name: 'Bench' }, at: '2024-12-03T08:00:00.000Z' };
  return changeFacility(
    database,
    pack,
    facilityId,
    { ...command, ...circumstances },
    {
      authorise: () => undefined,
      decide: () => facility,
    },
  );
}

/** One facility of each region reports every month, so that progress has all its rows. */
async function fillProgress(database: Database, ids: string[]): Promise<void> {
  const reporting = ids.slice(-pack.regions.length);
  await inBatches(
    reporting.flatMap((facilityId) => months.slice(0, -1).map((month) => ({ facilityId, month }))),
    async ({ facilityId, month }) => {
      const { version } = await reportsOf(database, pack).submit(
        { facilityId, month, basedOn: 0 },
        { figures },
      );
      await reportsOf(database, pack).approve({ facilityId, month, basedOn: version }, {});
    },
  );
}

async function inBatches<Value>(
  values: Value[],
  act: (value: Value, index: number) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < values.length; start += 32)
    await Promise.all(values.slice(start, start + 32).map((value, offset) => act(value, start + offset)));
}
