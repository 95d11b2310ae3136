import { expect, test, vi } from 'vitest';
import { draftOf } from '../../../../web/src/lib/myFacility/drafts.ts';
import { saysAll } from '../../../../web/src/lib/myFacility/form/merge.ts';
import type { MonthForm } from '../../../../web/src/lib/myFacility/form/monthForm.svelte.ts';
import { about, formDesk, indicators } from '../../support/formDesk.ts';
import { eventually } from '../../support/eventually.ts';

const { ministry, opened } = formDesk();
const [first = '', second = ''] = indicators.map(({ code }) => code);

/** The head types into a tab and stops, until the server has it. */
async function typed(form: MonthForm, figures: Record<string, string>): Promise<void> {
  for (const [code, text] of Object.entries(figures)) form.type(code, text);
  await eventually(async () => expect((await draftOf(about))?.typed).toMatchObject(figures));
  const numbers = Object.fromEntries(Object.entries(figures).map(([code, text]) => [code, Number(text)]));
  await eventually(async () => {
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ministry.report()?.figures).toMatchObject(numbers);
  });
}

test('two tabs of one browser are one device: whatever is typed in either is no clash', async () => {
  const one = await opened();
  const other = await opened();

  await typed(one, { [first]: '5' });
  await typed(other, { [first]: '6', [second]: '3' });
  await typed(one, { [first]: '7' });

  expect([one.clashes, other.clashes]).toEqual([{}, {}]);
  expect(ministry.report()?.figures).toEqual({ [first]: 7, [second]: 3 });
});

test('what is typed after an answer got lost is no clash with what was sent', async () => {
  const form = await opened();
  ministry.line = 'breaks in the answer';
  await typed(form, { [first]: '1' });

  ministry.line = 'good';
  await typed(form, { [first]: '12' });

  expect(form.clashes).toEqual({});
});

test('what a tab typed while another handed the month in stays on the device', async () => {
  const one = await opened();
  const other = await opened();
  for (const { code } of indicators) one.type(code, '1');
  await eventually(async () => expect(Object.keys((await draftOf(about))?.typed ?? {})).toHaveLength(5));
  ministry.meanwhile = async () => {
    other.type(first, '8');
    await eventually(async () => expect((await draftOf(about))?.typed[first]).toBe('8'));
  };

  await one.send();

  expect(ministry.report()).toMatchObject({ status: 'submitted', figures: { [first]: 1 } });
  expect((await draftOf(about))?.typed[first]).toBe('8');
  expect((await draftOf(about))?.clashes ?? {}).toEqual({});
});

test('what was typed here stays, and can be told, when another device has handed the month in', async () => {
  const form = await opened();
  form.type(first, '8');
  ministry.write({ status: 'submitted', figures: { [first]: 1 } });

  await eventually(async () => {
    await vi.advanceTimersByTimeAsync(2_000);
    expect(form.refused).toBeDefined();
  });

  const draft = await draftOf(about);
  const report = ministry.report();
  expect(form.typed[first]).toBe('8');
  expect(draft?.typed[first]).toBe('8');
  // So the screen of the month that is in says that other figures are kept here.
  expect(draft && report && saysAll(report, draft)).toBe(false);
});
