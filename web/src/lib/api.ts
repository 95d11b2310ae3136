import { clientOf } from 'virtual:client';
import { Refused, NoNetwork, SignedOut, type Problem } from './refused.ts';
import { earlyOrFetched } from './early.ts';
import { setSessionOver } from './stillSignedIn.svelte.ts';
import { shaped } from './stored.ts';
import { bearer, renewed } from './tokens.ts';

interface Input {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  headers?: Record<string, string>;
  body?: unknown;
}

const isProblem = shaped<Problem>('status', 'code', 'detail');

/**
 * The API as the contract types it. Throws `Refused`, `NoNetwork` or `SignedOut`.
 * Not through oRPC's own client, which also carries dates, files and streams that the contract does not use (9 KB).
 */
export const api = clientOf((method, path, input, isOpen) => call(method, path, input ?? {}, isOpen));

async function call(method: string, path: string, input: Input, isOpen: boolean): Promise<unknown> {
  const response = await sendSignedIn(method, urlOf(path, input), input, isOpen);
  if (!response.ok) throw new Refused(await problemOf(response));
  const body: unknown = await response.json();
  return { status: response.status, headers: { etag: response.headers.get('etag') }, body };
}

async function sendSignedIn(method: string, url: string, input: Input, isOpen: boolean): Promise<Response> {
  try {
    const token = await bearer();
    // What the server would answer with 401 need not be asked.
    if (!token && !isOpen) throw new SignedOut();
    const first = await send(method, url, input, token);
    const response = first.status === 401 ? await send(method, url, input, await renewed()) : first;
    if (response.status === 401) throw new SignedOut();
    return response;
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

async function send(method: string, url: string, input: Input, token: string | undefined): Promise<Response> {
  const headers = new Headers(input.headers);
  if (token) headers.set('authorization', `Bearer ${token}`);
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  const body = input.body === undefined ? null : JSON.stringify(input.body);
  try {
    return await (method === 'GET'
      ? earlyOrFetched(url, { headers })
      : fetch(url, { method, headers, body }));
  } catch (cause) {
    throw new NoNetwork('The network did not answer.', { cause });
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  return isProblem(body) ? body : { status: response.status, code: 'internal', detail: '' };
}
