import { Refused, NoNetwork, SignedOut, type Problem } from './errors.ts';
import { prefetchedOrFetched } from './prefetched.ts';
import { limitOf } from './timeLimit.ts';
import { setSessionOver } from '#lib/auth/sessionExpiry.svelte.ts';
import { shaped } from '#lib/offline/localStorage.ts';
import { bearer, renewed } from '#lib/auth/tokens.ts';

interface Input {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** An answer that has arrived whole. */
interface Arrived {
  status: number;
  etag: string | null;
  body: unknown;
}

const isProblem = shaped<Problem>('status', 'code', 'detail');

/**
 * Makes a request of the API; `isOpen` where nobody has to be signed in. Throws `Refused`, `NoNetwork` or `SignedOut`.
 * Not through oRPC's own client, which also carries dates, files and streams that the contract does not use (9 KB).
 */
export async function call(
  method: string,
  path: string,
  input: Input = {},
  isOpen: boolean,
): Promise<unknown> {
  const { status, etag, body } = await sendSignedIn(method, urlOf(path, input), input, isOpen);
  if (status >= 400) throw new Refused(isProblem(body) ? body : { status, code: 'internal', detail: '' });
  return { status, headers: { etag }, body };
}

async function sendSignedIn(method: string, url: string, input: Input, isOpen: boolean): Promise<Arrived> {
  try {
    const token = await bearer();
    // What the server would answer with 401 need not be asked.
    if (!token && !isOpen) throw new SignedOut();
    const first = await send(method, url, input, token);
    const arrived = first.status === 401 ? await send(method, url, input, await renewed()) : first;
    if (arrived.status === 401) throw new SignedOut();
    return arrived;
  } catch (error) {
    if (error instanceof SignedOut) setSessionOver(true);
    throw error;
  }
}

function urlOf(path: string, { params = {}, query = {} }: Input): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return pairs.length > 0 ? `${filled}?${new URLSearchParams(pairs)}` : filled;
}

async function send(method: string, url: string, input: Input, token: string | undefined): Promise<Arrived> {
  const headers = new Headers(input.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  const body = input.body === undefined ? null : JSON.stringify(input.body);
  const init = { method, headers, body, signal: AbortSignal.timeout(limitOf(method)) };
  try {
    return await arrived(await (method === 'GET' ? prefetchedOrFetched(url, init) : fetch(url, init)));
  } catch (cause) {
    throw new NoNetwork('The network did not answer.', { cause });
  }
}

/**
 * The answer once its last byte is here: a line breaks as often in the middle. What is not JSON does not come from our
 * server, but from a gateway that has nothing for us or from the sign-in page of a wireless network.
 */
async function arrived(response: Response): Promise<Arrived> {
  const text = await response.text();
  const etag = response.headers.get('etag');
  const body: unknown = response.ok ? JSON.parse(text) : problemIn(text);
  return { status: response.status, etag, body };
}

function problemIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
