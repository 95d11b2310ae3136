import type { ApiPath } from '../plan/apiPaths.ts';

/** One of CloudFront's patterns, in which a star stands for anything. */
export const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path);

/** The address as CloudFront hands it on: without its query, where answers are kept for everyone alike. */
export function handedOn(url: URL, paths: readonly ApiPath[]): URL {
  const path = paths.find(({ pattern }) => fits(pattern, url.pathname));
  const handed = new URL(url);
  if (path && !path.passesQuery) handed.search = '';
  return handed;
}
