import type { contract } from '../../contract.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { equipmentOperations } from './equipmentOperations.ts';
import { facilityOperations } from './facilityOperations.ts';
import { reminderOperations } from './reminderOperations.ts';
import { releaseOperations } from './releaseOperations.ts';
import { planOperations } from './planOperations.ts';
import { progressOperations } from './progressOperations.ts';
import { trainingOperations } from './trainingOperations.ts';

/** The parts of the API as readers look for them. */
export const tags = {
  Country: 'What the country and this interface are. Open to all.',
  Account: 'Who is asking.',
  People: 'Who may sign in, and how far their rights reach. For administrators.',
  Progress: 'The sums that every dashboard shows.',
  Releases: 'The approved figures of a month, frozen to be cited.',
  'Open data': 'Releases as everybody may read and use them. Open to all.',
  Plan: 'Targets by figure, and what happened on the way.',
  Facilities: 'Facilities, and the stages on their way to being live.',
  Warehouses: 'Places that hold equipment and are no facility.',
  Donors: 'Who gives.',
  Donations: 'What donors have agreed to give, line by line, and the consignments that it is sent in.',
  IATI: 'Files in the standard that donors and portals read, IATI 2.03: one for each organisation that reports.',
  Equipment: 'Units on their way from the plan to their use and their end, wherever they are from.',
  Training: 'Sessions that were held, and how many came from which facility. No names are kept.',
  Solutions: 'What is rolled out, what it needs, and what shows that it is used.',
  'Monthly reports':
    'The figures of a facility for a month: drafted, submitted, returned, approved, corrected.',
  Review: 'What waits for a programme manager, and many approvals at once.',
};

/** What is to be said about an operation that its schemas do not say. */
export interface Operation {
  tag: keyof typeof tags;
  summary: string;
  description?: string;
  /** Why it is refused, besides what follows from its schemas, from signing in and from being a command. */
  refusals?: RefusalCode[];
}

type Contract = typeof contract;
/** An operation by its name, such as `reports.submit`. */
export type OperationName = {
  [Part in keyof Contract]: `${Part}.${Extract<keyof Contract[Part], string>}`;
}[keyof Contract];

const typing: RefusalCode[] = [
  'wrongState',
  'monthNotOver',
  'notLiveThen',
  'unknownIndicator',
  'notAWholeNumber',
  'tooLow',
  'tooHigh',
];

export const operations: Record<OperationName, Operation> = {
  'about.country': {
    tag: 'Country',
    summary: 'The country pack',
    description: 'Everything country-specific: regions, languages, types of facilities, and the indicators.',
  },
  'about.openapi': { tag: 'Country', summary: 'This description' },
  'accounts.me': { tag: 'Account', summary: 'Who is signed in, and the day and time in the product' },
  'people.list': {
    tag: 'People',
    summary: 'People by role and name, a page at a time',
    description: 'There may be more while the answer has `next`, even where a page has nobody.',
  },
  'people.add': {
    tag: 'People',
    summary: 'Add a person',
    description:
      'They are invited by e-mail. A manager is given `regions`, a head `facilityId`, a donor partner `donorId`, and nobody what belongs to another role. Send the command again with its key when it was not answered.',
    refusals: ['alreadyExists', 'unknownRegion'],
  },
  'people.get': { tag: 'People', summary: 'A person', refusals: ['notFound'] },
  'people.edit': {
    tag: 'People',
    summary: 'Change what is said of a person',
    description:
      'The whole of it as it is to be. Whose role or reach changes is signed out; what they had opened before answers for up to an hour.',
    refusals: ['notFound', 'alreadyExists', 'unknownRegion', 'ownAccount'],
  },
  'people.invite': {
    tag: 'People',
    summary: 'Invite a person again',
    description:
      'Who has not signed in yet is sent another first password: the one before is good for seven days.',
    refusals: ['notFound', 'wrongState'],
  },
  'people.deactivate': {
    tag: 'People',
    summary: 'Let a person sign in no more',
    description: 'They are signed out at once; what they had opened before answers for up to an hour.',
    refusals: ['notFound', 'wrongState', 'ownAccount'],
  },
  'people.reactivate': {
    tag: 'People',
    summary: 'Let a person sign in again',
    refusals: ['notFound', 'wrongState'],
  },
  'people.history': { tag: 'People', summary: 'Who did what to an account', refusals: ['notFound'] },
  ...planOperations,
  ...progressOperations,
  ...releaseOperations,
  ...reminderOperations,
  ...facilityOperations,
  ...equipmentOperations,
  ...trainingOperations,
  'warehouses.list': {
    tag: 'Warehouses',
    summary: 'All warehouses, by region and name',
    description: 'The closed ones too. A manager of some regions sees those in them.',
  },
  'warehouses.register': {
    tag: 'Warehouses',
    summary: 'Register a warehouse',
    description: 'A new warehouse is based on version 0.',
    refusals: ['notFound', 'unknownRegion', 'dateNotAllowed', 'alreadyExists'],
  },
  'warehouses.get': { tag: 'Warehouses', summary: 'A warehouse', refusals: ['notFound'] },
  'warehouses.edit': {
    tag: 'Warehouses',
    summary: 'Edit a warehouse’s profile',
    description:
      'The whole profile as it is to be, but for its code and region. `closedOn` is the first day on which it is closed; without it, it is open.',
    refusals: ['notFound', 'dateNotAllowed'],
  },
  'warehouses.history': {
    tag: 'Warehouses',
    summary: 'Who did what to a warehouse',
    refusals: ['notFound'],
  },
  'solutions.list': { tag: 'Solutions', summary: 'All solutions' },
  'solutions.register': {
    tag: 'Solutions',
    summary: 'Register a solution',
    description:
      'It starts in preparation, on the day `preparingOn`. A new solution is based on version 0. An indicator belongs to one solution at most.',
    refusals: ['notFound', 'unknownIndicator', 'dateNotAllowed', 'alreadyExists'],
  },
  'solutions.get': { tag: 'Solutions', summary: 'A solution', refusals: ['notFound'] },
  'solutions.edit': {
    tag: 'Solutions',
    summary: 'Edit a solution',
    description:
      'The whole profile as it is to be. Another capability, other equipment or indicators hold from `termsFrom`, today without it: facilities that have adopted it are counted anew from then on, each in a step under the key `<idempotencyKey>-<code>`, so many a request, and whoever repeats the command goes on. Indicators are asked for from the months that begin since; approved reports keep those that they counted with.',
    refusals: ['notFound', 'unknownIndicator', 'alreadyExists', 'dateNotAllowed'],
  },
  'solutions.followers': {
    tag: 'Solutions',
    summary: 'How much counts with a solution’s terms',
    description:
      'Consignments for it, and facilities that have adopted it by hand; `behind` of them still count with the terms before the newest.',
    refusals: ['notFound'],
  },
  'solutions.followTerms': {
    tag: 'Solutions',
    summary: 'Go on with an edit of a solution that was broken off',
    description: 'Lets what still counts with former terms follow, so many a request, whoever edited them.',
    refusals: ['notFound', 'keyReused', 'busy'],
  },
  'solutions.changeStage': {
    tag: 'Solutions',
    summary: 'Move a solution to its next status',
    description: 'From `preparing` to `operating` to `retired`.',
    refusals: ['notFound', 'stageNotNext', 'dateNotAllowed'],
  },
  'solutions.history': { tag: 'Solutions', summary: 'Who did what to a solution', refusals: ['notFound'] },
  'reports.ofFacility': {
    tag: 'Monthly reports',
    summary: 'All reports of a facility',
    refusals: ['notFound'],
  },
  'reports.get': { tag: 'Monthly reports', summary: 'A month’s report', refusals: ['notFound'] },
  'reports.saveDraft': {
    tag: 'Monthly reports',
    summary: 'Keep what is typed so far',
    description: 'Nothing is counted until the report is submitted.',
    refusals: ['notFound', ...typing],
  },
  'reports.submit': {
    tag: 'Monthly reports',
    summary: 'Hand the complete month in',
    description: 'It is counted as received from now on.',
    refusals: ['notFound', ...typing, 'missingFigure', 'moreThanItsWhole'],
  },
  'reports.return': {
    tag: 'Monthly reports',
    summary: 'Send a report back, naming the figure and the reason',
    description:
      '`field` is the path of a figure as problems name it, such as `figures.` and an indicator’s code.',
    refusals: ['notFound', 'wrongState', 'unknownIndicator'],
  },
  'reports.approve': {
    tag: 'Monthly reports',
    summary: 'Accept the figures of a report',
    refusals: ['notFound', 'wrongState'],
  },
  'reports.correct': {
    tag: 'Monthly reports',
    summary: 'Open an approved month again',
    description:
      'It becomes the draft of a new revision; the approved figures count until that is submitted.',
    refusals: ['notFound', 'wrongState'],
  },
  'reports.attribute': {
    tag: 'Monthly reports',
    summary: 'Attribute approved figures anew',
    description:
      'A solution’s figures are shared over the sources of what was in use for it on the month’s last day, as it was known at the approval. When equipment was entered late, or is worth something else, this takes what is known now.',
    refusals: ['notFound', 'wrongState'],
  },
  'reports.history': {
    tag: 'Monthly reports',
    summary: 'Who did what to a report',
    refusals: ['notFound'],
  },
  'reports.ofMonth': {
    tag: 'Monthly reports',
    summary: 'A region’s month, facility by facility',
    description:
      'Facilities whose report is missing are in it, and those that have moved away since: it is what completeness is the sum of.',
    refusals: ['notFound'],
  },
  'reports.awaitingReview': {
    tag: 'Review',
    summary: 'Reports that wait for review, a page at a time',
    description: 'The longest waiting first, each with what is unusual in it.',
  },
  'reports.approveEach': {
    tag: 'Review',
    summary: 'Approve several reports',
    description:
      'Approves each as a single approval does, under the key `<idempotencyKey>-<position>`, and answers row by row: a row that was refused says why.',
  },
};
