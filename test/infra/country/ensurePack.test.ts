import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ensurePack } from '../../../infra/country/ensurePack.ts';
import { UserError } from '../../../infra/local/userError.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'telemedicine-country-'));
afterAll(() => rmSync(folder, { recursive: true }));

const country = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['infra/country/country.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

test('the countries that ship can be built', () => {
  for (const code of ['UA', 'BY']) expect(() => ensurePack(code)).not.toThrow();
});

test('a country without a pack is refused', () => {
  expect(() => ensurePack('XX')).toThrow(UserError);
});

test.each([[[]], [['Kenya']], [['KE', 'UG']], [['KE', '--border', 'x']]])(
  'npm run country -- %j is answered with how it is used',
  (args) => {
    expect(country(...args)).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Which country\?/) });
  },
);

test.each([
  ['no file', undefined, /^There is no file/],
  ['no JSON', 'region;west', /^This is no GeoJSON file/],
  [
    'points',
    '{"type":"FeatureCollection","features":[{"geometry":{"type":"Point"}}]}',
    /^Region 1 of the file is no area/,
  ],
  ['no regions', '{"type":"FeatureCollection","features":[]}', /has no regions of Kenya/],
])('a file with %s is refused with a sentence, and nothing is made', (name, content, sentence) => {
  const file = join(folder, `${name}.geojson`);
  if (content !== undefined) writeFileSync(file, content);

  expect(country('KE', '--boundaries', file)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(sentence),
  });
  expect(() => ensurePack('KE')).toThrow(UserError);
});
