import { NoNetwork, SignedOut } from '#lib/api/errors.ts';
import { storedTokens, storeTokens } from './tokenStore.ts';

const margin = 30_000;

/** An access token that is still good, renewed when needed; undefined when nobody is signed in. */
export async function bearer(): Promise<string | undefined> {
  const tokens = storedTokens();
  if (!tokens) return undefined;
  return tokens.expiresAt - margin > Date.now() ? tokens.access : renewed(tokens.access);
}

/**
 * A new access token, unless another tab has just got one. Throws `SignedOut` when the session is over.
 * One at a time over all tabs: the provider takes a refresh token used twice for a stolen one.
 */
export function renewed(instead = storedTokens()?.access): Promise<string> {
  return navigator.locks.request('renew tokens', async () => {
    const tokens = storedTokens();
    if (!tokens?.refresh) throw new SignedOut();
    if (tokens.access !== instead) return tokens.access;
    const { renew } = await import('./identity.ts').catch((cause: unknown) => {
      throw new NoNetwork('What renews the session could not be fetched.', { cause });
    });
    const next = await renew(tokens);
    storeTokens(next);
    return next.access;
  });
}
