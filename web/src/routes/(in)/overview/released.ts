/** The page as those read it who are told a release, in a file of its own. */
export const releasedPage = () => import('./released/Released.svelte').then((file) => file.default);
