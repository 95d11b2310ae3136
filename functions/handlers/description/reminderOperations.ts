import type { Account } from '../../domain/account.ts';
import { ownReminders } from '../../domain/reminders/ownReminders.ts';
import { key } from './circumstances.ts';
import type { Operation } from './operations.ts';

/** What is to be said about the operations on a head's own reminders. */
export const reminderOperations = {
  'reminders.own': {
    tag: 'Account',
    summary: 'Whether the head who asks is reminded of reports',
    description: 'With the address to which letters go, and why they do not where they came back.',
    refusals: ['notFound'],
  },
  'reminders.choose': {
    tag: 'Account',
    summary: 'Switch one’s own reminders off, or on',
    description: '`basedOn` is the `version` that one’s own reminders have.',
    refusals: ['notFound'],
  },
} satisfies Record<string, Operation>;

/** An example for each of them. */
export function reminderExamples(account: Account) {
  return {
    'reminders.own': { answer: ownReminders(account) },
    'reminders.choose': {
      body: { ...key, basedOn: 1, isOn: false },
      answer: ownReminders({ ...account, version: 2, reminders: false }),
    },
  };
}
