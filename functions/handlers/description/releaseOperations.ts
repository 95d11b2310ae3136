import type { Operation, OperationName } from './operations.ts';

/** What is to be said about the operations on releases. */
export const releaseOperations = {
  'releases.list': { tag: 'Releases', summary: 'All releases, the newest first' },
  'releases.make': {
    tag: 'Releases',
    summary: 'Make the release of a month',
    description:
      'Freezes what is approved of all months up to this one. `basedOn` is how many releases of the month there are: a further one needs a `reason`, and none is made of a month before the newest that is released. Reports that are open are listed, and never a reason to refuse. Send it again with its key when it was not answered.',
    refusals: ['monthNotOver', 'dateNotAllowed', 'wrongState'],
  },
  'releases.get': {
    tag: 'Releases',
    summary: 'A release with the country’s figures',
    description:
      'Figures are the approved ones, under their own names. Who does not see the whole country is told where equipment is as the world is.',
    refusals: ['notFound', 'alteredId'],
  },
  'releases.open': {
    tag: 'Releases',
    summary: 'The reports that were not approved when it was made',
    description: '`size` is how many there are; further ones come with `next` as `page`.',
    refusals: ['notFound', 'alteredId'],
  },
  'releases.now': {
    tag: 'Releases',
    summary: 'The same figures as they are now',
    description:
      'What is approved today of the months that the release has: where it differs, it was corrected since.',
    refusals: ['notFound', 'alteredId'],
  },
  'releases.changed': {
    tag: 'Releases',
    summary: 'The records that moved a figure since it was made',
    description:
      'Facilities and reports of one region and month whose history says so, and how far each moved the figure. `after` is the last answer’s `next`.',
    refusals: ['notFound', 'alteredId', 'unknownRegion'],
  },
  'releases.ofDonor': {
    tag: 'Releases',
    summary: 'What became of a donor’s aid, as it was released',
    refusals: ['notFound', 'alteredId'],
  },
  'releases.history': {
    tag: 'Releases',
    summary: 'Who released its month, and why again',
    refusals: ['notFound', 'alteredId'],
  },
  'openData.releases': {
    tag: 'Open data',
    summary: 'All releases that everybody may read, the newest first',
  },
  'openData.release': {
    tag: 'Open data',
    summary: 'A release as everybody may read it',
    description:
      'Of figures about people, cells that are small and cells that would tell them are not shown: they are in `notShown`, and not zero. What regions add is told by quarter. Use it under the licence that it names.',
    refusals: ['notFound', 'alteredId'],
  },
  'openData.figures': {
    tag: 'Open data',
    summary: 'The figures of a release as CSV',
    description:
      'A row for each month, region and figure: the country by month, regions by quarter. What is not shown has no value, and says so in `status`. The columns are described in the data package.',
    refusals: ['notFound', 'alteredId'],
  },
  'openData.dataPackage': {
    tag: 'Open data',
    summary: 'What the files of a release are and mean',
    description: 'A Data Package (datapackage.org, version 2.0): licence, date, columns, and each figure.',
    refusals: ['notFound', 'alteredId'],
  },
} satisfies Partial<Record<OperationName, Operation>>;
