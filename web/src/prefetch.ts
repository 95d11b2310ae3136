import { keepChoice, language, takeChoiceBack } from './lib/i18n/language.ts';
import { timeLimit } from './lib/api/timeLimit.ts';
import { shaped, stored } from './lib/offline/localStorage.ts';
import { callerIn } from './lib/auth/tokenClaims.ts';
import type { Tokens } from './lib/auth/tokenStore.ts';

/*
 * Runs while the page is still read: shows the frame in the reader's language and theme, and asks for the files and the
 * answers that the page will want, so that on a slow network they come together and not one after the other. It knows
 * nothing of a release but what the page says in `#release`: so its digest, which the Content-Security-Policy names, stays
 * the same from release to release. Built by web/vite/builtPage.ts; not in development.
 */

/** What a release says of itself. */
export interface Release {
  version: string;
  /** The name that SvelteKit's start reads the version from. */
  global: string;
  /** The styles of the frame and of the pages people land on. */
  styles: string;
  /** The product's name in each language. */
  products: Record<string, string>;
  /** Folder of the files in each language. */
  folder: string;
  /** The file that starts the app. */
  start: string;
  /** Where people land, as patterns of paths, with the files of each page, and those wanted soon after. */
  landings: { pattern: string; files: string[]; later: string[] }[];
}

interface App {
  start(element: HTMLElement | null): void;
}

const isRelease = shaped<Release>('version', 'start', 'landings');
const isApp = shaped<App>('start');

const said: unknown = JSON.parse(document.getElementById('release')?.textContent ?? 'null');
if (!isRelease(said)) throw new Error('The page does not say which release it is of.');
const release = said;
const product = release.products[language] ?? '';
const theme = localStorage.getItem('theme');
const root = document.documentElement;
root.lang = language;
root.style.setProperty('--product', JSON.stringify(product));
if (theme) root.dataset.theme = theme;
document.title = product;

// Styles set like this need no permission of the Content-Security-Policy, which would change with each of them.
const styles = new CSSStyleSheet();
styles.replaceSync(release.styles);
document.adoptedStyleSheets = [styles];

const path = location.pathname;
const fileAt = (name: string): string => `/${release.folder}/${language}/${name}`;
const landing = release.landings.find(({ pattern }) => new RegExp(pattern).test(path));
for (const name of [release.start, ...(landing?.files ?? [])]) preload(name);

// Not while signing in: the tokens may still be those of somebody else.
const tokens = landing && stored('tokens', shaped<Tokens>('access', 'expiresAt'));
if (tokens && tokens.expiresAt > Date.now() + 30_000) {
  const headers = { authorization: `Bearer ${tokens.access}` };
  const early = new Map(
    wanted(tokens.access).map((url) => [url, fetch(url, { headers, signal: timeLimit() })]),
  );
  // Whoever takes an answer learns of its failure; one that nobody takes has none to tell.
  for (const answer of early.values()) answer.catch(() => undefined);
  // What is drawn last comes once what is read first is there.
  void Promise.any(early.values()).then(
    () => landing.later.forEach(preload),
    () => undefined,
  );
  globalThis.prefetched = early;
}

Object.assign(globalThis, { [release.global]: { base: '', version: release.version } });
// From the browser's own cache the app is there before the page is read to its end.
const read = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));
void Promise.all([import(fileAt(release.start)), read]).then(([app]: unknown[]) => {
  if (!isApp(app)) return;
  app.start(document.getElementById('app'));
  keepChoice();
  // The worker fetches the page again, and then what works without network: all that can wait.
  if ('serviceWorker' in navigator) setTimeout(registerWorker, 2_500);
}, takeChoiceBack);

function registerWorker(): void {
  void navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
}

function preload(name: string): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = fileAt(name);
  document.head.append(link);
}

function wanted(access: string): string[] {
  const api = '/api/v1';
  const facilityId = callerIn(access)?.facilityId;
  const facility = `${api}/facilities/${facilityId}`;
  return [
    ...(path.startsWith('/my-facility') && facilityId ? [facility, `${facility}/reports`] : []),
    ...(path.startsWith('/overview') ? [`${api}/progress`] : []),
    ...(localStorage.getItem('country pack') ? [] : [`${api}/country`]),
    '/config.json',
  ];
}
