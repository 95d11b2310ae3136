import type { IncomingMessage } from 'node:http';

// A path of ours is below one slash, and a backslash in it would be read as one more.
const ourPath = /^\/(?![/\\])[^\\?]*(\?.*)?$/s;
const anyHost = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** The address that a request asks for, on whatever host; undefined when it is none, whatever was meant by it. */
export function addressOf({ url = '', headers: { host = 'localhost' } }: IncomingMessage): URL | undefined {
  const origin = `http://${host}`;
  return ourPath.test(url) && anyHost.test(host) && URL.canParse(url, origin)
    ? new URL(url, origin)
    : undefined;
}
