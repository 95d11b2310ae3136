import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod/mini';
import type { HttpResponse } from './httpResponse.ts';
import type { Claims } from './authorizer.ts';

/** A request that has found its route. */
export interface Routed {
  readonly routeKey: string;
  readonly url: URL;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Absent on a public route. */
  readonly claims?: Claims;
}

const isText = (type: string): boolean =>
  /^text\/|^application\/(json|xml|javascript)|\+(json|xml)\b/.test(type);

const joined = (value: string | string[]): string => (Array.isArray(value) ? value.join(',') : value);

function headersOf(request: IncomingMessage): Record<string, string> {
  const { cookie: _, ...headers } = request.headers;
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, joined(value)]])),
  );
}

function queryOf({ searchParams }: URL): Record<string, string> | undefined {
  const names = [...new Set(searchParams.keys())];
  return names.length === 0
    ? undefined
    : Object.fromEntries(names.map((name) => [name, searchParams.getAll(name).join(',')]));
}

/** The event that an HTTP API makes of a request, payload format 2.0. */
export function eventOf(
  request: IncomingMessage,
  { routeKey, url, parameters, body, claims }: Routed,
): APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer {
  const now = new Date();
  const method = request.method ?? 'GET';
  const isBase64Encoded = body.length > 0 && !isText(request.headers['content-type'] ?? 'application/json');
  const cookies = request.headers.cookie?.split(/;\s*/);
  const query = queryOf(url);
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies && { cookies }),
    headers: headersOf(request),
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
      ...(claims && { authorizer: { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } } }),
    },
    ...(body.length > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

const Result = z.object({
  statusCode: z.number(),
  headers: z._default(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), {}),
  cookies: z.optional(z.array(z.string())),
  body: z._default(z.string(), ''),
  isBase64Encoded: z._default(z.boolean(), false),
});

/** The HTTP answer a function's result stands for; a result without a status is a 200 with the result as its body. */
export function answerOf(result: unknown): HttpResponse {
  const parsed = Result.safeParse(result);
  if (!parsed.success) {
    const body = Buffer.from(typeof result === 'string' ? result : JSON.stringify(result));
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const { statusCode, headers, body, cookies, isBase64Encoded } = parsed.data;
  const lowerCased = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(lowerCased) },
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    ...(cookies && { cookies }),
  };
}
