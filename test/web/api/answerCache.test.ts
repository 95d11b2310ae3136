import { set } from 'idb-keyval';
import { beforeEach, expect, test } from 'vitest';
import {
  askOrKept,
  changeKept,
  forgetAnswers,
  keptFirst,
  keyOf,
} from '../../../web/src/lib/api/answerCache.ts';
import { NoNetwork } from '../../../web/src/lib/api/errors.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
const noNetwork = () => Promise.reject(new NoNetwork('none'));
const says = (value: string) => () => Promise.resolve(value);

beforeEach(async () => {
  await phone.begin();
  await forgetAnswers();
});

test('without network one sees what was kept, and when', async () => {
  await askOrKept('progress', says('asked'));

  expect(await askOrKept('progress', noNetwork)).toEqual({ value: 'asked', keptAt: expect.any(Number) });
  await expect(askOrKept('nothing kept', noNetwork)).rejects.toBeInstanceOf(NoNetwork);
});

test('what is no lack of network is told, whatever is kept', async () => {
  await askOrKept('progress', says('asked'));

  await expect(askOrKept('progress', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
});

test('where the network is slow one sees what was kept at once, and learns of a change', async () => {
  const first = await keptFirst('reports', says('old'));
  const { value, changed } = await keptFirst('reports', says('new'));

  expect([await first.changed, value, await changed]).toEqual([false, 'old', true]);
  expect((await keptFirst('reports', noNetwork)).value).toBe('new');
});

test('a slow answer does not take the place of what a command brought meanwhile', async () => {
  await keptFirst('reports', says('old'));
  const slow = Promise.withResolvers<string>();
  const { changed } = await keptFirst('reports', () => slow.promise);
  await changeKept<string>('reports', () => 'handed in');

  slow.resolve('old, but slow');

  expect(await changed).toBe(true);
  expect((await keptFirst('reports', noNetwork)).value).toBe('handed in');
});

test('a full device does not stop a page whose network works, nor make it ask for ever', async () => {
  await keptFirst('reports', says('old'));
  phone.isFull();

  expect(await askOrKept('progress', says('asked'))).toEqual({ value: 'asked' });
  const { changed } = await keptFirst('reports', says('new'));
  expect(await changed).toBe(true);
  const again = await keptFirst('reports', says('new'));

  expect([again.value, await again.changed]).toEqual(['new', false]);
});

test('an answer that the last release kept is still one', async () => {
  await set(keyOf('answer', 'reports'), { value: 'kept', at: 1 });

  expect((await keptFirst('reports', noNetwork)).value).toBe('kept');
});

test('signing out drops answers, and no figure', async () => {
  await askOrKept('progress', says('asked'));
  await set(keyOf('draft UA-0001 2024-11'), 'typed');
  await forgetAnswers();

  await expect(askOrKept('progress', noNetwork)).rejects.toBeInstanceOf(NoNetwork);
  const { get } = await import('idb-keyval');
  expect(await get(keyOf('draft UA-0001 2024-11'))).toBe('typed');
});
