import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysFrom, dueOn, monthOf } from '../../../../functions/domain/calendar.ts';
import { languages } from '../../../../functions/domain/names.ts';
import { letterOf } from '../../../../functions/domain/reminders/letter.ts';
import {
  isMissing,
  reminderKinds,
  reminderOn,
  wantsReminders,
} from '../../../../functions/domain/reminders/reminder.ts';

const dueDays = fc.integer({ min: 1, max: 28 });
const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2020-01-01', count));
const pack = { programmeStart: '2024-01-01' };
const by = 'admin';
const live = { stages: [{ stage: 'live' as const, date: '2024-02-01', by }] };

describe('what is reminded of on a day', () => {
  test.each([
    ['2024-12-06', undefined],
    ['2024-12-07', { month: '2024-11', kind: 'before' }],
    ['2024-12-10', { month: '2024-11', kind: 'before' }],
    ['2024-12-11', undefined],
    ['2024-12-12', { month: '2024-11', kind: 'after' }],
    ['2024-12-19', { month: '2024-11', kind: 'after' }],
    ['2024-12-20', undefined],
    ['2025-01-09', { month: '2024-12', kind: 'before' }],
  ])('on %s, with the tenth as due day', (today, reminder) => {
    expect(reminderOn(today, { dueDay: 10 })).toEqual(reminder);
  });

  test('is a month that is over, before its due day or after it, and each in every month', () => {
    fc.assert(
      fc.property(days, dueDays, (today, dueDay) => {
        const reminder = reminderOn(today, { dueDay });
        if (!reminder) return;
        const left = daysFrom(today, dueOn(reminder.month, dueDay));
        expect(reminder.month < monthOf(today)).toBe(true);
        expect(reminder.kind === 'before' ? left >= 0 && left <= 3 : left <= -2 && left >= -9).toBe(true);
      }),
    );
    fc.assert(
      fc.property(dueDays, fc.integer({ min: 0, max: 60 }), (dueDay, count) => {
        const month = addMonths('2020-01', count);
        const from = `${addMonths(month, 1)}-01`;
        const all = Array.from({ length: 45 }, (_, index) => reminderOn(addDays(from, index), { dueDay }));
        const own = all.filter((reminder) => reminder?.month === month);
        expect([...new Set(own.map((reminder) => reminder?.kind))].sort()).toEqual([...reminderKinds].sort());
      }),
    );
  });

  test('of a due day at the month’s beginning is not told before the month is over', () => {
    expect(reminderOn('2024-11-30', { dueDay: 2 })).toBeUndefined();
    expect(reminderOn('2024-12-01', { dueDay: 2 })).toEqual({ month: '2024-11', kind: 'before' });
  });
});

describe('who is written to', () => {
  const head = { role: 'head' as const, email: 'head@example.org' };
  const undeliverable = { email: head.email, on: '2024-12-01', why: 'bounced' as const };

  test.each([
    ['a head who never chose', head, true],
    ['a head who wants it', { ...head, reminders: true }, true],
    ['a head who does not', { ...head, reminders: false }, false],
    ['a head without an address', { role: 'head' as const }, false],
    ['a head who may not sign in', { ...head, deactivatedOn: '2024-11-01' }, false],
    ['a head whose letters come back', { ...head, undeliverable }, false],
    ['a head with another address by now', { ...head, email: 'new@example.org', undeliverable }, true],
    ['a manager', { ...head, role: 'manager' as const }, false],
    ['a donor partner', { ...head, role: 'donor' as const }, false],
    ['an administrator', { ...head, role: 'admin' as const }, false],
  ])('%s', (_, account, isWritten) => {
    expect(wantsReminders(account)).toBe(isWritten);
  });
});

describe('whether a report is still waited for', () => {
  test.each([
    ['without one', undefined, true],
    ['with a draft', { status: 'draft' as const }, true],
    ['with one that was sent back', { status: 'returned' as const }, true],
    ['with one that is handed in', { status: 'submitted' as const }, false],
    ['with one that is approved', { status: 'approved' as const, approved: {} }, false],
    ['while an approved one is corrected', { status: 'draft' as const, approved: {} }, false],
    ['where a correction was sent back', { status: 'returned' as const, approved: {} }, false],
  ])('%s', (_, report, isWaited) => {
    expect(isMissing(live, report, '2024-11', pack)).toBe(isWaited);
  });

  test('never of a place that is suspended, was not live in the month, or in a month before the programme', () => {
    const [first] = live.stages;
    if (!first) throw new Error('It is live.');
    const suspended = { stages: [first, { stage: 'suspended' as const, date: '2024-12-05', by }] };
    const back = { stages: [...suspended.stages, { stage: 'live' as const, date: '2024-12-08', by }] };

    expect(isMissing(suspended, undefined, '2024-11', pack)).toBe(false);
    expect(isMissing(back, undefined, '2024-11', pack)).toBe(true);
    expect(isMissing(live, undefined, '2024-01', pack)).toBe(false);
    expect(isMissing(live, undefined, '2024-02', { programmeStart: '2024-03-01' })).toBe(false);
    expect(isMissing({ stages: [{ ...first, stage: 'trained' }] }, undefined, '2024-11', pack)).toBe(false);
  });
});

describe('a letter', () => {
  const content = {
    month: '2024-11',
    due: '2024-12-10',
    facility: 'Clinic',
    origin: 'https://rollout.example.org',
  };

  test('says in the head’s language what is due, and leads to the form and to the switch', () => {
    for (const language of languages)
      for (const kind of reminderKinds) {
        const { subject, text } = letterOf(kind, language, content);
        expect(text).toContain('Clinic');
        expect(text).toContain(': https://rollout.example.org/my-facility/2024-11\n');
        expect(text).toContain(': https://rollout.example.org/my-facility/reminders\n');
        expect(`${subject}${text}`).not.toContain('undefined');
        expect(subject.length).toBeLessThan(78);
      }
    expect(letterOf('before', 'uk', content).subject).toBe('Звіт за листопад 2024 треба подати до 10 грудня');
    expect(letterOf('after', 'en', content).text.split('\n')[0]).toBe(
      'The telemedicine report of Clinic for November 2024 was due on 10 December and has not been handed in. It can still be.',
    );
  });
});
