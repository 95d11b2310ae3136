import { buildSync } from 'esbuild';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { bundleOf } from '../../infra/bundle.ts';

const handlers = globSync('functions/handlers/*.ts').map((file) => basename(file, '.ts'));
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(handlers)('the bundle of %s keeps its budget', (handler) => {
  buildSync(bundleOf(handler, join(folder, handler)));

  const code = readFileSync(join(folder, handler, 'index.mjs'));

  expect(code.length).toBeLessThanOrEqual(480_000);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(150_000);
});
