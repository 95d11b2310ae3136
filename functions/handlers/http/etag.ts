import { createHash } from 'node:crypto';

/** The answer with its entity tag, or 304 when the caller already has it. */
export function withEtag<Body>(body: Body, known: string | undefined) {
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
  const etag = `"${digest}"`;
  // A proxy that compresses marks the tag as weak; it still means the same content.
  const isKnown = known
    ?.replaceAll('W/', '')
    .split(/\s*,\s*/)
    .includes(etag);
  return isKnown
    ? { status: 304 as const, headers: { etag } }
    : { status: 200 as const, headers: { etag }, body };
}
