import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { addressOf } from './address.ts';
import { message, problem, send } from './httpResponse.ts';
import type { HttpResponse } from './httpResponse.ts';
import { authorize } from './authorizer.ts';
import type { Trust } from './authorizer.ts';
import { bodyOf } from './body.ts';
import { atTheEdge, fits, handedOn, publicPathOf } from './edge.ts';
import { answerOf, eventOf } from './event.ts';
import { isKnownTag, type Files } from './files.ts';
import type { ApiPath } from '../plan/apiPaths.ts';
import type { PublicPath } from '../plan/publicPaths.ts';
import type { UnlistedPath } from '../plan/site.ts';
import type { RoutePlan } from '../plan/routes.ts';
import { listen } from './ports.ts';

/** Everything that answers on the product's one origin. */
export interface Origin {
  readonly routes: readonly RoutePlan[];
  readonly apiPaths: readonly ApiPath[];
  /** What everybody reads without signing in. */
  readonly publicPaths: readonly PublicPath[];
  /** A published file by its path, if there is one. */
  readonly published: (
    key: string,
  ) => { body: Buffer; headers: Readonly<Record<string, string>> } | undefined;
  /** Calls the function of that ARN; rejects when it fails. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
  readonly trust: (tokens: NonNullable<RoutePlan['tokens']>) => Trust;
  /** Answers everything under /identity/. */
  readonly identity: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly files: Files;
  /** The content of /config.json. */
  readonly config: object;
  /** Headers of every answer of the app and its API. */
  readonly headers: Readonly<Record<string, string>>;
  /** Pages whose answers have other headers. */
  readonly unlistedPaths: readonly UnlistedPath[];
}

// A function may have failed after it wrote, so nobody can say that nothing was saved.
const broken = problem(
  500,
  'internal',
  'Something went wrong on our side. It is not known whether this was saved; trying again is safe.',
);
const badAddress = problem(400, 'malformed', 'This is not an address.');

// What S3 says of a file that is not there.
const notThere: HttpResponse = {
  status: 404,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from('<Error><Code>NoSuchKey</Code></Error>'),
};

// The limit of an HTTP API.
const largestBody = 10 * 1024 * 1024;

interface Route extends RoutePlan {
  readonly pattern: RegExp;
}

/** Routes with fixed parts come before those with names in the same place, as in API Gateway. */
function ordered(routes: readonly RoutePlan[]): Route[] {
  const withNamesLast = (path: string) => path.replaceAll('{', '\uffff');
  return routes
    .map((route) => ({
      ...route,
      pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
    }))
    .sort((one, other) => (withNamesLast(one.path) < withNamesLast(other.path) ? -1 : 1));
}

function parametersOf(groups: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

class Gateway {
  readonly #origin: Origin;
  readonly #routes: Route[];

  constructor(origin: Origin) {
    this.#origin = origin;
    this.#routes = ordered(origin.routes);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request);
    if (!url) return send(request, response, badAddress);
    // Signing in comes back to localhost, so whoever opens a page at 127.0.0.1 is led there first.
    if (url.hostname === '127.0.0.1' && !url.pathname.startsWith('/api/')) {
      url.hostname = 'localhost';
      const location = url.href;
      return void response.writeHead(307, { location }).end();
    }
    if (url.pathname.startsWith('/identity/')) return this.#origin.identity(request, response);
    const open = publicPathOf(url.pathname, this.#origin.publicPaths);
    const unlisted = this.#origin.unlistedPaths.find(({ pattern }) => fits(pattern, url.pathname));
    const { headers } = open ?? unlisted ?? this.#origin;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const answer = open ? this.#published(request, open, url) : await this.#answer(request, url);
    await send(request, response, answer);
  }

  #answer(request: IncomingMessage, url: URL): Promise<HttpResponse> | HttpResponse {
    if (url.pathname.startsWith('/api/')) return this.#api(request, handedOn(url, this.#origin.apiPaths));
    if (request.method !== 'GET' && request.method !== 'HEAD') return message(405, 'Method Not Allowed');
    if (url.pathname === '/config.json') {
      const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
      return { status: 200, headers, body: Buffer.from(JSON.stringify(this.#origin.config)) };
    }
    return this.#origin.files.answer(decodeURIComponent(url.pathname), request.headers['if-none-match']);
  }

  #published(request: IncomingMessage, path: PublicPath, { pathname }: URL): HttpResponse {
    const { method = '', headers } = request;
    if (method !== 'GET' && method !== 'HEAD') return message(405, 'Method Not Allowed');
    const found = atTheEdge(path, method, decodeURIComponent(pathname));
    if (typeof found !== 'string') return found;
    const object = this.#origin.published(found.slice(1));
    if (!object) return notThere;
    const isKnown = isKnownTag(headers['if-none-match'], object.headers['etag'] ?? '');
    return isKnown
      ? { status: 304, headers: object.headers, body: Buffer.alloc(0) }
      : { status: 200, ...object };
  }

  async #api(request: IncomingMessage, url: URL): Promise<HttpResponse> {
    const route = this.#routes.find(
      ({ method, pattern }) => method === request.method && pattern.test(url.pathname),
    );
    const body = await bodyOf(request, largestBody);
    if (!route) return message(404, 'Not Found');
    const { tokens } = route;
    const claims = tokens && (await authorize(request.headers.authorization, this.#origin.trust(tokens)));
    if (tokens && !claims) return message(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
    if (!body) return message(413, 'Request Entity Too Large');
    const parameters = parametersOf(route.pattern.exec(url.pathname)?.groups);
    const event = eventOf(request, { routeKey: route.key, url, parameters, body, claims });
    return this.#origin.invoke(route.functionArn, event).then(answerOf, () => broken);
  }
}

/** Answers on the product's origin at `port`, and only to this machine: demo accounts have no passwords. */
export async function startGateway(port: number, origin: Origin): Promise<Server> {
  const gateway = new Gateway(origin);
  const server = createServer((request, response) => {
    gateway
      .handle(request, response)
      .catch((error: unknown) => {
        if (response.headersSent) throw error;
        return send(request, response, error instanceof URIError ? badAddress : broken);
      })
      .catch(() => response.destroy());
  });
  await listen(server, port, '127.0.0.1');
  return server;
}
