import { expect, test } from 'vitest';
import { batchesOf, eachBatch } from '../../../web/src/lib/batches/batches.ts';

test('a request has as many rows as it takes, and no more bytes', () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({ at }));
  const large = Array.from({ length: 5 }, () => ({ text: 'ї'.repeat(10_000) }));

  expect(batchesOf(rows, 25, (row) => row).map(({ length }) => length)).toEqual([25, 25, 10]);
  expect(batchesOf(large, 25, (row) => row).map(({ length }) => length)).toEqual([2, 2, 1]);
});

test('four are under way at once', async () => {
  let underWay = 0;
  let most = 0;
  const done: number[] = [];

  await eachBatch(
    Array.from({ length: 20 }, (_, at) => at),
    async (batch) => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay -= 1;
      done.push(batch);
    },
    () => false,
  );

  expect(most).toBe(4);
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
});

test('it ends when it is told to, and at a failure, once the others are back', async () => {
  const sent: number[] = [];
  const send = (batch: number) => {
    sent.push(batch);
    return batch === 2 ? Promise.reject(new Error('no network')) : Promise.resolve();
  };
  const numbers = Array.from({ length: 100 }, (_, at) => at);

  await expect(eachBatch(numbers, send, () => false)).rejects.toThrow('no network');
  expect(sent.length).toBeLessThan(10);

  sent.length = 0;
  await eachBatch(numbers.slice(10), send, () => sent.length >= 3);
  expect(sent.length).toBeLessThan(8);
  expect(sent.length).toBeGreaterThanOrEqual(3);
});
