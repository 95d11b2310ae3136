import { preloadCode } from '$app/navigation';

/**
 * Makes the app open without network from now on: the worker is told which files this page loaded before it was there,
 * and the code of the pages that must work without network is fetched while nothing else is going on.
 */
export async function keepForOffline(
  routes: Parameters<typeof preloadCode>[0][],
  parts: (() => Promise<unknown>)[],
): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  await Promise.all([...routes.map((route) => preloadCode(route)), ...parts.map((part) => part())]);
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_app/immutable/'))
    .map(({ pathname }) => pathname);
  active?.postMessage([...new Set(loaded)]);
}
