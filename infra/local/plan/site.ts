import * as z from 'zod';
import { ApiBehaviour, readApiPaths } from './apiPaths.ts';
import type { ApiPath } from './apiPaths.ts';
import { attribute } from './intrinsics.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';
import { readUnlistedPaths, UnlistedBehaviour, type UnlistedPath } from './unlistedPaths.ts';

const overriding = z.literal(true);

const Headers = z.strictObject({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    CustomHeadersConfig: z.strictObject({
      Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), Override: overriding })),
    }),
    SecurityHeadersConfig: z.strictObject({
      ContentSecurityPolicy: z.strictObject({ ContentSecurityPolicy: z.string(), Override: overriding }),
      ContentTypeOptions: z.strictObject({ Override: overriding }),
      FrameOptions: z.strictObject({ FrameOption: z.string(), Override: overriding }),
      ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: overriding }),
      StrictTransportSecurity: z.strictObject({
        AccessControlMaxAgeSec: z.number(),
        IncludeSubdomains: z.literal(true),
        Override: overriding,
      }),
    }),
  }),
});

const Distribution = z.strictObject({
  DistributionConfig: z.strictObject({
    CacheBehaviors: z.array(z.union([ApiBehaviour, UnlistedBehaviour])),
    CustomErrorResponses: z.array(
      z.strictObject({ ErrorCode: z.number(), ErrorCachingMinTTL: z.literal(0) }),
    ),
    DefaultCacheBehavior: z.looseObject({ ResponseHeadersPolicyId: z.string() }),
    Enabled: z.literal(true),
    HttpVersion: unused,
    IPV6Enabled: unused,
    Logging: unused,
    Origins: z.array(z.unknown()).length(2),
  }),
});

const Files = z.strictObject({
  SystemMetadata: z.strictObject({ 'cache-control': z.string() }),
  Include: z.optional(z.tuple([z.string()])),
  Exclude: z.tuple([z.string()]),
  // Where the files come from and go to: here they are served from where they were built.
  ServiceToken: unused,
  SourceBucketNames: unused,
  SourceObjectKeys: unused,
  SourceMarkers: unused,
  SourceMarkersConfig: unused,
  DestinationBucketName: unused,
  WaitForDistributionInvalidation: unused,
  Prune: unused,
  OutputObjectKeys: unused,
});

/** The one origin: its name in the template, what it hands on, the headers of each answer, and how long browsers keep its files. */
export interface SitePlan {
  readonly url: string;
  readonly apiPaths: readonly ApiPath[];
  readonly headers: Readonly<Record<string, string>>;
  /** Pages whose answers have other headers. */
  readonly unlistedPaths: readonly UnlistedPath[];
  /** Cache-control of files whose path begins with a prefix; the empty prefix is for all others. */
  readonly cacheControl: ReadonlyMap<string, string>;
}

/** The template's CloudFront, as far as a browser can tell. */
export function readSite(reader: TemplateReader): SitePlan {
  const { logicalId, properties: distribution } = reader.takeOne(
    'AWS::CloudFront::Distribution',
    Distribution,
  );
  const policies = new Map(
    reader
      .take('AWS::CloudFront::ResponseHeadersPolicy', Headers)
      .map(({ logicalId: id, properties }) => [id, headersOf(properties.ResponseHeadersPolicyConfig)]),
  );
  const { CacheBehaviors, DefaultCacheBehavior } = distribution.DistributionConfig;
  const files = reader.take('Custom::CDKBucketDeployment', Files);
  return {
    url: `https://${attribute(logicalId, 'DomainName')}`,
    apiPaths: readApiPaths(
      reader,
      CacheBehaviors.flatMap((one) => (isUnlisted(one) ? [] : [one])),
    ),
    headers: policies.get(DefaultCacheBehavior.ResponseHeadersPolicyId) ?? {},
    unlistedPaths: readUnlistedPaths(CacheBehaviors.filter(isUnlisted), policies),
    cacheControl: new Map(
      files.map(({ properties: { Include, SystemMetadata } }) => [
        (Include?.[0] ?? '').replace(/\*$/, ''),
        SystemMetadata['cache-control'],
      ]),
    ),
  };
}

type Behaviour = z.infer<typeof Distribution>['DistributionConfig']['CacheBehaviors'][number];

const isUnlisted = (one: Behaviour): one is z.infer<typeof UnlistedBehaviour> =>
  'FunctionAssociations' in one;

type HeadersConfig = z.infer<typeof Headers>['ResponseHeadersPolicyConfig'];

function headersOf({ CustomHeadersConfig, SecurityHeadersConfig }: HeadersConfig): Record<string, string> {
  const { ContentSecurityPolicy, FrameOptions, ReferrerPolicy, StrictTransportSecurity } =
    SecurityHeadersConfig;
  return {
    'content-security-policy': ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'x-frame-options': FrameOptions.FrameOption,
    'referrer-policy': ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
    ...Object.fromEntries(
      CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value]),
    ),
  };
}
