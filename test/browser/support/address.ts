/** How many journeys are under way at a time, each kind in a country of its own: they write. */
export const workers = 2;

/** The variable that holds the address of a worker's system. */
export const variableOf = (worker: number | string): string => `BASE_URL_${worker}`;

/** Where this worker's system answers; `BASE_URL` names one that runs already. */
export const address =
  process.env['BASE_URL'] ?? process.env[variableOf(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? '';
