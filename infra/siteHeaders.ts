import { Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageStyle } from '../functions/publication/style.ts';
import { globalName } from './globalName.ts';
import { inlineScripts } from './inlineScripts.ts';
import { publicStyles } from './publicStyles.ts';
import type { SignIn } from './signIn.ts';

/** Where the build of the app leaves the digest of the one inline script of its page. */
export const inlineScriptFile = '.inline-script';

/**
 * Scripts and styles from our own files only, save the page's one inline script, and no connection but to the API and to
 * sign-in.
 */
const appPolicy = (scripts: string[], signIn: string[]): string =>
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
    nobody,
  ].join('; ');

const nobody = "frame-ancestors 'none'";

/** No script at all, and no style but the one that the page brings itself. */
const publicPolicy = (styles: readonly string[], ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'none'",
    `style-src ${styles.join(' ')}`,
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ancestors,
  ].join('; ');

/** As a Content-Security-Policy names a style in a page. */
export const digestOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What answers tell: those of the app and its API, of its pages that are only for whoever has their address, and of what everybody reads. */
export type SiteHeaders = Record<'app' | 'unlisted' | 'page' | 'embed', ResponseHeadersPolicy>;

/** What every answer tells browsers not to do, only figures for other sites may be shown within those; and search engines, of what they are not to list. */
export function siteHeaders(scope: Construct, people: SignIn, siteFolder: string): SiteHeaders {
  const built = readFileSync(join(siteFolder, inlineScriptFile), 'utf8');
  // A page of the release before is still shown with these headers, and the other way round.
  const scripts = [...new Set([built, ...inlineScripts])];
  const styles = [...new Set([digestOf(pageStyle), ...publicStyles])];
  const name = globalName(scope);
  const ofApp = { contentSecurityPolicy: appPolicy(scripts, [people.issuerOrigin, people.origin]) };
  return {
    app: policy(scope, 'headers', name, ofApp),
    unlisted: policy(scope, 'unlistedHeaders', `${name}-unlisted`, {
      ...ofApp,
      more: { 'x-robots-tag': 'noindex' },
    }),
    page: policy(scope, 'publicHeaders', `${name}-public`, {
      contentSecurityPolicy: publicPolicy(styles, nobody),
    }),
    embed: policy(scope, 'embedHeaders', `${name}-embed`, {
      contentSecurityPolicy: publicPolicy(styles, 'frame-ancestors *'),
      mayBeFramed: true,
    }),
  };
}

function policy(
  scope: Construct,
  id: string,
  responseHeadersPolicyName: string,
  {
    contentSecurityPolicy,
    mayBeFramed = false,
    more = {},
  }: { contentSecurityPolicy: string; mayBeFramed?: boolean; more?: Record<string, string> },
): ResponseHeadersPolicy {
  const others = {
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    ...more,
  };
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      ...(!mayBeFramed && { frameOptions: { frameOption: HeadersFrameOption.DENY, override: true } }),
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
