/** How a table is keyed. */
export interface TableKeys {
  partitionKey: string;
  sortKey?: string;
  /** Secondary indexes; `project` lists the attributes they carry, all when absent. */
  indexes?: Record<string, { partitionKey: string; sortKey: string; project?: readonly string[] }>;
  /** The attribute that says when an item may go, in seconds since 1970. */
  expires?: string;
}

/** What every list of facilities shows. */
export const inEveryList = ['names', 'type', 'settlement', 'stages', 'latest'] as const;

/** Every table with its keys, all of them strings: read by the stack, the store and the runner alike. */
export const tables = {
  /** `sortName` orders a region's list by name. */
  facilities: {
    partitionKey: 'facilityId',
    indexes: {
      byRegion: {
        partitionKey: 'region',
        sortKey: 'sortName',
        project: inEveryList,
      },
      /** The same with what lists are narrowed by and where they are: it is many times as much, and lists of all have no use for it. */
      byRegionInFull: {
        partitionKey: 'region',
        sortKey: 'sortName',
        project: [...inEveryList, 'adoptions', 'readiness', 'coordinates'],
      },
    },
  },
  /** `claim` is a code system and a code in it, such as `dhis2#DiszpKrYNg8`: whose it is. */
  externalCodes: { partitionKey: 'claim' },
  /** A facility that has moved, in each region in which it has been: what a region's past is the sum of. */
  movedFacilities: { partitionKey: 'region', sortKey: 'facilityId' },
  warehouses: {
    partitionKey: 'warehouseId',
    indexes: { byRegion: { partitionKey: 'region', sortKey: 'warehouseId' } },
  },
  /** One item per facility and month, so sending a report twice is the same as once. */
  monthlyReports: {
    partitionKey: 'facilityId',
    sortKey: 'month',
    indexes: {
      /** Sparse: only reports that wait for review have `awaitingIn`, their region. */
      awaitingReview: { partitionKey: 'awaitingIn', sortKey: 'submittedAt' },
      /** `regionMonth` is `UA-46#2024-11`. */
      byRegionMonth: { partitionKey: 'regionMonth', sortKey: 'facilityId' },
    },
  },
  /** All of a country's solutions side by side: they are few, and always asked for together. */
  solutions: { partitionKey: 'country', sortKey: 'solutionId' },
  /** Whose an indicator is, once it belongs to a solution. */
  solutionIndicators: { partitionKey: 'indicator' },
  /** What counts with a solution's terms and with which version of them, such as `consignment#rural-sets.1`. */
  solutionHolders: { partitionKey: 'solutionId', sortKey: 'holder' },
  /** All of a country's donors, and all donations, side by side: they are few. */
  donors: { partitionKey: 'country', sortKey: 'donorId' },
  donations: {
    partitionKey: 'country',
    sortKey: 'donationId',
    indexes: { byDonor: { partitionKey: 'donorId', sortKey: 'pledgedOn' } },
  },
  /** The links of donations that anyone may open who has them. */
  traces: { partitionKey: 'donationId' },
  /** Whose a link is, by the first signs of its id; of those that were revoked too. */
  traceLocators: { partitionKey: 'locator' },
  /** `region` is where the units count now, `standing` their state and since when, such as `shipped#2024-11-05`. */
  consignments: {
    partitionKey: 'consignmentId',
    indexes: {
      byDonation: { partitionKey: 'donationId', sortKey: 'consignmentId' },
      byRegion: { partitionKey: 'region', sortKey: 'standing' },
      /** Sparse: only units that do not work have `faultyIn`, the region where they count. */
      faulty: { partitionKey: 'faultyIn', sortKey: 'faultySince' },
    },
  },
  /** Everything that has ever been at a place, or was to go there; in a region's own partition what has counted in it and in others. */
  placeConsignments: { partitionKey: 'placeId', sortKey: 'consignmentId' },
  /** What readers know places by whose names they may not know; `reader` is such as `donor:who`. */
  numberedPlaces: { partitionKey: 'reader', sortKey: 'region' },
  /** A country's targets by figure, and its milestones, side by side: they are few. */
  targets: { partitionKey: 'country', sortKey: 'figure' },
  milestones: { partitionKey: 'country', sortKey: 'milestoneId' },
  /** `row` is the region of the session's host, or the country's code of a national one; `month` the one it was in. */
  trainingSessions: {
    partitionKey: 'sessionId',
    indexes: {
      byMonth: { partitionKey: 'month', sortKey: 'day' },
      byRow: { partitionKey: 'row', sortKey: 'day' },
    },
  },
  /** Every session that a facility has ever held or sent people to. */
  facilitySessions: { partitionKey: 'facilityId', sortKey: 'sessionId' },
  /** `scope` is whose progress and the year, such as `country#2024`; `monthRegion` is `2024-11#UA-46`, with `#1` and so on for further shards. */
  progress: { partitionKey: 'scope', sortKey: 'monthRegion' },
  /** `subject` is the record, such as `report#UA-0001#2024-11`; one entry per command, by its idempotency key. Only drafts expire. */
  history: { partitionKey: 'subject', sortKey: 'idempotencyKey', expires: 'expiresAt' },
  /** `monthVersion` is such as `2024-11.001`. */
  releases: { partitionKey: 'country', sortKey: 'monthVersion' },
  /** What a release froze, in items such as `country#0000`. */
  releaseParts: { partitionKey: 'releaseId', sortKey: 'part' },
  /** That a person was reminded; `reminder` is such as `2024-11#before#UA-0001`. */
  reminders: { partitionKey: 'accountId', sortKey: 'reminder', expires: 'expiresAt' },
  /** Whose an e-mail address is, so that no two people have the same one. */
  emails: { partitionKey: 'email' },
  accounts: {
    partitionKey: 'accountId',
    indexes: { byRole: { partitionKey: 'role', sortKey: 'accountId' } },
  },
} as const satisfies Record<string, TableKeys>;

export type TableName = keyof typeof tables;

/** The environment variable that tells a function a table's name: `monthlyReports` → `MONTHLY_REPORTS_TABLE`. */
export function nameFor(table: TableName): string {
  return `${table.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}_TABLE`;
}
