import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MonthlyReport } from '../../../functions/domain/monthlyReport.ts';
import { draftOf } from '../../../web/src/lib/myFacility/drafts.ts';
import { saysAll } from '../../../web/src/lib/myFacility/merge.ts';
import { MonthForm } from '../../../web/src/lib/myFacility/monthForm.svelte.ts';
import { isSubmission } from '../../../web/src/lib/myFacility/reportCommands.ts';
import { waiting } from '../../../web/src/lib/outbox/entry.ts';
import { testPack } from '../../support/builders.ts';
import { Ministry } from '../support/ministry.ts';
import { Phone } from '../support/phone.ts';

const phone = new Phone();
const ministry = new Ministry();
const about = { facilityId: 'UA-0001', month: '2024-11' };
const { indicators } = testPack;
const [first = '', second = ''] = indicators.map(({ code }) => code);

const forms: MonthForm[] = [];

beforeEach(async () => {
  // The database needs the other timers.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await phone.begin();
  ministry.begin();
});

afterEach(() => {
  forms.splice(0).forEach((form) => form.stop());
  vi.useRealTimers();
});

/** A tab of this browser with the month's form, as the page opens it now. */
async function tab(): Promise<MonthForm> {
  const on = {
    ...about,
    indicators,
    report: ministry.report(),
    reports: [],
    draft: await draftOf(about),
    isWaiting: (await waiting()).some(isSubmission),
    received: (report?: MonthlyReport) => {
      on.report = report ?? ministry.report();
      void form.see();
    },
  };
  const form = new MonthForm(on);
  forms.push(form);
  return form;
}

/** The head types into a tab and stops, until the server has it. */
async function typed(form: MonthForm, figures: Record<string, string>): Promise<void> {
  for (const [code, text] of Object.entries(figures)) form.type(code, text);
  await vi.waitFor(async () => expect((await draftOf(about))?.typed).toMatchObject(figures));
  const numbers = Object.fromEntries(Object.entries(figures).map(([code, text]) => [code, Number(text)]));
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(2_000);
    expect(ministry.report()?.figures).toMatchObject(numbers);
  });
}

test('two tabs of one browser are one device: whatever is typed in either is no clash', async () => {
  const one = await tab();
  const other = await tab();

  await typed(one, { [first]: '5' });
  await typed(other, { [first]: '6', [second]: '3' });
  await typed(one, { [first]: '7' });

  expect([one.clashes, other.clashes]).toEqual([{}, {}]);
  expect(ministry.report()?.figures).toEqual({ [first]: 7, [second]: 3 });
});

test('what is typed after an answer got lost is no clash with what was sent', async () => {
  const form = await tab();
  ministry.line = 'breaks in the answer';
  await typed(form, { [first]: '1' });

  ministry.line = 'good';
  await typed(form, { [first]: '12' });

  expect(form.clashes).toEqual({});
});

test('what a tab typed while another handed the month in stays on the device', async () => {
  const one = await tab();
  const other = await tab();
  for (const { code } of indicators) one.type(code, '1');
  await vi.waitFor(async () => expect(Object.keys((await draftOf(about))?.typed ?? {})).toHaveLength(5));
  ministry.meanwhile = async () => {
    other.type(first, '8');
    await vi.waitFor(async () => expect((await draftOf(about))?.typed[first]).toBe('8'));
  };

  await one.send();

  expect(ministry.report()).toMatchObject({ status: 'submitted', figures: { [first]: 1 } });
  expect((await draftOf(about))?.typed[first]).toBe('8');
  expect((await draftOf(about))?.clashes ?? {}).toEqual({});
});

test('what was typed here stays, and can be told, when another device has handed the month in', async () => {
  const form = await tab();
  form.type(first, '8');
  ministry.write({ status: 'submitted', figures: { [first]: 1 } });

  await vi.waitFor(async () => {
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
