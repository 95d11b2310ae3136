import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** An answer before it is sent. Header names are in lower case. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly cookies?: readonly string[];
}

/** An answer of API Gateway's own, such as `{"message":"Not Found"}`. */
export function message(status: number, text: string, headers: Record<string, string> = {}): HttpResponse {
  const body = Buffer.from(JSON.stringify({ message: text }));
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

/** An answer of our own to what no function is asked about: a problem document (RFC 9457). */
export function problem(status: number, code: string, detail: string): HttpResponse {
  const body = Buffer.from(
    JSON.stringify({ type: `urn:telemedicine-rollout:${code}`, status, code, detail }),
  );
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return { status, headers, body };
}

const brotli = (body: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const encoders = { br: brotli, gzip: (body: Buffer): Promise<Buffer> => promisify(gzip)(body) };
type Encoding = keyof typeof encoders;

// What CloudFront compresses: these types, from this size on.
const compressible = /^(text\/|application\/(json|javascript|manifest\+json|xml)|image\/svg\+xml)/;
const smallest = 1000;

// Files of the site are compressed once: their bodies stay the same objects.
const encoded = new WeakMap<Buffer, Partial<Record<Encoding, Promise<Buffer>>>>();

/** The build has compressed a file of the site already, as well as can be. */
export function noteCompressed(body: Buffer, br: Buffer): void {
  encoded.set(body, { br: Promise.resolve(br) });
}

function encode(body: Buffer, encoding: Encoding): Promise<Buffer> {
  const known = encoded.get(body) ?? {};
  encoded.set(body, known);
  return (known[encoding] ??= encoders[encoding](body));
}

function encodingFor(
  request: IncomingMessage,
  { status, headers, body }: HttpResponse,
): Encoding | undefined {
  const type = headers['content-type'] ?? '';
  if (status !== 200 || body.length < smallest || !compressible.test(type)) return undefined;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Sends an answer as CloudFront would: compressed where that helps, with a tag that then is a weak one. */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: HttpResponse,
): Promise<void> {
  const encoding = encodingFor(request, answer);
  const body = encoding ? await encode(answer.body, encoding) : answer.body;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (answer.cookies?.length) response.setHeader('set-cookie', answer.cookies);
  if (encoding) {
    response.setHeader('content-encoding', encoding).setHeader('vary', 'accept-encoding');
    const { etag } = answer.headers;
    if (etag && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
  }
  if (answer.status !== 304) response.setHeader('content-length', body.length);
  response.writeHead(answer.status).end(request.method === 'HEAD' ? undefined : body);
}
