import * as z from 'zod';
import { UserError } from '../userError.ts';
import { attribute } from './intrinsics.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

const EdgeFunction = z.strictObject({
  FunctionCode: z.string(),
  FunctionConfig: z.strictObject({ Runtime: z.literal('cloudfront-js-2.0'), Comment: unused }),
  AutoPublish: z.literal(true),
  Name: unused,
});

/** One of the distribution's behaviours for files: of what is published, or of the app with headers of their own. */
export const FileBehaviour = z.strictObject({
  PathPattern: z.string(),
  FunctionAssociations: z.tuple([
    z.strictObject({ EventType: z.literal('viewer-request'), FunctionARN: z.string() }),
  ]),
  ResponseHeadersPolicyId: z.string(),
  TargetOriginId: z.string(),
  Compress: z.literal(true),
  CachePolicyId: unused,
  ViewerProtocolPolicy: unused,
});

/** Paths of published files: by CloudFront's pattern, what is done at its edge first, and the headers of each answer. */
export interface PublicPath {
  readonly pattern: string;
  /** The code of the edge's function, which runs here as it does there. */
  readonly edge: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Known {
  origins: readonly { Id: string; DomainName: string }[];
  headersBy: (policyId: string) => Readonly<Record<string, string>>;
  /** The bucket of what is published. */
  bucket: string;
}

/** What CloudFront does for what is published; all of it comes from the one bucket. */
export function readPublicPaths(
  reader: TemplateReader,
  behaviours: readonly z.infer<typeof FileBehaviour>[],
  { origins, headersBy, bucket }: Known,
): PublicPath[] {
  const functions = new Map(
    reader
      .take('AWS::CloudFront::Function', EdgeFunction)
      .map(({ logicalId, properties }) => [attribute(logicalId, 'FunctionARN'), properties.FunctionCode]),
  );
  const bucketsOrigin = origins.find(
    ({ DomainName }) => DomainName === attribute(bucket, 'RegionalDomainName'),
  );
  return behaviours.map(({ PathPattern, FunctionAssociations, ResponseHeadersPolicyId, TargetOriginId }) => {
    const edge = functions.get(FunctionAssociations[0].FunctionARN);
    if (edge === undefined || TargetOriginId !== bucketsOrigin?.Id)
      throw new UserError(`The local runner does not know where ${PathPattern} comes from.`);
    return { pattern: PathPattern, edge, headers: headersBy(ResponseHeadersPolicyId) };
  });
}
