import Provider from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { SignInPlan } from '../plan/signIn.ts';
import { isFull } from '../data/disk.ts';
import type { Keys } from './keys.ts';
import type { SessionStore } from './sessionStore.ts';
import { failurePage, refusalPage } from './signInPage.ts';
import { languageFor } from './texts.ts';
import type { Member, Occasion } from './tokens.ts';

/** What the provider is made of. */
export interface ProviderParts {
  /** The address of the provider, with its path. */
  readonly issuer: string;
  readonly signIn: SignInPlan;
  readonly keys: Keys;
  readonly memory: SessionStore;
  /** Who may sign in at this moment. */
  readonly find: (accountId: string) => Promise<Member | undefined>;
  /** The claims that our own pre-token function adds to an access token. */
  readonly extraClaims: (member: Member, occasion: Occasion) => Promise<Record<string, unknown>>;
  /** An address of the template on this machine's origin. */
  readonly here: (url: string) => string;
}

/** A certified OpenID Connect provider that behaves like the template's user pool and signs tokens that look like Cognito's. */
export function makeProvider(parts: ProviderParts): Provider {
  return new Provider(parts.issuer, configurationOf(parts));
}

function configurationOf({
  issuer,
  signIn,
  keys,
  memory,
  find,
  extraClaims,
  here,
}: ProviderParts): Configuration {
  const { clientId, scopes, accessTokenLasts, idTokenLasts, refreshTokenLasts } = signIn;
  const scope = scopes.join(' ');
  const cookie = { path: new URL(issuer).pathname, sameSite: 'lax', signed: true } as const;
  return {
    adapter: (model: string) => memory.adapterFor(model),
    jwks: { keys: keys.signing },
    cookies: { keys: keys.cookies, long: cookie, short: cookie },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: signIn.callbackUrls.map(here),
        post_logout_redirect_uris: signIn.logoutUrls.map(here),
        scope,
      },
    ],
    scopes: [...scopes],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: (_, origin) => origin === new URL(issuer).origin,
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    ttl: {
      AccessToken: accessTokenLasts,
      AuthorizationCode: 300,
      Grant: refreshTokenLasts,
      IdToken: idTokenLasts,
      Interaction: 3600,
      RefreshToken: refreshTokenLasts,
      // Managed login's own session.
      Session: 3600,
    },
    interactions: { url: (_, { uid }) => `/identity/sign-in/${uid}` },
    findAccount: async (_, accountId) => {
      const member = await find(accountId);
      return member && { accountId, claims: () => ({ sub: accountId, name: member.account.name }) };
    },
    loadExistingGrant: (ctx) => grantOf(ctx, issuer, scope),
    extraTokenClaims: async (ctx, token) => {
      const member = 'accountId' in token ? await find(token.accountId) : undefined;
      if (!member) return undefined;
      return { 'cognito:groups': member.groups, ...(await extraClaims(member, occasionOf(ctx))) };
    },
    formats: {
      customizers: {
        jwt: (ctx, _, { payload }) => {
          const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
          const auth_time = (code ?? refresh)?.authTime;
          Object.assign(payload, { token_use: 'access', version: 2, username: payload.sub, auth_time });
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      // Without a resource the provider's access tokens would not be JWTs.
      resourceIndicators: {
        enabled: true,
        defaultResource: () => issuer,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience: clientId,
          accessTokenTTL: accessTokenLasts,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    renderError: (ctx, { error, error_description: description }, cause) => {
      const language = languageFor(ctx.get('accept-language'));
      ctx.type = 'html';
      ctx.body = isFull(cause)
        ? failurePage(language, 'noRoom')
        : refusalPage(language, description ?? error);
    },
  };
}

const occasionOf = ({ oidc }: KoaContextWithOIDC): Occasion =>
  oidc.params?.['grant_type'] === 'refresh_token'
    ? 'TokenGeneration_RefreshTokens'
    : 'TokenGeneration_HostedAuth';

/** Nobody has to be asked what the product's own app may know: there is always a grant. */
async function grantOf({ oidc }: KoaContextWithOIDC, resource: string, scope: string) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const existing = grantId ? await provider.Grant.find(grantId) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scope);
  grant.addResourceScope(resource, scope);
  await grant.save();
  return grant;
}
