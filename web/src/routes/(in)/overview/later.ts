/** What comes after the first screenful, in a file of its own. */
export const laterParts = () => import('./later/Later.svelte').then((file) => file.default);
