import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import { UserError } from './userError.ts';

const Config = z.object({ issuer: z.string(), clientId: z.string(), scope: z.string() });

/** Just enough of a browser: it keeps cookies and follows redirects until one leads to a given address. */
class Visit {
  readonly #cookies = new Map<string, string>();

  async go(url: URL, form?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects from `url`; answers the address that is a page, or begins with `until`. */
  async follow(url: URL, until: string, form?: URLSearchParams): Promise<URL> {
    const response = await this.go(url, form);
    const location = response.headers.get('location');
    if (response.status >= 400)
      throw new UserError(`Signing in failed: ${url.pathname} answered ${response.status}.`);
    if (!location) return url;
    const next = new URL(location, url);
    return next.href.startsWith(until) ? next : this.follow(next, until);
  }
}

/** Signs a demo account in; answers its access token. */
export async function signInAs(url: string, accountId: string): Promise<string> {
  return (await tokensOf(url, accountId)).access_token;
}

/** Signs a demo account in as the app does, with a code and PKCE. */
export async function tokensOf(url: string, accountId: string): Promise<oauth.TokenEndpointResponse> {
  const { issuer, clientId, scope } = Config.parse(await (await fetch(new URL('/config.json', url))).json());
  const insecure = { [oauth.allowInsecureRequests]: true };
  const server = await oauth.processDiscoveryResponse(
    new URL(issuer),
    await oauth.discoveryRequest(new URL(issuer), insecure),
  );
  const client = { client_id: clientId };
  const callback = `${url}/signed-in`;
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const begin = new URL(server.authorization_endpoint ?? '');
  begin.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: callback,
    response_type: 'code',
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  const visit = new Visit();
  const page = await visit.follow(begin, callback);
  const back = await visit.follow(page, callback, new URLSearchParams({ account: accountId }));
  const params = oauth.validateAuthResponse(server, client, back, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    params,
    callback,
    verifier,
    insecure,
  );
  return oauth.processAuthorizationCodeResponse(server, client, response);
}
