import * as z from 'zod';
import { UserError } from '../userError.ts';
import { unused } from './template.ts';

/** A behaviour for pages of the app that differs from the default one in its headers alone. */
export const UnlistedBehaviour = z.strictObject({
  PathPattern: z.string().regex(/^\/(?!api\/)/),
  ResponseHeadersPolicyId: z.string(),
  CachePolicyId: unused,
  Compress: z.literal(true),
  // Every page is index.html here as well.
  FunctionAssociations: unused,
  TargetOriginId: unused,
  ViewerProtocolPolicy: unused,
});

/** Pages by CloudFront's pattern, and the headers of their answers. */
export interface UnlistedPath {
  readonly pattern: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The pages that have headers of their own. */
export function readUnlistedPaths(
  behaviours: readonly z.infer<typeof UnlistedBehaviour>[],
  policies: ReadonlyMap<string, UnlistedPath['headers']>,
): UnlistedPath[] {
  return behaviours.map(({ PathPattern, ResponseHeadersPolicyId }) => {
    const headers = policies.get(ResponseHeadersPolicyId);
    if (!headers) throw new UserError(`The local runner does not know the headers of ${PathPattern}.`);
    return { pattern: PathPattern, headers };
  });
}
