import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openQueue } from '../../../web/src/routes/(in)/review/openQueue.ts';
import { testPack } from '../../support/builders.ts';
import { Phone } from '../support/phone.ts';
import { waits } from '../support/waiting.ts';

const phone = new Phone();
const asked: string[] = [];
beforeEach(() => phone.begin());

const rows = (letter: string, count: number, isClear: boolean) =>
  Array.from({ length: count }, (_, index) => waits(`${letter}-${index}`, isClear));

/** The API answers these pages, one after the other; `next` leads from each to the following. */
function answers(...pages: object[]) {
  asked.length = 0;
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(Response.json(pages[asked.length - 1]));
  });
}

const open = () => openQueue(undefined, undefined, Promise.resolve(testPack));
const behind = rows('C', 2, false);

describe('of a queue of several pages', () => {
  const first = {
    waiting: [...rows('A', 1, false), ...rows('B', 2, true)],
    next: 'second',
    triage: { counted: 9, isAll: true, flagged: 3, behind },
  };
  const second = { waiting: [...rows('D', 2, true), ...behind, ...rows('E', 2, true)] };

  test('all that there is to look at is here with the first page, and all that wait are counted', async () => {
    answers(first);
    const queue = await open();

    expect(queue.triageWith(queue.rows)).toEqual({ flagged: 3, clear: 6, isAll: true });
    expect(queue.sizeWith(queue.rows.length)).toBe(9);
    expect(asked).toHaveLength(1);
  });

  test('what is dealt with is no longer counted', async () => {
    answers(first);
    const queue = await open();
    const [, ...others] = queue.rows;

    expect(queue.triageWith(others)).toEqual({ flagged: 2, clear: 6, isAll: true });
    expect(queue.triageWith(others.slice(1))).toEqual({ flagged: 2, clear: 5, isAll: true });
  });

  test('the counts stay when the other pages come, and no report comes twice', async () => {
    answers(first, second);
    const queue = await open();

    await Promise.all([queue.more(), queue.all()]);

    expect(queue.rows).toHaveLength(9);
    expect(queue.triageWith(queue.rows)).toEqual({ flagged: 3, clear: 6, isAll: true });
    expect(asked).toHaveLength(2);
  });
});
