import type { Operation, OperationName } from './operations.ts';

/** What is to be said about the links that anyone may open. */
export const traceOperations = {
  'trace.card': {
    tag: 'Donations',
    summary: 'Where the units behind a label are, for anyone who has its link',
    description:
      'The units of a donation or of one consignment with its parts: where they are as far as the country’s location policy, or a stricter one of the place, tells the public, what happened to them, and whether they are in use. `alteredId`: the id is not as it was given out; `notFound`: no link ever had it; `revoked`: it had. The answer is kept for a minute.',
    refusals: ['alteredId', 'notFound', 'revoked'],
  },
  'donations.trace': {
    tag: 'Donations',
    summary: 'The links of a donation',
    description:
      'For a manager who answers for every region in which its units are or are to be, and for the whole country as long as they are nowhere. `labels` has an id for each consignment that has not ended.',
    refusals: ['notFound'],
  },
  'donations.makeTrace': {
    tag: 'Donations',
    summary: 'Make a link to a donation’s card',
    description: 'A donation has one at a time: revoke it to make another.',
    refusals: ['notFound', 'wrongState', 'tooHigh'],
  },
  'donations.revokeTrace': {
    tag: 'Donations',
    summary: 'Revoke the link of a donation',
    description: 'It opens nothing from then on, nor does any label with it; whoever opens one is told so.',
    refusals: ['notFound', 'wrongState'],
  },
} satisfies Partial<Record<OperationName, Operation>>;
