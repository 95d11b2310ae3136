import {
  AccessLevel,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  S3OriginAccessControl,
} from 'aws-cdk-lib/aws-cloudfront';
import type {
  AddBehaviorOptions,
  BehaviorOptions,
  CachePolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ownLanguage } from '../functions/domain/countryPack.ts';
import { packFor } from '../functions/packs/index.ts';
import { notFoundPage } from '../functions/publication/notFound.ts';
import { publishedPaths } from '../functions/publication/paths.ts';
import { globalName } from './globalName.ts';

/**
 * What is done with an address of a public page before it is looked for: `/` is the page in the country's own language, and
 * what cannot be there is answered at once, in words that S3 does not have.
 */
export function findPublicPage(country: string): string {
  const pack = packFor(country);
  const { page, file, figure } = publishedPaths(pack);
  return `var page = ${page};
var file = ${file};
var figure = ${figure};
var none = ${JSON.stringify(notFoundPage())};
function handler(event) {
  var request = event.request;
  var uri = request.uri === '/' ? '/public/${ownLanguage(pack)}/' : request.uri;
  var language = page.exec(uri);
  if (language) request.uri = '/public/' + language[1] + '/index.html';
  else if (!file.test(uri) && !figure.test(uri))
    return {
      statusCode: 404,
      statusDescription: 'Not Found',
      headers: { 'content-type': { value: 'text/html; charset=utf-8' }, 'cache-control': { value: 'public, max-age=60' } },
      body: { encoding: 'text', data: none }
    };
  return request;
}`;
}

interface PublicPages {
  bucket: IBucket;
  country: string;
  /** What pages tell browsers, and what those do that others may show within theirs. */
  headers: Record<'page' | 'embed', ResponseHeadersPolicy>;
  cache: CachePolicy;
  shared: Omit<AddBehaviorOptions, 'responseHeadersPolicy'>;
}

/** How CloudFront hands on what everybody reads without signing in. */
export function publicBehaviors(
  scope: Construct,
  { bucket, country, headers, cache, shared }: PublicPages,
): Record<string, BehaviorOptions> {
  const edge = new EdgeFunction(scope, 'findPublicPage', {
    code: FunctionCode.fromInline(findPublicPage(country)),
    runtime: FunctionRuntime.JS_2_0,
  });
  const open = {
    ...shared,
    origin: S3BucketOrigin.withOriginAccessControl(bucket, {
      originAccessControl: new S3OriginAccessControl(scope, 'publicAccess', {
        originAccessControlName: `${globalName(scope)}-public`,
      }),
      // Without it, S3 says of what is not there that it is forbidden.
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    }),
    cachePolicy: cache,
    functionAssociations: [{ function: edge, eventType: FunctionEventType.VIEWER_REQUEST }],
  };
  const page = { ...open, responseHeadersPolicy: headers.page };
  return { '/': page, '/public/*': page, '/embed/*': { ...open, responseHeadersPolicy: headers.embed } };
}
