import type { Account } from '../../domain/account.ts';
import { key } from './circumstances.ts';
import { reminderExamples } from './reminderOperations.ts';

/** An example for each command on a person; `said` is what an administrator says of them. */
export function peopleExamples({ said, account }: { said: object; account: Account }) {
  const head = { ...key, basedOn: 1 };
  const edited = { ...account, version: 2 };
  return {
    'people.add': { body: { ...key, basedOn: 0, ...said }, answer: account },
    'people.edit': {
      body: { ...head, ...said, regions: 'all' as const },
      answer: { ...edited, regions: 'all' as const },
    },
    'people.invite': { body: head, answer: edited },
    'people.deactivate': { body: head, answer: { ...edited, deactivatedOn: '2024-12-03' } },
    ...reminderExamples(account),
    'people.reactivate': { body: { ...key, basedOn: 2 }, answer: { ...account, version: 3 } },
  };
}
