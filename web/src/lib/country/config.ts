import type { Day } from '#functions/domain/calendar.ts';
import type { Language, Names } from '#functions/domain/names.ts';
import { prefetchedOrFetched } from '#lib/api/prefetched.ts';
import { timeLimit } from '#lib/api/timeLimit.ts';
import { NoNetwork } from '#lib/api/errors.ts';
import { shaped, store, stored } from '#lib/offline/localStorage.ts';

/** What this deployment is; public. */
export interface Config {
  issuer: string;
  clientId: string;
  scope: string;
  country: string;
  /** The country's name; a release before did not tell it, nor the languages. */
  names?: Names;
  /** The country's languages, its own first. */
  languages?: Language[];
  stage: string;
  /** Whether the records are invented. */
  sample: boolean;
  /** The product's day, where it is not the real one. */
  today?: Day;
  /** Where to go to be signed out, when the provider's discovery does not say. */
  signOutUrl?: string;
}

const isConfig = shaped<Config>('issuer', 'clientId', 'scope', 'country');

/** The deployment's settings as they were last time. */
export function storedConfig(): Config | undefined {
  return stored('config', isConfig);
}

/** The deployment's settings from the server, or as they were last time when there is no network. */
export async function loadConfig(): Promise<Config> {
  try {
    const response = await prefetchedOrFetched('/config.json', { signal: timeLimit() });
    if (!response.ok) throw new NoNetwork(`config.json answered ${response.status}.`);
    const config: unknown = await response.json();
    if (!isConfig(config)) throw new NoNetwork('This is not our config.json.');
    store('config', config);
    return config;
  } catch (error) {
    const kept = storedConfig();
    if (kept) return kept;
    throw error instanceof NoNetwork ? error : new NoNetwork('The network did not answer.', { cause: error });
  }
}
