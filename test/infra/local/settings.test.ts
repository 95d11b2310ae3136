import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../../infra/local/userError.ts';
import { settingsFrom } from '../../../infra/local/settings.ts';

test('what is not set has a default, and an empty variable is not set', () => {
  const expected = {
    port: 3000,
    dataDir: resolve('.local'),
    sample: undefined,
    today: undefined,
    endpoint: undefined,
  };

  expect(settingsFrom({})).toEqual(expected);
  expect(settingsFrom({ PORT: '', DATA_DIR: '', SAMPLE: '', TODAY: '', DYNAMODB_ENDPOINT: '' })).toEqual(
    expected,
  );
});

test.for([
  ['PORT', 'eighty', 'PORT must be a port number, not "eighty".'],
  ['PORT', '70000', 'PORT must be a port number, not "70000".'],
  ['SAMPLE', 'atlantis', 'SAMPLE must be ukraine, belarus or none, not "atlantis".'],
  ['TODAY', '2024-13-01', 'TODAY must be a day such as 2024-12-03, not "2024-13-01".'],
  [
    'DYNAMODB_ENDPOINT',
    'here',
    'DYNAMODB_ENDPOINT must be an address such as http://localhost:8000, not "here".',
  ],
] as const)('%s cannot be %s', ([name, value, sentence]) => {
  expect(() => settingsFrom({ [name]: value })).toThrow(new UserError(sentence));
});

test('the number of facilities stands behind the command', () => {
  expect(settingsFrom({}, ['--facilities', '10000']).facilities).toBe(10_000);
  expect(settingsFrom({}).facilities).toBeUndefined();
});

test.for([
  '--facilities',
  '--facilities 12',
  '--facilities 1e9',
  '--facilities 500.5',
  '--fast',
  '--facilities 500 now',
])('"%s" behind the command is not understood', (args) => {
  expect(() => settingsFrom({}, args.split(' '))).toThrow(
    new UserError(
      `"${args}" is not understood: behind the command there may be --facilities and a number from 399 to 50000.`,
    ),
  );
});
