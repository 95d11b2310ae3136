/** What a head sees after typing: the check, and what waits for network. Not part of the form's first visit. */
export const afterTyping = () => import('./AfterTyping.svelte');

/** A month that is handed in or approved. */
export const reportView = () => import('./ReportView.svelte');
