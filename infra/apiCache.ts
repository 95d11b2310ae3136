import { Aws, Duration } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  OriginRequestPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import type { AddBehaviorOptions, BehaviorOptions } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { contractRoutes } from './api.ts';
import type { Api } from './api.ts';

/** How CloudFront hands the API's paths on, the public ones first: the first pattern that fits counts. */
export function apiBehaviors(
  scope: Construct,
  api: Api,
  shared: AddBehaviorOptions,
  publicCache: CachePolicy,
): Record<string, BehaviorOptions> {
  const origin = new HttpOrigin(`${api.http.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`);
  // Nothing of the request is handed on but its path: neither tokens nor queries make further copies of an answer.
  const open = { ...shared, origin, cachePolicy: publicCache };
  const paths = contractRoutes()
    .filter(({ isPublic }) => isPublic)
    .map(({ path }) => path.replaceAll(/\{\w+\}/g, '*'));
  return {
    ...Object.fromEntries(paths.map((path) => [path, open])),
    '/api/*': {
      ...shared,
      origin,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: signedInAnswers(scope),
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    },
  };
}

/** Nothing is kept, every answer says so itself; but only a policy that could keep it lets CloudFront compress it. */
const signedInAnswers = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'apiAnswers', {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(1),
    headerBehavior: CacheHeaderBehavior.allowList('Authorization'),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

/** For everyone alike: kept for as long as the answer or the file says, but at most a minute; then it is asked whether it is still the same. */
export const publicCachePolicy = (scope: Construct): CachePolicy =>
  new CachePolicy(scope, 'publicAnswers', {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.minutes(1),
    headerBehavior: CacheHeaderBehavior.none(),
    queryStringBehavior: CacheQueryStringBehavior.none(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
