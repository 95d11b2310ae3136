import { immutable } from '$app/manifest';
import { isShellRequest, within } from './rules.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * The app opens without network. Only what this person has opened is kept, so that a head's phone never fetches the
 * manager's charts. Figures and answers are not kept here but by the pages themselves, for the person signed in.
 */
const kept = 'app';
const shell = '/';
const patience = 1_500;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(kept)
      .then((cache) => cache.add(shell))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldFiles());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(keptOrFetched(event.request));
  else if (isShellRequest(event.request.mode, url.pathname)) event.respondWith(freshShell());
});

// A page tells what it loaded before this worker was there.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const paths: unknown = event.data;
  if (Array.isArray(paths))
    event.waitUntil(Promise.all(paths.map((path) => keptOrFetched(new Request(String(path))))));
});

/** Files of earlier versions go once the new version's page is the kept one. */
async function dropOldFiles(): Promise<void> {
  const current = new Set(immutable.map(({ path }) => new URL(path, self.location.origin).pathname));
  const cache = await caches.open(kept);
  const requests = await cache.keys();
  const old = requests.filter(({ url }) => {
    const { pathname } = new URL(url);
    return (
      pathname.startsWith('/_app/immutable/') && !current.has(pathname) && !pathname.includes('/inline.')
    );
  });
  await Promise.all(old.map((request) => cache.delete(request)));
}

async function keptOrFetched(request: Request): Promise<Response> {
  const cache = await caches.open(kept);
  const found = await cache.match(request);
  if (found) return found;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The newest page, or the kept one when the network does not answer soon. */
async function freshShell(): Promise<Response> {
  const cache = await caches.open(kept);
  const found = await cache.match(shell);
  const fetched = fetch(shell).then(async (response) => {
    if (response.ok) await cache.put(shell, response.clone());
    return response;
  });
  if (!found) return fetched;
  fetched.catch(() => undefined);
  return within(patience, fetched, found);
}
