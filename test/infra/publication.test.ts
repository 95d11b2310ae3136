import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { pageStyle } from '../../functions/publication/style.ts';
import { publicStyles } from '../../infra/publicStyles.ts';
import { digestOf } from '../../infra/siteHeaders.ts';
import { headersOf, makeStack, ofType, resourcesOf, type Loose } from '../support/stack.ts';

const template = Template.fromStack(makeStack().stack);

test('nothing may be framed but figures for other sites, and they alone by everybody', () => {
  const [[, cdn] = []] = ofType(template, 'AWS::CloudFront::Distribution');
  const patterns: string[] = cdn?.Properties['DistributionConfig'].CacheBehaviors.map(
    ({ PathPattern }: Loose) => PathPattern,
  );

  for (const pattern of ['*', ...patterns]) {
    const { ContentSecurityPolicy, FrameOptions } = headersOf(template, pattern).SecurityHeadersConfig;
    const isForOthers = pattern === '/embed/*';
    expect(JSON.stringify(ContentSecurityPolicy), pattern).toContain(
      isForOthers ? 'frame-ancestors *' : "frame-ancestors 'none'",
    );
    expect(FrameOptions, pattern).toEqual(isForOthers ? undefined : { FrameOption: 'DENY', Override: true });
  }
});

test('public pages run no script, and have no style but the one that they bring', () => {
  for (const pattern of ['/', '/public/*', '/embed/*']) {
    const policy = headersOf(template, pattern).SecurityHeadersConfig.ContentSecurityPolicy
      .ContentSecurityPolicy;
    expect(policy.split('; '), pattern).toEqual([
      "default-src 'none'",
      "script-src 'none'",
      `style-src ${[...new Set([digestOf(pageStyle), ...publicStyles])].join(' ')}`,
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      pattern === '/embed/*' ? 'frame-ancestors *' : "frame-ancestors 'none'",
    ]);
  }
  // Pages are published with the style that there is; the one before is still on those that are not yet.
  expect(publicStyles[0]).toBe(digestOf(pageStyle));
});

test('what is published comes from a bucket that nobody reads but CloudFront', () => {
  const [publication = ''] =
    ofType(template, 'AWS::S3::Bucket').find(([id]) => id.startsWith('Publication')) ?? [];
  const [[, cdn] = []] = ofType(template, 'AWS::CloudFront::Distribution');
  const { CacheBehaviors, Origins }: Loose = cdn?.Properties['DistributionConfig'] ?? {};
  const [origin] = Origins.filter(({ DomainName }: Loose) => DomainName['Fn::GetAtt']?.[0] === publication);
  const served = CacheBehaviors.filter(({ TargetOriginId }: Loose) => TargetOriginId === origin.Id);

  expect(served.map(({ PathPattern }: Loose) => PathPattern)).toEqual(['/', '/public/*', '/embed/*']);
  expect(resourcesOf(template)[publication]).toMatchObject({
    Properties: {
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
      BucketEncryption: {},
    },
  });
  const [, policy] =
    ofType(template, 'AWS::S3::BucketPolicy').find(
      ([, { Properties }]) => Properties['Bucket'].Ref === publication,
    ) ?? [];
  const allowed = policy?.Properties['PolicyDocument'].Statement.filter(
    ({ Effect }: Loose) => Effect === 'Allow',
  );
  expect(allowed.map(({ Action, Principal }: Loose) => [Action, Principal])).toEqual([
    [['s3:GetObject', 's3:ListBucket'], { Service: 'cloudfront.amazonaws.com' }],
  ]);
});
