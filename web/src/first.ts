import { soonEnough } from './lib/patience.ts';
import { shaped, stored } from './lib/stored.ts';
import type { Tokens } from './lib/tokens.ts';

/*
 * Runs before SvelteKit's code is even there: asks for the files and the answers that the page will want, so that on
 * a slow network they come together and not one after the other. Built by web/vite/firstScript.ts; not in development.
 */

/** Where people land, as patterns of paths, with the files of each page. Put in by the build. */
declare const LANDINGS: { pattern: string; files: string[] }[];

interface Known {
  facilityId?: string;
}

const path = location.pathname;
const api = '/api/v1';

const landing = LANDINGS.find(({ pattern }) => new RegExp(pattern).test(path));
landing?.files.forEach(preload);

// Not while signing in: the tokens may still be those of somebody else.
const tokens = landing && stored('tokens', shaped<Tokens>('access', 'expiresAt'));
if (tokens && tokens.expiresAt > Date.now() + 30_000) {
  const headers = { authorization: `Bearer ${tokens.access}` };
  const early = new Map(wanted().map((url) => [url, fetch(url, { headers, signal: soonEnough() })]));
  // Whoever takes an answer learns of its failure; one that nobody takes has none to tell.
  for (const answer of early.values()) answer.catch(() => undefined);
  globalThis.earlyAnswers = early;
}

function preload(file: string): void {
  const link = document.createElement('link');
  link.rel = file.endsWith('.css') ? 'preload' : 'modulepreload';
  if (file.endsWith('.css')) {
    link.as = 'style';
    // As Vite asks for it later; another mode would fetch it twice.
    link.crossOrigin = 'anonymous';
  }
  link.href = file;
  document.head.append(link);
}

function wanted(): string[] {
  const caller = stored('caller', shaped<Known>());
  const facility = `${api}/facilities/${caller?.facilityId}`;
  return [
    '/config.json',
    `${api}/me`,
    ...(localStorage.getItem('country pack') ? [] : [`${api}/country`]),
    ...(path.startsWith('/my-facility') && caller?.facilityId ? [facility, `${facility}/reports`] : []),
    ...(path.startsWith('/overview') ? [`${api}/progress`] : []),
  ];
}
