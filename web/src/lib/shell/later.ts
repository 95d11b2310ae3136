/** What the menu opens: most visits do without. */
export const settings = () => import('./Settings.svelte');
