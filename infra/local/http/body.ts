import type { IncomingMessage } from 'node:http';

/**
 * The body of a request; undefined when it is longer than `most` bytes. What is too much is read to its end, but not
 * kept: only then can the other side read our answer.
 */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= most ? Buffer.concat(chunks) : undefined;
}
