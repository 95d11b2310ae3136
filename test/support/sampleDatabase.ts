import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packFor } from '../../functions/packs/index.ts';
import { loadSample } from '../../functions/sample/load.ts';
import { sampleOf, type Sample } from '../../functions/sample/sample.ts';
import type { Timeline } from '../../functions/sample/timeline.ts';
import { whileLocked } from '../../infra/local/data/lock.ts';
import { startEngine } from './system.ts';

const root = join(import.meta.dirname, '../..');
const home = join(root, 'node_modules/.cache/sample');

/** One number for everything that the loaded sample is made from. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const sources = [
    'functions/{domain,packs,sample,store}/**/*.*',
    'infra/tables.ts',
    'package-lock.json',
    'test/support/sampleDatabase.ts',
  ];
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: root })).toSorted();
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** As a load leaves it that was interrupted while units were planned: each donation's are planned in part. */
function planning({ timelines, gifts, ...sample }: Sample): Sample {
  return {
    ...sample,
    gifts: gifts.map(({ pledge, plans }) => ({ pledge, plans: plans.slice(0, plans.length / 3) })),
    timelines: timelines.map((timeline) => ({ ...timeline, events: timeline.events.slice(0, 1) })),
    movedOn: { planned: [], events: [] },
    accounts: [],
  };
}

/** As one leaves it later: some facilities' stories are told, some half, and all others not. */
function telling({ timelines, ...sample }: Sample): Sample {
  const begun = timelines.map((timeline, index): Timeline => {
    const { length } = timeline.events;
    const told = index >= 64 ? 1 : index % 2 ? Math.round(length / 2) : length;
    return { ...timeline, events: timeline.events.slice(0, told) };
  });
  return { ...sample, timelines: begun, movedOn: { planned: [], events: [] }, accounts: [] };
}

/** At the very beginning, before anything was given. */
function beginning({ solutions, warehouses, gifts }: Sample): Sample {
  return {
    solutions: solutions.slice(0, 4),
    warehouses: warehouses.slice(0, 1),
    gifts: gifts.slice(0, 2).map(({ pledge }) => ({ pledge, plans: [] })),
    timelines: [],
    movedOn: { planned: [], events: [] },
    accounts: [],
  };
}

async function loadInto(file: string): Promise<void> {
  const pack = packFor('UA');
  const sample = sampleOf(pack);
  const engine = await startEngine(file);
  try {
    for (const interrupted of [beginning, planning, telling])
      await loadSample(engine.env, pack, interrupted(sample));
    await loadSample(engine.env, pack, sample);
  } finally {
    await engine.stop();
  }
}

/**
 * Copies the sample's database to `file`. It is loaded once for all tests, by a load that is interrupted and done again,
 * and kept until something that it is made from changes.
 */
export async function copySample(file: string): Promise<void> {
  mkdirSync(home, { recursive: true });
  const loaded = join(home, `${fingerprint()}.db`);
  const load = async () => {
    if (existsSync(loaded)) return;
    for (const older of globSync('*.db*', { cwd: home })) rmSync(join(home, older));
    const aside = join(home, 'loading.db');
    await loadInto(aside);
    renameSync(aside, loaded);
  };
  await whileLocked(join(home, 'lock'), load, () =>
    console.log('Waiting for the sample that another test loads …'),
  );
  copyFileSync(loaded, file);
}
