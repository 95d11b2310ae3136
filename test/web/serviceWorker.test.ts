import { expect, test } from 'vitest';
import { isShellRequest, within } from '../../web/src/service-worker/rules.ts';

test('pages of the app are all the same file; the API, sign-in and files are not', () => {
  const asked = [
    '/',
    '/my-facility/2024-11',
    '/api/v1/me',
    '/identity/auth',
    '/_app/version.json',
    '/icon.svg',
  ];

  expect(asked.filter((path) => isShellRequest('navigate', path))).toEqual(['/', '/my-facility/2024-11']);
  expect(isShellRequest('cors', '/my-facility')).toBe(false);
});

test('the network has a moment to answer, then what is kept is shown', async () => {
  const never = new Promise<string>(() => undefined);

  expect(await within(1, never, 'kept')).toBe('kept');
  expect(await within(1000, Promise.resolve('fresh'), 'kept')).toBe('fresh');
  expect(await within(1000, Promise.reject(new Error('no network')), 'kept')).toBe('kept');
});
