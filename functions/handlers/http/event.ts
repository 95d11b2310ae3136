import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** What the router and the contract read; anything else stays outside, for not every header can be in a Request. */
const readHeaders = ['content-type', 'if-none-match'];

/** The web request that an HTTP API event (payload format 2.0) stands for. */
export function requestFrom(event: APIGatewayProxyEventV2): Request {
  const { method } = event.requestContext.http;
  const query = event.rawQueryString ? `?${event.rawQueryString}` : '';
  const headers = new Headers();
  for (const name of readHeaders) {
    const value = event.headers[name];
    if (value !== undefined && isLatin(value)) headers.set(name, value);
  }
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(event);
  return new Request(`https://${event.requestContext.domainName}${event.rawPath}${query}`, {
    method,
    headers,
    body,
  });
}

/** A Request takes no other letters in a header. */
function isLatin(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

/** The body as text; empty when there is none. */
export function bodyOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): string {
  return isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

/** What the HTTP API expects back; all our answers are text. */
export async function resultFrom(response: Response): Promise<APIGatewayProxyStructuredResultV2> {
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
    isBase64Encoded: false,
  };
}
