/** The page as those read it who are told a release, in a file of its own. */
export const releasedPage = () => import('./released/Released.svelte').then((file) => file.default);

/** The page of a country in which nothing is live yet, in one of its own too. */
export const noneLivePage = () => import('./NoneLive.svelte').then((file) => file.default);
