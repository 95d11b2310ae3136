import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globalName } from './globalName.ts';
import { inlineScripts } from './inlineScripts.ts';
import type { SignIn } from './signIn.ts';

/** Where the build of the app leaves the digest of the one inline script of its page. */
export const inlineScriptFile = '.inline-script';

/**
 * Scripts and styles from our own files only, save the page's one inline script, and no connection but to the API and to
 * sign-in.
 */
const contentSecurityPolicy = (scripts: string[], signIn: string[]): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${signIn.join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** What answers of the app and its API tell: to everybody, and of pages that are only for whoever has their address. */
export type SiteHeaders = Record<'app' | 'unlisted', ResponseHeadersPolicy>;

/** What every answer tells browsers not to do; and search engines, of what they are not to list. */
export function siteHeaders(scope: Construct, people: SignIn, siteFolder: string): SiteHeaders {
  const built = readFileSync(join(siteFolder, inlineScriptFile), 'utf8');
  // A page of the release before is still shown with these headers, and the other way round.
  const scripts = [...new Set([built, ...inlineScripts])];
  const allowed = contentSecurityPolicy(scripts, [people.issuerOrigin, people.origin]);
  const name = globalName(scope);
  return {
    app: policy(scope, 'headers', name, allowed),
    unlisted: policy(scope, 'unlistedHeaders', `${name}-unlisted`, allowed, { 'x-robots-tag': 'noindex' }),
  };
}

function policy(
  scope: Construct,
  id: string,
  responseHeadersPolicyName: string,
  allowed: string,
  more: Record<string, string> = {},
): ResponseHeadersPolicy {
  const others = {
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    ...more,
  };
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: allowed, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(others).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}
