import { version } from '$app/env';
import { isInUse, isPublicStart, isShellRequest, within } from './rules.ts';
import { shell, Versions } from './versions.ts';

declare const self: ServiceWorkerGlobalScope;

/*
 * The app opens without network. Only what this person has opened is kept, so that a head's phone never fetches the
 * manager's charts. Figures and answers are not kept here but by the pages themselves, for the person signed in.
 */
const patience = 1_500;
// The page itself must be this version's, whatever the browser's own cache has.
const versions = new Versions(
  caches,
  (path) => fetch(path, path === shell ? { cache: 'no-cache' } : {}),
  version,
);

self.addEventListener('install', (event) => {
  event.waitUntil(versions.install().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(versions.dropOlder());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/_app/immutable/')) event.respondWith(versions.file(url.pathname));
  else if (isPublicStart(event.request.mode, url.pathname)) event.respondWith(publicStart(event.request));
  else if (isShellRequest(event.request.mode, url.pathname)) event.respondWith(freshPage());
});

// A page tells which files it needs, also those that it loaded before this worker was there.
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const said: unknown = event.data;
  if (isInUse(said)) event.waitUntil(versions.inUse(said));
});

/**
 * The kept page at once, where it is this version's and was in use. The browser looks for a newer version behind it; of
 * that the page comes from the network the first time, if it answers soon, because its files may not be on this device
 * yet. The newest is not kept here: its own worker keeps page and files together.
 */
async function freshPage(): Promise<Response> {
  const kept = await versions.page();
  if (kept && (await versions.isReady())) return kept;
  const fresh = fetch(shell);
  return kept ? within(patience, fresh, kept) : fresh;
}

/** The public page, for who has network; without it, a phone that has the app opens that: releases before began there. */
function publicStart(asked: Request): Promise<Response> {
  return fetch(asked).catch(() => Response.redirect(shell));
}
