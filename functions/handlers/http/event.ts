import type { StandardHandler } from '@orpc/server/standard';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** What the router takes and gives. */
type Handler = StandardHandler<object>;
type RouterRequest = Parameters<Handler['handle']>[0];
export type RouterResponse = NonNullable<Awaited<ReturnType<Handler['handle']>>['response']>;

/** The router's request that an HTTP API event (payload format 2.0) stands for; its body was read before. */
export function requestFrom(event: APIGatewayProxyEventV2, body: unknown): RouterRequest {
  const { domainName, http } = event.requestContext;
  const query = event.rawQueryString ? `?${event.rawQueryString}` : '';
  return {
    method: http.method,
    url: new URL(`https://${domainName}${event.rawPath}${query}`),
    headers: event.headers,
    body: () => Promise.resolve(body),
    signal: undefined,
  };
}

/** The body as text; empty when there is none. */
export function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

/** What the HTTP API expects back, with headers of our own; all our answers are JSON. */
export function resultFrom(
  { status, headers, body }: RouterResponse,
  own: Record<string, string>,
): APIGatewayProxyStructuredResultV2 {
  const texts = Object.entries(headers).map(([name, value = '']): [string, string] => [name, String(value)]);
  return {
    statusCode: status,
    headers: { ...Object.fromEntries(texts), ...own },
    body: body === undefined ? '' : JSON.stringify(body),
    isBase64Encoded: false,
  };
}
