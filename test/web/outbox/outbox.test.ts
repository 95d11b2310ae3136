import { beforeEach, describe, expect, test, vi } from 'vitest';
import { changeDraft, draftOf, type Draft } from '../../../web/src/lib/myFacility/drafts.ts';
import { submissionOf, savingOf } from '../../../web/src/lib/myFacility/reportCommands.ts';
import { put, waiting, type Entry } from '../../../web/src/lib/outbox/entry.ts';
import { outbox } from '../../../web/src/lib/outbox/outbox.ts';
import { Ministry } from '../support/ministry.ts';
import { Phone } from '../support/phone.ts';
import { eventually } from '../support/eventually.ts';

const phone = new Phone();
const ministry = new Ministry();

beforeEach(async () => {
  await phone.begin();
  ministry.begin();
});

const draft = (month: string, rest: Partial<Draft> = {}): Draft => ({
  facilityId: 'UA-0001',
  month,
  typed: { a: '1' },
  note: '',
  base: { version: 0, figures: {}, note: '' },
  at: 0,
  ...rest,
});

async function give(entry: Entry): Promise<Entry> {
  await put(entry);
  return entry;
}

describe('commands about one subject', () => {
  test('are sent in the order they were given', async () => {
    await give(savingOf(draft('2024-11'), { a: 1 }));
    await give(submissionOf(draft('2024-11', { base: { version: 1, figures: { a: 1 }, note: '' } })));

    await outbox.send();

    expect(ministry.got.map(({ route }) => route)).toEqual(['', 'submission']);
    expect(await waiting()).toEqual([]);
  });

  test('stop at the first that waits; other subjects go on', async () => {
    ministry.line = 'none';
    const first = await give(savingOf(draft('2024-10'), { a: 1 }));
    await give(submissionOf(draft('2024-10')));
    await outbox.send();
    await put({ ...first, refused: 'invalid' });
    await give(submissionOf(draft('2024-11')));
    const held = await waiting();

    ministry.line = 'good';
    await outbox.send();

    expect(held).toHaveLength(3);
    expect(ministry.report('2024-11')?.status).toBe('submitted');
  });

  test('wait for one about another subject that has to arrive before', async () => {
    const before = savingOf(draft('2024-10'), { a: 1 });
    await give({ ...submissionOf(draft('2024-11')), after: before.id });
    await give(before);

    ministry.line = 'in trouble';
    await outbox.send();
    expect(ministry.got).toEqual([]);
    ministry.line = 'good';
    await outbox.send();
    await outbox.send();

    expect(ministry.got.map(({ month }) => month)).toEqual(['2024-10', '2024-11']);
  });

  test('are sent once, however often and in how many places sending begins', async () => {
    await give(submissionOf(draft('2024-11')));

    await Promise.all([outbox.send(), outbox.send(), outbox.send()]);

    expect(ministry.got).toHaveLength(1);
  });
});

describe('what is given while another is sent', () => {
  test('is not lost', async () => {
    const later = submissionOf(draft('2024-10'));
    ministry.meanwhile = async () => void (await give(later));
    await give(submissionOf(draft('2024-11')));

    await outbox.send();

    expect(await waiting()).toEqual([later]);
  });

  test('stays taken out, although it is given again on top of another version', async () => {
    const taken = await give(submissionOf(draft('2024-11')));
    ministry.write({ status: 'returned', figures: {} });
    ministry.meanwhile = async () => {
      const { replace } = await import('../../../web/src/lib/outbox/entry.ts');
      await replace(taken.id);
    };

    await outbox.send();

    expect([await waiting(), ministry.report()?.status]).toEqual([[], 'returned']);
  });
});

describe('a submission', () => {
  test('is handed in again when only the version has moved on', async () => {
    await changeDraft(draft('2024-11'), () => draft('2024-11'));
    ministry.write({ status: 'returned', figures: {} });
    await give(submissionOf(draft('2024-11')));

    await outbox.send();

    expect(ministry.report()).toMatchObject({ status: 'submitted', figures: { a: 1 } });
    expect(await draftOf(draft('2024-11'))).toBeUndefined();
  });

  test('comes back to the head when another device changed a figure meanwhile', async () => {
    await changeDraft(draft('2024-11'), () => draft('2024-11'));
    ministry.write({ figures: { a: 9 } });
    await give(submissionOf(draft('2024-11')));

    await outbox.send();

    expect(ministry.report()?.status).toBe('draft');
    expect(await waiting()).toEqual([]);
    expect(await draftOf(draft('2024-11'))).toMatchObject({
      typed: { a: '1' },
      clashes: { a: '9' },
      refused: 'stale',
    });
  });

  test('leaves what was typed while it was sent', async () => {
    await changeDraft(draft('2024-11'), () => draft('2024-11'));
    ministry.meanwhile = () =>
      changeDraft(draft('2024-11'), (kept) => kept && { ...kept, typed: { a: '1', b: '2' } });
    await give(submissionOf(draft('2024-11')));

    await outbox.send();

    expect(await draftOf(draft('2024-11'))).toMatchObject({
      typed: { a: '1', b: '2' },
      base: { version: 1 },
    });
  });
});

describe('whoever watches', () => {
  test('is told what a timer sent, as for what the network sent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    vi.stubGlobal('document', new EventTarget());
    const changed = vi.fn();
    ministry.line = 'breaks in the answer';
    await give(submissionOf(draft('2024-11')));
    const stop = outbox.watch(changed);
    await eventually(() => expect(ministry.got).toHaveLength(1));
    await eventually(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    expect(changed).not.toHaveBeenCalled();

    ministry.line = 'good';
    await vi.advanceTimersByTimeAsync(60_000);
    await eventually(() => expect(changed).toHaveBeenCalledOnce());

    stop();
    vi.useRealTimers();
    expect(await waiting()).toEqual([]);
  });
});
