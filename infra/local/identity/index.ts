import { createLocalJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { SignInPlan } from '../plan/signIn.ts';
import { keysIn } from './keys.ts';
import type { SessionStore } from './sessionStore.ts';
import { SignInRoutes } from './signInRoutes.ts';
import { makeProvider } from './provider.ts';
import { claimsIn, preTokenEvent } from './tokens.ts';
import type { Users } from './users.ts';

/** What identity needs of the rest of the system. */
export interface IdentityParts {
  /** The product's origin on this machine. */
  readonly origin: string;
  readonly folder: string;
  readonly signIn: SignInPlan;
  /** Who may sign in. */
  readonly users: Users;
  readonly memory: SessionStore;
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
}

/** Starts the provider; `folder` keeps its keys. */
export async function startIdentity(parts: IdentityParts): Promise<Identity> {
  const { origin, folder, signIn, users, memory, preToken, here } = parts;
  const issuer = `${origin}/identity`;
  const keys = await keysIn(join(folder, 'identity-keys.json'));
  const provider = makeProvider({
    issuer,
    signIn,
    keys,
    memory,
    here,
    find: (accountId) => users.member(accountId),
    extraClaims: async (member, occasion) =>
      claimsIn(await preToken(preTokenEvent(member, signIn, occasion))),
  });
  const routes = new SignInRoutes(provider, users, signIn.logoutUrls.map(here));
  const publicKeys = keys.signing.map(({ kty, kid, use, alg, n, e }) => ({ kty, kid, use, alg, n, e }));
  return {
    issuer,
    signOutUrl: `${issuer}/logout`,
    keys: createLocalJWKSet({ keys: publicKeys }),
    handle: (request, response) => routes.handle(request, response),
  };
}
