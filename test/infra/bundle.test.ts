import { buildSync } from 'esbuild';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { bundleOf } from '../../infra/bundle.ts';
import { packFile } from '../../infra/packs.ts';

const handlers = globSync('functions/handlers/*.ts').map((file) => basename(file, '.ts'));
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A country that is none of ours, in the form of one that is. */
const otherPack = join(folder, 'other.json');
writeFileSync(otherPack, readFileSync(packFile('UA'), 'utf8').replaceAll('UA', 'ZZ'));

function bundled(handler: string, pack = packFile('UA')): string {
  buildSync(bundleOf({ handler, pack, folder: join(folder, handler) }));
  return readFileSync(join(folder, handler, 'index.mjs'), 'utf8');
}

test.each(handlers)('the bundle of %s keeps its budget', (handler) => {
  const code = bundled(handler);

  expect(Buffer.byteLength(code)).toBeLessThanOrEqual(425_000);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(135_000);
});

test.each(['about', 'reports', 'rebuild'])(
  'the bundle of %s holds the pack of its country only',
  (handler) => {
    const ours = bundled(handler);
    const theirs = bundled(handler, otherPack);

    expect([ours.includes('UA-46'), ours.includes('ZZ-46')]).toEqual([true, false]);
    expect([theirs.includes('UA-46'), theirs.includes('ZZ-46')]).toEqual([false, true]);
  },
);
