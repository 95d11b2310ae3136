import { describe, expect, test, vi } from 'vitest';
import { draftOf } from '../../../../web/src/lib/myFacility/drafts.ts';
import { keptLine } from '../../../../web/src/lib/myFacility/form/keptLine.ts';
import { noteField } from '../../../../web/src/lib/myFacility/form/merge.ts';
import type { MonthForm } from '../../../../web/src/lib/myFacility/form/monthForm.svelte.ts';
import { waiting } from '../../../../web/src/lib/outbox/entry.ts';
import { outbox } from '../../../../web/src/lib/outbox/outbox.ts';
import { testPack } from '../../../support/builders.ts';
import { about, formDesk, indicators } from '../../support/formDesk.ts';
import { eventually } from '../../support/eventually.ts';

const { phone, ministry, opened } = formDesk();
const [first = '', second = ''] = indicators.map(({ code }) => code);
const complete = Object.fromEntries(indicators.map(({ code }) => [code, 1]));

async function filledIn(): Promise<MonthForm> {
  const form = await opened();
  for (const { code } of indicators) form.type(code, '1');
  await settled(form);
  return form;
}

/** The device has what was typed. */
async function settled(form: MonthForm): Promise<void> {
  await eventually(async () => expect((await draftOf(about))?.typed).toEqual(form.typed));
}

/** The head stops typing, until the form saves what there is. */
async function pause(): Promise<void> {
  await vi.advanceTimersByTimeAsync(2_000);
}

/** What was typed is on the server. */
async function saved(form: MonthForm): Promise<void> {
  await pause();
  await eventually(() => expect(form.isThere).toBe(true));
}

describe('a month that is sent without network', () => {
  test('waits on the device with the figures typed last, also when a draft was saved before', async () => {
    const form = await filledIn();
    await saved(form);

    ministry.line = 'none';
    form.type(first, '7');
    form.type(second, '8');
    await form.send();
    await form.see();

    expect(form.step).toBe('waiting');
    expect(form.typed).toMatchObject({ [first]: '7', [second]: '8' });
    expect((await opened()).step).toBe('waiting');
  });

  test('arrives once there is network, and leaves nothing on the device', async () => {
    const form = await filledIn();
    ministry.line = 'none';
    form.type(first, '7');
    await form.send();

    ministry.line = 'good';
    await outbox.send();

    expect(ministry.report()).toMatchObject({ status: 'submitted', figures: { ...complete, [first]: 7 } });
    expect([await waiting(), await draftOf(about)]).toEqual([[], undefined]);
  });

  test.each(['breaks in the answer', 'in trouble'] as const)(
    'also waits when the line is there and %s, and counts once',
    async (line) => {
      const form = await filledIn();
      ministry.line = line;
      await form.send();
      expect(form.step).toBe('waiting');

      ministry.line = 'good';
      await form.send();

      expect(form.step).toBe('received');
      expect(ministry.report()).toMatchObject({ status: 'submitted', figures: complete });
      const keys = ministry.got.filter(({ route }) => route === 'submission');
      expect(new Set(keys.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    },
  );

  test('can be taken back and changed', async () => {
    const form = await filledIn();
    ministry.line = 'none';
    await form.send();

    await form.takeBack();
    form.type(first, '9');
    await settled(form);
    ministry.line = 'good';
    await outbox.send();

    expect(form.step).toBe('typing');
    expect(ministry.report()?.status).not.toBe('submitted');
  });
});

describe('what is typed while the draft is on its way', () => {
  test('stays, and is no clash with what was sent', async () => {
    const form = await opened();
    ministry.meanwhile = async () => {
      form.type(first, '55');
      await settled(form);
    };
    form.type(first, '5');
    await pause();
    await eventually(() => expect(ministry.report()?.figures).toEqual({ [first]: 5 }));
    await eventually(() => expect(form.typed[first]).toBe('55'));

    await saved(form);

    expect(ministry.report()?.figures).toEqual({ [first]: 55 });
    expect(form.clashes).toEqual({});
  });
});

describe('a field that another device changed too', () => {
  async function clashing(): Promise<MonthForm> {
    ministry.write({ figures: { [first]: 1 } });
    const form = await opened();
    form.type(first, '5');
    await settled(form);
    ministry.write({ figures: { [first]: 7 }, note: 'Theirs' });
    await pause();
    await eventually(() => expect(form.clashes).toEqual({ [first]: '7' }));
    return form;
  }

  test('is asked about until it is answered, also after a reload and another change', async () => {
    await clashing();
    ministry.write({ figures: { [first]: 7, [second]: 2 } });

    const form = await opened();

    expect(form.clashes).toEqual({ [first]: '7' });
    expect(form.left).toContain(first);
    expect(form.typed).toEqual({ [first]: '5', [second]: '2' });
  });

  test('keeps what the server has there until then', async () => {
    const form = await clashing();
    form.type(second, '3');
    await settled(form);
    await pause();
    await eventually(() => expect(ministry.report()?.figures[second]).toBe(3));

    expect(ministry.report()?.figures[first]).toBe(7);
    expect(form.isThere).toBe(false);
    form.choose(first, '5');
    await saved(form);
    expect(ministry.report()?.figures[first]).toBe(5);
  });

  test('may be the note', async () => {
    const form = await clashing();
    form.type(noteField, 'Mine');
    await settled(form);
    ministry.write({ note: 'Theirs again' });

    await pause();
    await eventually(() => expect(form.clashes[noteField]).toBe('Theirs again'));
  });
});

describe('a device without room', () => {
  test('does not keep a page from sending that has network', async () => {
    const form = await filledIn();
    phone.isFull();
    form.type(first, '7');

    await form.send();

    expect(form.step).toBe('received');
    expect(ministry.report()?.figures).toEqual({ ...complete, [first]: 7 });
  });

  test('says that it cannot keep what has no network, and is not busy for ever', async () => {
    const form = await filledIn();
    phone.isFull();
    ministry.line = 'none';
    form.type(first, '7');

    await form.send();

    expect([form.busy, form.isStuck, form.step]).toEqual([false, true, 'typing']);
    expect(form.typed[first]).toBe('7');
    expect(keptLine(form)).toMatch(/cannot keep/);
  });

  test('has all that was typed once there is room again', async () => {
    const form = await opened();
    phone.isFull();
    form.type(first, '7');
    await eventually(() => expect(form.cannotKeep).toBe(true));
    phone.hasRoom();

    form.type(second, '8');
    await settled(form);

    expect(form.cannotKeep).toBe(false);
    expect((await draftOf(about))?.typed).toEqual({ [first]: '7', [second]: '8' });
  });
});

test('a figure that is not asked any more is not sent, and keeps nothing from being sent', async () => {
  const form = await opened(testPack.indicators);
  for (const { code } of testPack.indicators) form.type(code, '1');
  await settled(form);
  form.stop();

  const later = await opened();
  await later.send();

  expect(later.step).toBe('received');
  expect(ministry.report()?.figures).toEqual(complete);
});

test('a figure of a solution is asked where it was adopted', async () => {
  const form = await opened(testPack.indicators);
  for (const { code } of indicators) form.type(code, '1');

  expect(form.left).toEqual(['traumas']);
  form.type('traumas', '2');
  expect(form.faults.get('traumas')?.code).toBe('moreThanItsWhole');
});

test('what the server refuses comes back into the form with the reason', async () => {
  const form = await filledIn();
  ministry.write({ status: 'submitted', figures: { ...complete, [first]: 3 } });

  await form.send();

  expect([form.step, form.refused]).toEqual(['typing', 'wrongState']);
  expect(form.typed[first]).toBe('1');
});
