import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { BucketProps } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Api } from './api.ts';
import { apiBehaviors, publicCachePolicy } from './apiCache.ts';
import { globalName } from './globalName.ts';
import { logicalIdOf } from './logicalId.ts';
import type { Publication } from './publication.ts';
import { publicBehaviors } from './publicPages.ts';
import type { SignIn } from './signIn.ts';
import { countryFile } from './chosenCountry.ts';
import { inlineScriptFile, siteHeaders } from './siteHeaders.ts';
import type { SiteConfig } from './siteConfig.ts';

// Every page of the app is index.html; the parts of a consignment end in a number, as in /equipment/aid.1. Done here rather than by error pages, which would answer for the API as well.
const pageIsIndex = `function handler(event) {
  var request = event.request;
  if (!/\\.[a-z]\\w*$/.test(request.uri)) request.uri = '/index.html';
  return request;
}`;

// CloudFront would keep these for ten seconds: whoever asks again in that time must be answered anew.
const faults = [404, 405, 500, 502, 503, 504];

const bucketProps: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
};

/** What the site puts on one origin. */
export interface SiteParts {
  readonly api: Api;
  readonly signIn: SignIn;
  readonly publication: Publication;
  readonly country: string;
}

/** The product's one origin: the app from a private bucket, public pages from another, and the API under /api/. */
export class Site extends Construct {
  readonly url: string;
  private readonly bucket: Bucket;
  private readonly distribution: Distribution;
  private readonly folder: string;

  /** `folder` is the built app. */
  constructor(scope: Construct, parts: SiteParts, folder: string) {
    super(scope, 'Site');
    const logs = this.makeLogs();
    this.bucket = new Bucket(this, 'files', {
      ...bucketProps,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'files/',
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.folder = folder;
    this.distribution = this.makeDistribution(parts, logs);
    this.url = `https://${this.distribution.distributionDomainName}`;
  }

  /** Puts the built app and its config.json into the bucket. */
  publish(config: SiteConfig): void {
    const app = Source.asset(this.folder, {
      exclude: ['.built-from', countryFile, inlineScriptFile, '**/*.br'],
    });
    // Old hashed files stay: a phone that opened the app before this release may still ask for them.
    const common = { destinationBucket: this.bucket, prune: false, logGroup: this.makeDeployerLog() };
    const hashed = new BucketDeployment(this, 'hashedFiles', {
      ...common,
      sources: [app],
      exclude: ['*'],
      include: ['_app/immutable/*'],
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    const pages = new BucketDeployment(this, 'pages', {
      ...common,
      sources: [app, Source.jsonData('config.json', config)],
      exclude: ['_app/immutable/*'],
      cacheControl: [CacheControl.noCache()],
    });
    // index.html must not name files that are not there yet.
    pages.node.addDependency(hashed);
    // Nor come before the headers that allow its script.
    pages.node.addDependency(this.distribution);
    this.acknowledgeDeployer();
  }

  private makeDistribution(parts: SiteParts, logBucket: Bucket): Distribution {
    const { api, signIn, publication, country } = parts;
    const headers = siteHeaders(this, signIn, this.folder);
    const viewer = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS };
    const shared = { ...viewer, responseHeadersPolicy: headers.app };
    const cache = publicCachePolicy(this);
    const { bucket } = publication;
    const pages = new EdgeFunction(this, 'pageIsIndex', {
      code: FunctionCode.fromInline(pageIsIndex),
      runtime: FunctionRuntime.JS_2_0,
    });
    const app = {
      ...shared,
      origin: S3BucketOrigin.withOriginAccessControl(this.bucket, {
        originAccessControl: new S3OriginAccessControl(this, 'access', {
          originAccessControlName: globalName(this),
        }),
      }),
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      functionAssociations: [{ function: pages, eventType: FunctionEventType.VIEWER_REQUEST }],
    };
    const distribution = new Distribution(this, 'cdn', {
      defaultBehavior: app,
      additionalBehaviors: {
        ...apiBehaviors(this, api, shared, cache),
        ...publicBehaviors(this, { bucket, country, headers, cache, shared: viewer }),
        // The card of a box is for whoever scans its label.
        '/trace/*': { ...app, responseHeadersPolicy: headers.unlisted },
      },
      errorResponses: faults.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      logBucket,
      logFilePrefix: 'cdn/',
    });
    const ownDomain =
      "CloudFront's own domain name allows no choice of TLS; the minimum set here holds once a ministry brings its domain and certificate.";
    Validations.of(distribution).acknowledge(
      {
        id: 'AwsSolutions-CFR1',
        reason: 'The public page is for everybody, and experts abroad give advice.',
      },
      {
        id: 'AwsSolutions-CFR2',
        reason: 'A web ACL for CloudFront lives in us-east-1 only: its own stack, in its own issue.',
      },
      { id: 'AwsSolutions-CFR4', reason: ownDomain },
      {
        id: 'Annotation::@aws-cdk/aws-cloudfront:minimumProtocolVersionWithoutCertificate',
        reason: ownDomain,
      },
    );
    return distribution;
  }

  /** The function that copies the files is CDK's own, made by BucketDeployment with its own role. */
  private acknowledgeDeployer(): void {
    const deployer = Stack.of(this).node.children.find(({ node }) =>
      node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    if (!deployer) throw new Error('CDK calls the function of BucketDeployment differently now.');
    const reason =
      'Runs during a deployment only; CDK gives it exactly the two buckets it copies between, and chooses its runtime.';
    const wildcards = [
      'Action::s3:GetObject*',
      'Action::s3:GetBucket*',
      'Action::s3:List*',
      'Action::s3:DeleteObject*',
      'Action::s3:Abort*',
      'Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*',
      `Resource::<${logicalIdOf(this.bucket)}.Arn>/*`,
    ];
    const role = 'Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
    Validations.of(deployer).acknowledge(
      { id: 'AwsSolutions-L1', reason },
      { id: `AwsSolutions-IAM4[${role}]`, reason },
      ...wildcards.map((finding) => ({ id: `AwsSolutions-IAM5[${finding}]`, reason })),
    );
  }

  private makeDeployerLog(): LogGroup {
    return new LogGroup(this, 'deployerLog', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  private makeLogs(): Bucket {
    return new Bucket(this, 'logs', {
      ...bucketProps,
      // CloudFront delivers its logs by ACL and no other way.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
