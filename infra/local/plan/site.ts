import * as z from 'zod';
import { UserError } from '../userError.ts';
import { ApiBehaviour, readApiPaths } from './apiPaths.ts';
import type { ApiPath } from './apiPaths.ts';
import { attribute } from './intrinsics.ts';
import { FileBehaviour, readPublicPaths } from './publicPaths.ts';
import type { PublicPath } from './publicPaths.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

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
      // Absent where other sites may show it within their pages.
      FrameOptions: z.optional(z.strictObject({ FrameOption: z.string(), Override: overriding })),
      ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), Override: overriding }),
      StrictTransportSecurity: z.strictObject({
        AccessControlMaxAgeSec: z.number(),
        IncludeSubdomains: z.literal(true),
        Override: overriding,
      }),
    }),
  }),
});

const Origin = z.looseObject({ Id: z.string(), DomainName: z.string() });

const Distribution = z.strictObject({
  DistributionConfig: z.strictObject({
    CacheBehaviors: z.array(z.union([ApiBehaviour, FileBehaviour])),
    CustomErrorResponses: z.array(
      z.strictObject({ ErrorCode: z.number(), ErrorCachingMinTTL: z.literal(0) }),
    ),
    DefaultCacheBehavior: FileBehaviour.omit({ PathPattern: true }),
    Enabled: z.literal(true),
    HttpVersion: unused,
    IPV6Enabled: unused,
    Logging: unused,
    Origins: z.array(Origin).length(3),
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
  /** Paths of what everybody reads without signing in, with headers of their own. */
  readonly publicPaths: readonly PublicPath[];
  readonly headers: Readonly<Record<string, string>>;
  /** Pages whose answers have other headers. */
  readonly unlistedPaths: readonly UnlistedPath[];
  /** Cache-control of files whose path begins with a prefix; the empty prefix is for all others. */
  readonly cacheControl: ReadonlyMap<string, string>;
}

/** Pages by CloudFront's pattern, and the headers of their answers. */
export interface UnlistedPath {
  readonly pattern: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The template's CloudFront, as far as a browser can tell; `bucket` is that of what is published. */
export function readSite(reader: TemplateReader, bucket: string): SitePlan {
  const { logicalId, properties: distribution } = reader.takeOne(
    'AWS::CloudFront::Distribution',
    Distribution,
  );
  const policies = new Map(
    reader
      .take('AWS::CloudFront::ResponseHeadersPolicy', Headers)
      .map(({ logicalId: id, properties }) => [id, headersOf(properties.ResponseHeadersPolicyConfig)]),
  );
  const headersBy = (id: string): Record<string, string> => {
    const headers = policies.get(id);
    if (!headers) throw new UserError(`The local runner does not know the headers ${id}.`);
    return headers;
  };
  const { CacheBehaviors, DefaultCacheBehavior, Origins } = distribution.DistributionConfig;
  const ofFiles = CacheBehaviors.filter(isOfFiles);
  // Whatever is a page of the app is turned into its index first.
  const pageIsIndex = DefaultCacheBehavior.FunctionAssociations[0].FunctionARN;
  const ofApp = ofFiles.filter(({ FunctionAssociations: [edge] }) => edge.FunctionARN === pageIsIndex);
  const files = reader.take('Custom::CDKBucketDeployment', Files);
  return {
    url: `https://${attribute(logicalId, 'DomainName')}`,
    apiPaths: readApiPaths(
      reader,
      CacheBehaviors.flatMap((one) => (isOfFiles(one) ? [] : [one])),
    ),
    publicPaths: readPublicPaths(
      reader,
      ofFiles.filter((one) => !ofApp.includes(one)),
      { origins: Origins, headersBy, bucket },
    ),
    headers: headersBy(DefaultCacheBehavior.ResponseHeadersPolicyId),
    unlistedPaths: ofApp.map(({ PathPattern, ResponseHeadersPolicyId, TargetOriginId }) => {
      if (TargetOriginId !== DefaultCacheBehavior.TargetOriginId)
        throw new UserError(`The local runner does not know where ${PathPattern} comes from.`);
      return { pattern: PathPattern, headers: headersBy(ResponseHeadersPolicyId) };
    }),
    cacheControl: new Map(
      files.map(({ properties: { Include, SystemMetadata } }) => [
        (Include?.[0] ?? '').replace(/\*$/, ''),
        SystemMetadata['cache-control'],
      ]),
    ),
  };
}

type Behaviour = z.infer<typeof Distribution>['DistributionConfig']['CacheBehaviors'][number];

const isOfFiles = (one: Behaviour): one is z.infer<typeof FileBehaviour> => 'FunctionAssociations' in one;

type HeadersConfig = z.infer<typeof Headers>['ResponseHeadersPolicyConfig'];

function headersOf({ CustomHeadersConfig, SecurityHeadersConfig }: HeadersConfig): Record<string, string> {
  const { ContentSecurityPolicy, FrameOptions, ReferrerPolicy, StrictTransportSecurity } =
    SecurityHeadersConfig;
  return {
    'content-security-policy': ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    ...(FrameOptions && { 'x-frame-options': FrameOptions.FrameOption }),
    'referrer-policy': ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${StrictTransportSecurity.AccessControlMaxAgeSec}; includeSubDomains`,
    ...Object.fromEntries(
      CustomHeadersConfig.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value]),
    ),
  };
}
