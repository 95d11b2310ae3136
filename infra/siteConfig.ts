import type { Language, Names } from '../functions/domain/names.ts';

/** What the app is told at start, as /config.json; public. Made here for AWS and for one machine alike. */
export interface SiteConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly country: string;
  /** The country's name in each language, for a page that nobody is signed in on. */
  readonly names: Names;
  /** The country's languages, its own first. */
  readonly languages: readonly Language[];
  readonly stage: string;
  /** Whether the records are invented. */
  readonly sample: boolean;
  /** The product's day, where it is not the real one. */
  readonly today?: string;
  /** Managed login's address for signing out, which OpenID Connect discovery does not tell. */
  readonly signOutUrl: string;
}
