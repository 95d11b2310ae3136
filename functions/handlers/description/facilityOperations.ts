import type { Operation, OperationName } from './operations.ts';

/** What is to be said about the operations on facilities. */
export const facilityOperations = {
  'facilities.list': {
    tag: 'Facilities',
    summary: 'Facilities by region and name, a page at a time',
    description:
      'With a `capability`, those that can use it today; with a `concern`, those that somebody should look at today: with `nobodyTrained` they have equipment that nobody can use, with `readinessGap` each says in `dueGaps` what was to be looked at again, since `lookAgainOn`. There may be more while the answer has `next`, even where a page has no facility.',
  },
  'map.points': {
    tag: 'Facilities',
    summary: 'Facilities as a map shows them',
    description:
      'All that the caller may see, or those of one `region`, column by column: a group for each region, stage and, where they are live, reporting state, as of the day `on`. `names` are in the `language` asked for. Facilities whose coordinates nobody has entered are counted in `withoutPlace`. Of very many those of the first regions are answered: ask for `next` as `page`.',
  },
  'facilities.register': {
    tag: 'Facilities',
    summary: 'Register a facility',
    description: 'It starts as `planned`. A new facility is based on version 0.',
    refusals: ['notFound', 'unknownRegion', 'dateNotAllowed', 'alreadyExists'],
  },
  'facilities.get': { tag: 'Facilities', summary: 'A facility', refusals: ['notFound'] },
  'facilities.edit': {
    tag: 'Facilities',
    summary: 'Edit a facility’s profile',
    description: 'The whole profile as it is to be; what is left out is no longer known.',
    refusals: ['notFound', 'alreadyExists', 'dateNotAllowed'],
  },
  'facilities.import': {
    tag: 'Facilities',
    summary: 'Import many facilities',
    description:
      'Registers those that are new and edits the others, a row of at most 25 each; what a row leaves out stays as it is known. Answers row by row: a row that was refused says why, and the others are done. `isDryRun` tells what would be and writes nothing. The same rows again change nothing.',
    refusals: ['keyReused', 'busy'],
  },
  'facilities.changeStage': {
    tag: 'Facilities',
    summary: 'Move a facility to its next stage',
    description: 'A facility is suspended for a `reason`; no other stage has one.',
    refusals: ['notFound', 'stageNotNext', 'dateNotAllowed'],
  },
  'facilities.correctStage': {
    tag: 'Facilities',
    summary: 'Correct the day on which a stage began',
    description: '`index` counts from 0. Where several days move to later ones, correct the last first.',
    refusals: ['notFound', 'dateNotAllowed'],
  },
  'facilities.move': {
    tag: 'Facilities',
    summary: 'Move a facility to another region',
    description:
      '`date` is the first day in the new `region`. A month belongs to the region of its last day: what was added before stays where it was made, and reports of months since then follow, each under the key `<idempotencyKey>-<month>`. Send the command again with its key when it was not answered.',
    refusals: ['notFound', 'unknownRegion', 'dateNotAllowed'],
  },
  'facilities.adopt': {
    tag: 'Facilities',
    summary: 'Enter by hand that a facility uses a solution',
    description:
      'For a solution that needs no equipment; all others are adopted as theirs is installed. `until` is the first day on which it is over: where that is the day `from`, it never was. What was entered before is replaced.',
    refusals: ['notFound', 'wrongState', 'dateNotAllowed'],
  },
  'facilities.checkReadiness': {
    tag: 'Facilities',
    summary: 'Tell how ready a facility is for a solution',
    description:
      'What was found on the day `on`; checks that are not named stay as they are known. A check that is not met has a day to look again, within a year. Donated units of the solution leave for the facility once all is met.',
    refusals: ['notFound', 'dateNotAllowed'],
  },
  'facilities.history': {
    tag: 'Facilities',
    summary: 'Who did what to a facility',
    refusals: ['notFound'],
  },
} satisfies Partial<Record<OperationName, Operation>>;
