import * as oauth from 'oauth4webapi';
import { loadConfig, type Config } from './config.ts';
import { NoNetwork, SignedOut } from './refused.ts';
import { shaped } from './stored.ts';
import { storedTokens, storeTokens, type Tokens } from './tokens.ts';

/*
 * OpenID Connect: authorization code with PKCE. Only imported when someone signs in or out or a token has run out,
 * so that it is no part of anybody's first page.
 */

interface Provider {
  config: Config;
  server: oauth.AuthorizationServer;
  client: oauth.Client;
  /** Plain http is for the provider on one's own machine. */
  options: { [oauth.allowInsecureRequests]: boolean };
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
  const options = { [oauth.allowInsecureRequests]: issuer.hostname === 'localhost' };
  const response = await reached(oauth.discoveryRequest(issuer, options));
  const server = await oauth.processDiscoveryResponse(issuer, response);
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
  const response = await reached(
    oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      params,
      callback(),
      begun.verifier,
      options,
    ),
  );
  storeTokens(tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response)));
  return begun.to;
}

/** The same session with a fresh access token. Throws `SignedOut` when the provider says that it is over. */
export async function renew(tokens: Tokens): Promise<Tokens> {
  const { server, client, options } = await provider();
  const response = await reached(
    oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh ?? '', options),
  );
  try {
    const answer = await oauth.processRefreshTokenResponse(server, client, response);
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
  const home = `${location.origin}/`;
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

async function reached(request: Promise<Response>): Promise<Response> {
  try {
    return await request;
  } catch (cause) {
    throw cause instanceof TypeError
      ? new NoNetwork('The sign-in service did not answer.', { cause })
      : cause;
  }
}
