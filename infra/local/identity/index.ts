import { createLocalJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { SignInPlan } from '../plan/signIn.ts';
import { keysIn } from './keys.ts';
import { SessionStore } from './sessionStore.ts';
import { SignInRoutes } from './signInRoutes.ts';
import type { Accounts } from './signInRoutes.ts';
import { makeProvider } from './provider.ts';
import { claimsIn, preTokenEvent } from './tokens.ts';

/** What identity needs of the rest of the system. */
export interface IdentityParts {
  /** The product's origin on this machine. */
  readonly origin: string;
  readonly folder: string;
  readonly signIn: SignInPlan;
  readonly accounts: Accounts;
  /** Calls our pre-token function. */
  readonly preToken: (event: unknown) => Promise<unknown>;
  readonly here: (url: string) => string;
}

/** Where people sign in on this machine. */
export interface Identity {
  readonly issuer: string;
  readonly signOutUrl: string;
  readonly keys: JWTVerifyGetKey;
  /** Answers everything under /identity/. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): void;
}

/** Starts the provider; `folder` keeps its keys and what it remembers. */
export async function startIdentity(parts: IdentityParts): Promise<Identity> {
  const { origin, folder, signIn, accounts, preToken, here } = parts;
  const issuer = `${origin}/identity`;
  const keys = await keysIn(join(folder, 'identity-keys.json'));
  const memory = new SessionStore(join(folder, 'identity.db'), signIn.refreshTokenGrace);
  const provider = makeProvider({
    issuer,
    signIn,
    keys,
    memory,
    here,
    find: accounts.find,
    extraClaims: async (account, occasion) =>
      claimsIn(await preToken(preTokenEvent(account, signIn, occasion))),
  });
  const routes = new SignInRoutes(provider, accounts, signIn.logoutUrls.map(here));
  const publicKeys = keys.signing.map(({ kty, kid, use, alg, n, e }) => ({ kty, kid, use, alg, n, e }));
  return {
    issuer,
    signOutUrl: `${issuer}/logout`,
    keys: createLocalJWKSet({ keys: publicKeys }),
    handle: (request, response) => routes.handle(request, response),
    stop: () => memory.close(),
  };
}
