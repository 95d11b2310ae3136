import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BulkApproval, planOf } from '../../../web/src/routes/(in)/review/bulkApproval.svelte.ts';
import { Desk } from '../../../web/src/routes/(in)/review/desk.svelte.ts';
import { testPack } from '../../support/builders.ts';
import { Phone } from '../support/phone.ts';
import { waits } from '../support/waiting.ts';
import { eventually } from '../support/eventually.ts';

const phone = new Phone();
const sent: { reports: { facilityId: string }[] }[] = [];
beforeEach(async () => {
  await phone.begin();
  sent.length = 0;
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const asked = JSON.parse(body);
    sent.push(asked);
    return Promise.resolve(Response.json({ rows: asked.reports }));
  });
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const [one, other] = [waits('UA-0001', true), waits('UA-0002', true)];
const clear = [one, other];
const codesSent = () => sent.flatMap(({ reports }) => reports.map(({ facilityId }) => facilityId));

test('a plan lists what there is nothing to look at in, and the consultations that become approved', () => {
  const plan = planOf([...clear, waits('UA-0003', false)], testPack.indicators);

  expect(plan.rows.map(({ row, consultations }) => [row.report.facilityId, consultations])).toEqual([
    ['UA-0001', 7],
    ['UA-0002', 7],
  ]);
  expect(plan).toMatchObject({ among: 3, consultations: 14 });
});

describe('reports approved together', () => {
  test('are sent after the seconds in which it can be undone, and not before', async () => {
    const desk = new Desk();
    const approved: number[] = [];
    const ones = new BulkApproval(clear, desk, (count) => approved.push(count));

    await vi.advanceTimersByTimeAsync(9_000);
    expect(sent).toEqual([]);
    expect(desk.left(clear)).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);

    await eventually(() => expect(ones.step).toBe('over'));
    expect(codesSent()).toEqual(['UA-0001', 'UA-0002']);
    expect(desk.left(clear)).toEqual([]);
    expect(approved).toEqual([2]);
  });

  test('are never sent once it is undone, and stay in the queue', async () => {
    const desk = new Desk();
    const ones = new BulkApproval(clear, desk, () => undefined);

    ones.undo();
    await ones.approveNow();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ones.step).toBe('undone');
    expect(sent).toEqual([]);
    expect(desk.left(clear)).toHaveLength(2);
  });

  test('leave out what was dealt with meanwhile', async () => {
    const desk = new Desk();
    const ones = new BulkApproval(clear, desk, () => undefined);

    desk.leave(one.report);
    await ones.approveNow();

    expect(codesSent()).toEqual(['UA-0002']);
    expect(ones).toMatchObject({ size: 1, approved: 1, open: 0 });
  });

  test('are sent once, when it is asked for and the seconds are over too', async () => {
    const ones = new BulkApproval(clear, new Desk(), () => undefined);

    await Promise.all([ones.approveNow(), ones.approveNow()]);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(codesSent()).toEqual(['UA-0001', 'UA-0002']);
  });
});
