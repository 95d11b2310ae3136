import type { RefusalCode } from '../../domain/refusal.ts';
import { traceOperations } from './traceOperations.ts';
import type { Operation, OperationName } from './operations.ts';

/** Why something cannot be told of units. */
const telling: RefusalCode[] = ['notFound', 'wrongState', 'dateNotAllowed', 'tooHigh', 'keyReused', 'busy'];

/** What is to be said about the operations on donors, donations, their files for IATI, and consignments. */
export const equipmentOperations = {
  'donors.list': {
    tag: 'Donors',
    summary: 'All donors',
    description: 'A donor sees itself.',
    refusals: ['notFound'],
  },
  'donors.register': {
    tag: 'Donors',
    summary: 'Register a donor',
    description: 'A new donor is based on version 0.',
    refusals: ['alreadyExists', 'notFound'],
  },
  'donors.get': { tag: 'Donors', summary: 'A donor', refusals: ['notFound'] },
  'donors.edit': { tag: 'Donors', summary: 'Edit what is known of a donor', refusals: ['notFound'] },
  'donors.history': { tag: 'Donors', summary: 'Who did what to a donor', refusals: ['notFound'] },
  'donations.list': {
    tag: 'Donations',
    summary: 'All donations, or a donor’s',
    description:
      'A donor sees its own. `progress` says how many units of each stand where, and the US cents that were shipped, received and are in use, by the names of figures.',
    refusals: ['notFound'],
  },
  'donations.register': {
    tag: 'Donations',
    summary: 'Enter a donation',
    description:
      '`unitValue` is in minor units of the currency; `usdRate` is US dollars for one unit of it on `usdRateOn`, and stays. A new donation is based on version 0.',
    refusals: ['alreadyExists', 'notFound', 'dateNotAllowed', 'tooHigh'],
  },
  'donations.get': {
    tag: 'Donations',
    summary: 'A donation',
    description: 'A donor is not told the ministry’s note.',
    refusals: ['notFound'],
  },
  'donations.edit': {
    tag: 'Donations',
    summary: 'Edit a donation’s agreement',
    description:
      'The whole agreement as it is to be. Of a line with units in consignments only the quantity can change.',
    refusals: ['notFound', 'wrongState', 'dateNotAllowed', 'tooHigh', 'tooLow'],
  },
  'donations.correctRate': {
    tag: 'Donations',
    summary: 'Correct the rate of a donation’s line',
    description:
      'The pledge counts with it at once. The line’s consignments follow, each under the key `<idempotencyKey>-<consignment>`, so many a request: `behind` of the line in the answer says what still counts with an older rate, and whoever repeats the command goes on. The reason stays in the donation’s history.',
    refusals: ['notFound', 'wrongState', 'dateNotAllowed', 'tooHigh'],
  },
  'donations.followRate': {
    tag: 'Donations',
    summary: 'Go on with a correction that was broken off',
    description:
      'Lets consignments of the line that still count with an older rate follow, so many a request, whoever corrected it.',
    refusals: ['notFound', 'wrongState', 'keyReused', 'busy'],
  },
  'donations.plan': {
    tag: 'Donations',
    summary: 'Plan units of a line for places',
    description:
      'Each row makes a consignment of its own, under the key `<idempotencyKey>-<position>`, and the answer tells row by row: a row that was refused says why.',
    refusals: ['keyReused', 'busy'],
  },
  'donations.overrideReadiness': {
    tag: 'Donations',
    summary: 'Let units of a donation go to places that are not ready',
    description:
      'By a manager of the whole country or an administrator, once for a donation. Donors do not see it.',
    refusals: ['notFound', 'wrongState', 'keyReused', 'busy'],
  },
  ...traceOperations,
  'donations.consignments': {
    tag: 'Donations',
    summary: 'The consignments of a donation',
    description:
      'A donor knows their places as far as the country’s location policy, or a stricter one of their own, lets it: under `region` by a `number` among its places of the region and an id that stands for the code and stays; of a hidden place it is told nothing.',
    refusals: ['notFound'],
  },
  'donations.history': {
    tag: 'Donations',
    summary: 'Who did what to a donation',
    refusals: ['notFound'],
  },
  'iati.recipient': {
    tag: 'IATI',
    summary: 'The ministry’s file for IATI',
    description:
      'The ministry reports what was pledged, agreed and received; the sum of its incoming funds is `aidReceivedUsd`. `gaps` says which donations are left out, or told without something, and why. For managers of the whole country and administrators.',
    refusals: ['notFound'],
  },
  'iati.donor': {
    tag: 'IATI',
    summary: 'A donor’s file for IATI',
    description:
      'The donor reports what it pledged, agreed and gave, under its own identifier: without one there is no `file`. `gaps` says which donations are left out, and why.',
    refusals: ['notFound'],
  },
  'consignments.list': {
    tag: 'Equipment',
    summary: 'Equipment by region, state and since when, a page at a time',
    description:
      'There may be more while the answer has `next`, even where a page has no equipment. `concern=silent` is what is in use and working by its record, for a solution whose indicators were all zero in the two newest months past their due day that lie after the first use: both approved, each with 15 days of power, of internet and of the units in use; what is not known of a month is not silent. `silence` has these months, the older first, with what the head noted.',
  },
  'consignments.atPlace': {
    tag: 'Equipment',
    summary: 'The equipment of a place',
    description: 'What is there, what is to come, and what has been there or was to come.',
    refusals: ['notFound'],
  },
  'consignments.import': {
    tag: 'Equipment',
    summary: 'Import equipment that is there already',
    description:
      'A row, of at most 6, is the units that a place’s books hold under one number, of no donation, with their past days; what a row leaves out stays as it is known. Answers row by row: a row that was refused says why, and the others are done. `isDryRun` tells what would be and writes nothing. The same rows again change nothing, and a day that is new is added where it fits.',
    refusals: ['keyReused', 'busy'],
  },
  'consignments.register': {
    tag: 'Equipment',
    summary: 'Enter equipment that is of no donation',
    description:
      'Bought by the state, a facility’s own, or of an unknown source: with all that has happened to it, the oldest first.',
    refusals: ['alreadyExists', 'stale', ...telling],
  },
  'consignments.get': {
    tag: 'Equipment',
    summary: 'A consignment with its log',
    description:
      'Of units in use for a solution `silence` says whether they are used, or why that is not known, to whoever may read the reports of their facility.',
    refusals: ['notFound'],
  },
  'consignments.addEvent': {
    tag: 'Equipment',
    summary: 'Tell what happened to units',
    description:
      '`placeId` is where they are, or are to go. With `units` it happened to so many of them: those go their own way from then on, as a part. A forgotten event is told later with its true day. Donated units are `shipped` to a facility once that is ready for their solution, or where the donation overrides it.',
    refusals: [...telling, 'notReady'],
  },
  'consignments.receive': {
    tag: 'Equipment',
    summary: 'Confirm what came',
    description:
      'What is neither working nor damaged is missing, and stays on the way as this consignment; what came goes its own way.',
    refusals: telling,
  },
  'consignments.strikeOut': {
    tag: 'Equipment',
    summary: 'Strike out an event that was a mistake',
    description:
      'It stays visible and counts no more. Units whose plan is struck out go back to their donation.',
    refusals: telling,
  },
  'consignments.correctFacts': {
    tag: 'Equipment',
    summary: 'Correct serial numbers, the order’s number and until when the receiver answers for it',
    description:
      'They replace what is on record: what is left out is not known any more. Each serial number stands once, and there are not more of them than units; nobody answers until a day before the plan. For those who move the units, and for whoever entered them.',
    refusals: ['notFound', 'wrongState', 'dateNotAllowed', 'tooHigh'],
  },
  'consignments.history': {
    tag: 'Equipment',
    summary: 'Who did what to a consignment',
    refusals: ['notFound'],
  },
} satisfies Partial<Record<OperationName, Operation>>;
