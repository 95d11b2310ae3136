import type { Operation, OperationName } from './operations.ts';

/** What is to be said about the operations on the plan. */
export const planOperations = {
  'plan.whole': {
    tag: 'Plan',
    summary: 'Every target and milestone',
    description:
      'A target has a line for each region, or one for the nation: cumulative values, of which the first is where it stood. Between two days it is linear, after the last it stays.',
  },
  'plan.setTarget': {
    tag: 'Plan',
    summary: 'Set the target of a figure',
    description:
      'As a whole, for a figure that adds up over months or is a level. `basedOn` is 0 where there is none. Where anything of it is lower than before, `reason` is needed.',
    refusals: [
      'alreadyExists',
      'dateNotAllowed',
      'mixedGrains',
      'reasonNeeded',
      'tooHigh',
      'tooLow',
      'unknownRegion',
    ],
  },
  'plan.targetHistory': {
    tag: 'Plan',
    summary: 'Who did what to a target',
    description: 'Nothing where there was never one.',
    refusals: ['notFound'],
  },
  'plan.setMilestone': {
    tag: 'Plan',
    summary: 'Enter or edit a milestone',
    description: 'As a whole. `on` is a day, a month or a year, as exactly as it is known.',
    refusals: ['dateNotAllowed', 'moreThanItsWhole', 'tooHigh'],
  },
  'plan.milestoneHistory': { tag: 'Plan', summary: 'Who did what to a milestone', refusals: ['notFound'] },
} satisfies Partial<Record<OperationName, Operation>>;
