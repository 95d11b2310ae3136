import * as z from 'zod';
import { UserError } from '../userError.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

/** AWS's own policy that hands on everything a visitor sends but the name of the host. */
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const Policy = z.strictObject({
  CachePolicyConfig: z.strictObject({
    Name: z.string(),
    ParametersInCacheKeyAndForwardedToOrigin: z.strictObject({
      QueryStringsConfig: z.strictObject({ QueryStringBehavior: z.enum(['all', 'none']) }),
      // Whether a token is part of the key: public routes do not look at one.
      HeadersConfig: unused,
      CookiesConfig: z.strictObject({ CookieBehavior: z.literal('none') }),
      EnableAcceptEncodingBrotli: z.literal(true),
      EnableAcceptEncodingGzip: z.literal(true),
    }),
    // Answers say themselves how long they may be kept, and visitors' browsers obey.
    MinTTL: z.literal(0),
    DefaultTTL: unused,
    MaxTTL: unused,
  }),
});

/** One of the distribution's behaviours for the API. */
export const ApiBehaviour = z.strictObject({
  PathPattern: z.string().regex(/^\/api\//),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.optional(z.literal(allViewerExceptHost)),
  AllowedMethods: unused,
  Compress: z.literal(true),
  ResponseHeadersPolicyId: unused,
  TargetOriginId: unused,
  ViewerProtocolPolicy: unused,
});

/** Paths of the API, by CloudFront's patterns in the order in which they are tried. */
export interface ApiPath {
  readonly pattern: string;
  /** Whether the function learns the query of a request. */
  readonly passesQuery: boolean;
}

/** What CloudFront hands on of requests to the API. */
export function readApiPaths(
  reader: TemplateReader,
  behaviours: readonly z.infer<typeof ApiBehaviour>[],
): ApiPath[] {
  const policies = new Map(
    reader
      .take('AWS::CloudFront::CachePolicy', Policy)
      .map(({ logicalId, properties }) => [logicalId, properties.CachePolicyConfig]),
  );
  return behaviours.map(({ PathPattern, CachePolicyId, OriginRequestPolicyId }) => {
    const policy = policies.get(CachePolicyId);
    if (!policy) throw new UserError(`The local runner does not know how ${PathPattern} is cached.`);
    const { QueryStringsConfig } = policy.ParametersInCacheKeyAndForwardedToOrigin;
    const passesQuery =
      OriginRequestPolicyId !== undefined || QueryStringsConfig.QueryStringBehavior === 'all';
    return { pattern: PathPattern, passesQuery };
  });
}
