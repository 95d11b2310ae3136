declare module 'virtual:messages' {
  /** Every text on the screen, by key, in the reader's language. */
  export const m: import('../messages/en.ts').Messages;
}

/** The API as the contract types it, by the function that serves it. */
type Api = import('@orpc/contract').ContractRouterClient<
  typeof import('../../functions/contract.ts').contract
>;
declare module 'virtual:api/about' {
  export const aboutApi: Api['about'];
}
declare module 'virtual:api/accounts' {
  export const accountsApi: Api['accounts'];
}
declare module 'virtual:api/people' {
  export const peopleApi: Api['people'];
}
declare module 'virtual:api/progress' {
  export const progressApi: Api['progress'];
}
declare module 'virtual:api/plan' {
  export const planApi: Api['plan'];
}
declare module 'virtual:api/explain' {
  export const explainApi: Api['explain'];
}
declare module 'virtual:api/facilities' {
  export const facilitiesApi: Api['facilities'];
}
declare module 'virtual:api/map' {
  export const mapApi: Api['map'];
}
declare module 'virtual:api/donors' {
  export const donorsApi: Api['donors'];
}
declare module 'virtual:api/donations' {
  export const donationsApi: Api['donations'];
}
declare module 'virtual:api/consignments' {
  export const consignmentsApi: Api['consignments'];
}
declare module 'virtual:api/iati' {
  export const iatiApi: Api['iati'];
}
declare module 'virtual:api/warehouses' {
  export const warehousesApi: Api['warehouses'];
}
declare module 'virtual:api/solutions' {
  export const solutionsApi: Api['solutions'];
}
declare module 'virtual:api/trace' {
  export const traceApi: Api['trace'];
}
declare module 'virtual:api/training' {
  export const trainingApi: Api['training'];
}
declare module 'virtual:api/reminders' {
  export const remindersApi: Api['reminders'];
}
declare module 'virtual:api/releases' {
  export const releasesApi: Api['releases'];
}
declare module 'virtual:api/reports' {
  export const reportsApi: Api['reports'];
}
declare module 'virtual:boundaries' {
  /** The boundaries of the country's regions, whose codes are the geometries' ids; undefined where nobody has given any. */
  const boundaries: import('./lib/map/boundaries.ts').Boundaries | undefined;
  export default boundaries;
}
declare module 'virtual:outline' {
  /** The address of a picture of the country, with `#country` and each region by its code; undefined where there is none. */
  export const outline: string | undefined;
  /** Where on it each region's number stands; of one that is too small, beside it, with the end of a line that leads there. */
  export const labels: Record<string, number[]>;
}
