import { runInNewContext } from 'node:vm';
import * as z from 'zod';
import type { ApiPath } from '../plan/apiPaths.ts';
import type { PublicPath } from '../plan/publicPaths.ts';
import type { HttpResponse } from './httpResponse.ts';

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

/** The published path that an address is of. */
export const publicPathOf = (path: string, paths: readonly PublicPath[]): PublicPath | undefined =>
  paths.find(({ pattern }) => fits(pattern, path));

const Handed = z.object({ uri: z.string() });
const Answered = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.object({ value: z.string() })),
  body: z.object({ encoding: z.literal('text'), data: z.string() }),
});

/** Milliseconds after which a function of the edge has no end; a busy machine may take long for one that has. */
const endless = 30_000;

/** Runs CloudFront's function on a visitor's request: the address to look for in the bucket, or an answer of its own. */
export function atTheEdge(
  { edge }: Pick<PublicPath, 'edge'>,
  method: string,
  uri: string,
): string | HttpResponse {
  const event = JSON.stringify({ request: { method, uri, querystring: {}, headers: {}, cookies: {} } });
  // What the function gives is read as text: nothing of its own world comes over.
  const said: unknown = JSON.parse(
    String(runInNewContext(`${edge}; JSON.stringify(handler(${event}))`, {}, { timeout: endless })),
  );
  const handed = Handed.safeParse(said);
  if (handed.success) return handed.data.uri;
  const { statusCode, headers, body } = Answered.parse(said);
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value])),
    body: Buffer.from(body.data),
  };
}
