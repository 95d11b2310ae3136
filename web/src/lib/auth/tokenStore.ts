import { shaped, store, stored } from '#lib/offline/localStorage.ts';

export interface Tokens {
  access: string;
  refresh?: string;
  /** Names the session to the provider when signing out. */
  id?: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

const key = 'tokens';
const isTokens = shaped<Tokens>('access', 'expiresAt');

/**
 * The tokens of who is signed in on this device.
 * They live in localStorage and not in sessionStorage: a head's phone kills the tab between two figures, often without
 * network to sign in again. No script but our own can run here (Content-Security-Policy), and a refresh token is used once.
 */
export function storedTokens(): Tokens | undefined {
  return stored(key, isTokens);
}

export function storeTokens(tokens: Tokens | undefined): void {
  store(key, tokens);
}
