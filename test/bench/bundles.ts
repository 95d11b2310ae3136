import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleOf } from '../../infra/bundle.ts';
import { packFile } from '../../infra/packs.ts';
import { median } from './statistics.ts';

const runs = 15;
const root = join(import.meta.dirname, '../..');

/** Prints the size of each Lambda bundle and how long a fresh process takes to import it, beside an empty one. */
export async function measureBundles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bench-'));
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export const handler = () => undefined;');
  const base = importTime(empty);
  const rows = [];
  for (const file of globSync('functions/handlers/*.ts', { cwd: root }).sort()) {
    const name = basename(file, '.ts');
    await build(bundleOf({ handler: name, pack: packFile('UA'), folder: join(folder, name) }));
    const bundle = join(folder, name, 'index.mjs');
    const code = readFileSync(bundle);
    rows.push({
      function: name,
      'KB raw': kilobytes(code.length),
      'KB gzip': kilobytes(gzipSync(code, { level: 9 }).length),
      'cold import ms, over an empty process': Math.round(importTime(bundle) - base),
    });
  }
  console.log(
    `\nLambda bundles (import: median of ${runs} fresh processes; an empty one takes ${base.toFixed(1)} ms)`,
  );
  console.table(rows);
  rmSync(folder, { recursive: true });
}

function importTime(file: string): number {
  const script = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t);`;
  const tableNames = ['FACILITIES', 'MONTHLY_REPORTS', 'PROGRESS', 'HISTORY', 'ACCOUNTS'].map((name) => [
    `${name}_TABLE`,
    name,
  ]);
  const env = {
    ...Object.fromEntries(tableNames),
    COUNTRY: 'UA',
    AWS_REGION: 'eu-central-1',
    POWERTOOLS_SERVICE_NAME: 'bench',
  };
  return median(
    Array.from({ length: runs }, () => {
      const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env,
        encoding: 'utf8',
      });
      return Number(stdout);
    }),
  );
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}
