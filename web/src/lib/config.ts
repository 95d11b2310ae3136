import type { Day } from '#functions/domain/calendar.ts';
import { NoNetwork } from './refused.ts';

/** What this deployment is; public. */
export interface Config {
  issuer: string;
  clientId: string;
  scope: string;
  country: string;
  stage: string;
  /** Whether the records are invented. */
  sample: boolean;
  /** The product's day, where it is not the real one. */
  today?: Day;
  /** Where to go to be signed out, when the provider's discovery does not say. */
  signOutUrl?: string;
}

/** The deployment's settings from the server, or as they were last time when there is no network. */
export async function loadConfig(): Promise<Config> {
  try {
    const response = await fetch('/config.json');
    if (!response.ok) throw new NoNetwork(`config.json answered ${response.status}.`);
    const config: Config = await response.json();
    localStorage.setItem('config', JSON.stringify(config));
    return config;
  } catch (error) {
    const kept = localStorage.getItem('config');
    if (kept) return JSON.parse(kept);
    throw error;
  }
}
