import { expect, test } from 'vitest';
import { Following } from '../../../web/src/lib/batches/following.svelte.ts';

/** Requests that leave so many. */
const leaving = (...lefts: (number | Error)[]) => {
  const asked = lefts.values();
  return () => {
    const left = asked.next().value;
    return left instanceof Error ? Promise.reject(left) : Promise.resolve(left ?? 0);
  };
};

test('it asks again until nothing is left, and says how far it is', async () => {
  const following = new Following();
  await following.run(leaving(120, 70, 20, 0));

  expect([following.done, following.total, following.isStuck]).toEqual([120, 120, false]);
});

test('where one request does it all there is nothing to show', async () => {
  const following = new Following();
  await following.run(leaving(0));

  expect(following.total).toBe(0);
});

test('it ends where it does not get further', async () => {
  const following = new Following();
  await following.run(leaving(20, 10, 10, 0));

  expect([following.done, following.total, following.isStuck]).toEqual([10, 20, true]);
});

test('what fails is told, and another run goes on', async () => {
  const following = new Following();
  await expect(following.run(leaving(20, 10, new Error('no network')))).rejects.toThrow('no network');
  expect([following.done, following.total]).toEqual([10, 20]);

  await following.run(leaving(5, 0));
  expect([following.done, following.total]).toEqual([5, 5]);
});
