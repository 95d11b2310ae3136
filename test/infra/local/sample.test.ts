import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chooseSample, countryIn, countryOf, olderSample } from '../../../infra/local/data/sample.ts';
import { UserError } from '../../../infra/local/userError.ts';
import { settingsFrom } from '../../../infra/local/settings.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'telemedicine-sample-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const chosen = (kept?: object) => {
  if (kept) writeFileSync(join(dataDir, 'sample.json'), JSON.stringify(kept));
  return olderSample(chooseSample(settingsFrom({ DATA_DIR: dataDir })), dataDir);
};

test('a new folder has this release’s sample', () => {
  expect([chosen(), chosen()]).toEqual([undefined, undefined]);
});

test('a folder that an older release began says so, and what to do', () => {
  expect(chosen({ sample: 'ukraine' })).toContain(`choose an empty folder`);
});

test('one without a sample has nothing to say', () => {
  expect(chosen({ sample: 'none' })).toBeUndefined();
});

test('the size of a country is chosen once, when its folder is begun', () => {
  const settings = (facilities?: string, sample = '') =>
    settingsFrom({ DATA_DIR: dataDir, SAMPLE: sample }, facilities ? ['--facilities', facilities] : []);

  expect(() => chooseSample(settings('1000', 'none'))).toThrow(UserError);
  expect(chooseSample(settings('1000'))).toMatchObject({ sample: 'ukraine', facilities: 1000 });
  expect(chooseSample(settings())).toMatchObject({ facilities: 1000 });
  expect(chooseSample(settings('1000'))).toMatchObject({ facilities: 1000 });
  expect(() => chooseSample(settings('2000'))).toThrow(UserError);
});

test('a folder is for one country: that of its sample, or the one that an empty one was begun for', () => {
  const settings = (environment: object) => settingsFrom({ DATA_DIR: dataDir, ...environment });

  expect(countryIn(settings({}))).toBe('UA');
  expect(countryIn(settings({ COUNTRY: 'BY' }))).toBe('BY');
  expect(countryOf(chooseSample(settings({ SAMPLE: 'none', COUNTRY: 'BY' })))).toBe('BY');
  expect(countryIn(settings({}))).toBe('BY');
  expect(() => chooseSample(settings({ COUNTRY: 'UA' }))).toThrow('is for BY: choose another folder');
});

test.each([
  [{ COUNTRY: 'BY' }, 'belarus'],
  [{ COUNTRY: 'RW' }, 'none'],
  [{}, 'ukraine'],
])('%o begins with the sample of the country, if it has one', (environment, sample) => {
  expect(chooseSample(settingsFrom({ DATA_DIR: dataDir, ...environment })).sample).toBe(sample);
});

test('a sample of another country is refused', () => {
  const settings = settingsFrom({ DATA_DIR: dataDir, SAMPLE: 'belarus', COUNTRY: 'UA' });

  expect(() => chooseSample(settings)).toThrow(UserError);
});
