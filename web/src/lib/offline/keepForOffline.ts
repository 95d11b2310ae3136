import { preloadCode } from '$app/navigation';
import { version } from '$app/env';
import type { InUse } from '../../service-worker/versions.ts';

export interface Wanted {
  /** Pages that must work without network. */
  routes: Parameters<typeof preloadCode>[0][];
  /** What these pages load later. */
  parts: (() => Promise<unknown>)[];
}

/**
 * Makes the app open without network from now on: the code of the pages that must work without is fetched while nothing
 * else is going on, and the worker is told that this version is in use, with the files that it needs. When the network
 * goes meanwhile, the version before stays; the next visit tries again.
 */
export async function keepForOffline({ routes, parts }: Wanted): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  await Promise.all([...routes.map((route) => preloadCode(route)), ...parts.map((part) => part())]);
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/_app/immutable/'))
    .map(({ pathname }) => pathname);
  active?.postMessage({ version, files: [...new Set(files)] } satisfies InUse);
}
