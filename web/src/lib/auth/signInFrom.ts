/** The sign-in page that leads back to where one is; `over` says that there was a session before. */
export function signInFrom(url: Pick<URL, 'pathname' | 'search'>, over = false): string {
  return `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}${over ? '&over' : ''}`;
}
