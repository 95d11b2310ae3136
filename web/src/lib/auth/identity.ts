import * as oauth from 'oauth4webapi';
import { loadConfig, type Config } from '#lib/country/config.ts';
import { language } from '#lib/i18n/language.ts';
import { timeLimit } from '#lib/api/timeLimit.ts';
import { NoNetwork, SignedOut } from '#lib/api/errors.ts';
import { shaped } from '#lib/offline/localStorage.ts';
import { storedTokens, storeTokens, type Tokens } from './tokenStore.ts';

/*
 * OpenID Connect: authorization code with PKCE. Only imported when someone signs in or out or a token has run out,
 * so that it is no part of anybody's first page.
 */

interface Provider {
  config: Config;
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  /** Plain http is for the provider on one's own machine. */
  options: { [oauth.allowInsecureRequests]: boolean; signal: () => AbortSignal };
}

interface Begun {
  verifier: string;
  state: string;
  /** The page to come back to. */
  to: string;
}

const isBegun = shaped<Begun>('verifier', 'state', 'to');
const callback = (): string => `${location.origin}/signed-in`;

async function provider(): Promise<Provider> {
  const config = await loadConfig();
  const issuer = new URL(config.issuer);
  const options = { [oauth.allowInsecureRequests]: issuer.hostname === 'localhost', signal: timeLimit };
  const server = await reached(oauth.discoveryRequest(issuer, options), (response) =>
    oauth.processDiscoveryResponse(issuer, response),
  );
  return { config, server, client: { client_id: config.clientId }, options };
}

/** Leaves for the provider's page; `to` is where to come back to. */
export async function leaveToSignIn(to: string): Promise<void> {
  const { config, server } = await provider();
  const begun: Begun = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    to,
  };
  sessionStorage.setItem('signing in', JSON.stringify(begun));
  const url = new URL(server.authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: config.clientId,
    redirect_uri: callback(),
    response_type: 'code',
    scope: config.scope,
    state: begun.state,
    ui_locales: language,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
  }).toString();
  location.assign(url);
}

/** Turns what the provider sent back into stored tokens; answers the page to go to. */
export async function comeBack(url: URL): Promise<string> {
  const begun: unknown = JSON.parse(sessionStorage.getItem('signing in') ?? 'null');
  if (!isBegun(begun)) throw new SignedOut();
  sessionStorage.removeItem('signing in');
  const { server, client, options } = await provider();
  const params = oauth.validateAuthResponse(server, client, url, begun.state);
  const answer = await reached(
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      params,
      callback(),
      begun.verifier,
      options,
    ),
    (response) => oauth.processAuthorizationCodeResponse(server, client, response),
  );
  storeTokens(tokensOf(answer));
  return begun.to;
}

/** The same session with a fresh access token. Throws `SignedOut` when the provider says that it is over. */
export async function renew(tokens: Tokens): Promise<Tokens> {
  const { server, client, options } = await provider();
  try {
    const answer = await reached(
      oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh ?? '', options),
      (response) => oauth.processRefreshTokenResponse(server, client, response),
    );
    return { ...tokens, ...tokensOf(answer) };
  } catch (cause) {
    throw cause instanceof oauth.ResponseBodyError ? new SignedOut('The session is over.', { cause }) : cause;
  }
}

/** Forgets the tokens here and ends the session at the provider, which then shows our first page. */
export async function leaveToSignOut(): Promise<void> {
  const { config, server } = await provider();
  const id = storedTokens()?.id;
  storeTokens(undefined);
  const home = `${location.origin}/start`;
  const url = new URL(config.signOutUrl ?? server.end_session_endpoint ?? home);
  url.search = new URLSearchParams({
    client_id: config.clientId,
    logout_uri: home,
    post_logout_redirect_uri: home,
    ...(id && { id_token_hint: id }),
  }).toString();
  location.assign(url);
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  return {
    access: answer.access_token,
    expiresAt: Date.now() + (answer.expires_in ?? 300) * 1000,
    ...(answer.refresh_token && { refresh: answer.refresh_token }),
    ...(answer.id_token && { id: answer.id_token }),
  };
}

/** What the provider answered; `NoNetwork` when nothing came, not in time, not to its last byte, or not from the provider. */
async function reached<T>(request: Promise<Response>, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    const response = await request;
    const isTheirs = response.headers.get('content-type')?.includes('json') && response.status < 500;
    if (!isTheirs) throw new NoNetwork(`The sign-in service answered ${response.status}.`);
    return await read(response);
  } catch (cause) {
    throw isRefusal(cause) ? cause : new NoNetwork('The sign-in service did not answer.', { cause });
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof oauth.ResponseBodyError) return true;
  return error instanceof oauth.OperationProcessingError && error.code !== oauth.PARSE_ERROR;
}
