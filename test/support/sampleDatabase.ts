import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packFor } from '../../functions/packs/index.ts';
import { loadSample } from '../../functions/sample/load.ts';
import { sampleOf } from '../../functions/sample/sample.ts';
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

async function loadInto(file: string): Promise<void> {
  const pack = packFor('UA');
  const engine = await startEngine(file);
  try {
    await loadSample(engine.env, pack, sampleOf(pack));
  } finally {
    await engine.stop();
  }
}

/**
 * Copies the sample's database to `file`. It is loaded once for all tests, and kept until something that it is made from changes.
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
