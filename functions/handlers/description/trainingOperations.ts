import type { Operation, OperationName } from './operations.ts';

const telling: Operation['refusals'] = [
  'notFound',
  'wrongState',
  'dateNotAllowed',
  'alreadyExists',
  'moreThanItsWhole',
  'tooLow',
  'tooHigh',
  'unknownRegion',
];

/** What is to be said about training. */
export const trainingOperations = {
  'training.list': {
    tag: 'Training',
    summary: 'Training sessions, the newest first, a page at a time',
    description:
      'Of a `region`, or of the nation as a whole by the country’s code; between the months `from` and `to`. Each says how many came, over all facilities that the reader sees. There may be more while the answer has `next`, even where a page has nothing.',
  },
  'training.ofFacility': {
    tag: 'Training',
    summary: 'A facility’s training sessions',
    description:
      'Those that it held or sent people to; and in `toJoin` the sessions of the last four months in its region and for the nation to which it told of nobody. Of those who came from elsewhere only who held a session is told.',
    refusals: ['notFound'],
  },
  'training.register': {
    tag: 'Training',
    summary: 'Enter a training session',
    description:
      'A new session is based on version 0. It is about a solution or, in words, about something else (`topic`). A head enters what the own facility held. Of each facility it tells by staff role how many came, how many of them were new to the solution, and how many of those were trained in any telemedicine equipment for the first time; no names are kept. At most 20 facilities at once.',
    refusals: telling,
  },
  'training.import': {
    tag: 'Training',
    summary: 'Import many training sessions',
    description:
      'In rows of one facility each, at most 20 a request: what was held by the same host on the same day about the same, in the same mode, is one session. A row takes nothing away. Answers row by row; `isDryRun` tells what would become of each.',
    refusals: ['keyReused', 'busy'],
  },
  'training.get': { tag: 'Training', summary: 'A training session', refusals: ['notFound'] },
  'training.edit': {
    tag: 'Training',
    summary: 'Correct a training session',
    description: 'The whole session as it is to be: facilities that are left out were not there.',
    refusals: telling,
  },
  'training.tellLine': {
    tag: 'Training',
    summary: 'Tell who came from a facility',
    description:
      '`basedOn` is the version of the facility’s line, and 0 where there is none: those of other facilities do not collide with it.',
    refusals: telling,
  },
  'training.cancel': {
    tag: 'Training',
    summary: 'Cancel a training session',
    description: 'It stays on record and counts nowhere. A head cancels where nobody came from elsewhere.',
    refusals: ['notFound', 'wrongState'],
  },
  'training.merge': {
    tag: 'Training',
    summary: 'Make one of a session that was entered twice',
    description:
      'The session of the address stays, with those who came from all facilities: where both tell of a facility, what this one tells holds. The other one, `doubleId`, counts no more. For managers.',
    refusals: ['dateNotAllowed', 'notFound', 'wrongState', 'tooHigh'],
  },
  'training.history': {
    tag: 'Training',
    summary: 'Who did what to a training session',
    refusals: ['notFound'],
  },
} satisfies Partial<Record<OperationName, Operation>>;
