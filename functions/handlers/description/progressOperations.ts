import type { Operation, OperationName } from './operations.ts';

/** What is to be said about the operations on progress. */
export const progressOperations = {
  'progress.cube': {
    tag: 'Progress',
    summary: 'Every figure of every month and region',
    description:
      '`figures[name]` has one amount for each month and row, at `monthIndex * rows.length + rowIndex`: what that month added. A manager of some regions sees these. Those of the ministry are told how it stands now; everybody else the newest `release`, and nothing before the first. In it `notShown[name]` lists the cells that are not shown, which is not zero: runs of the place where each begins and how long it is. A total is told with the next cell that is shown.',
  },
  'progress.summary': {
    tag: 'Progress',
    summary: 'All figures as of a month',
    description:
      'Of what a release tells, as of its month where a later one is asked for; what is not shown is left out.',
  },
  'progress.equipment': {
    tag: 'Progress',
    summary: 'How far given equipment came',
    description:
      'All of it, or that of one `scope`, such as `type:laptop`. A month has what was pledged and planned in it, as it is now. `furthest.<step>.<fate>.units` and `.usd` are units, and their US cents, that came as far as a step and no further; `days.<step>.<class>` those that took so long from the step before: up to 7, 14, 30, 60, 90, 180, 365 days, or more. A donor asks for its own; what is in no region that is told stands in the nation’s own row, and what was done for people is what the newest release tells of it.',
    refusals: ['notFound'],
  },
  'progress.ofDonor': {
    tag: 'Progress',
    summary: 'What became of a donor’s aid, as it may be handed on',
    description:
      'As `progress.equipment` of the donor, with its shares of the use by month, as outside it may be told where things are, whoever asks: what is in no region that is told stands in the nation’s own row. `use` is the newest month of the `release` of which nearly all reports are approved; what was done for people is as the release tells it.',
    refusals: ['notFound'],
  },
  'progress.repairs': {
    tag: 'Progress',
    summary: 'Repairs and days out of work in the last twelve months, by region, type and solution',
    refusals: ['notFound'],
  },
  'explain.records': {
    tag: 'Progress',
    summary: 'The records that a figure is the sum of',
    description:
      'In one `row`, a region or the nation’s own, as of a `month`: each record is read and counted anew, by what progress is made of. Of figures of reports they are those of the month alone, so what adds up over months is opened month by month; of all others those until its end. `figure` is a name in `progress.cube`, or `reached.<step>.units` or `.usd` for given equipment. There are more while the answer has `next`. A donor reads its own equipment, without places, and only in regions that are told. Of the country’s figures only those of the ministry are told records.',
    refusals: ['notFound', 'unknownRegion'],
  },
} satisfies Partial<Record<OperationName, Operation>>;
