import { Duration, RemovalPolicy, Stack, TimeZone, Validations } from 'aws-cdk-lib';
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

import { Construct } from 'constructs';
import type { AppFunction } from './appFunction.ts';
import { DailyJob } from './dailyJob.ts';
import type { Functions } from './functions.ts';

/**
 * What everybody reads without signing in, as files in a bucket of its own: made when a release is, when the stack has been
 * deployed, since pages may look different then, and once a night, which makes good what was missed.
 */
export class Publication extends Construct {
  readonly bucket: IBucket;
  readonly nightly: DailyJob;

  constructor(scope: Construct, { publish, releases }: Functions) {
    super(scope, 'Publication');
    this.bucket = this.makeBucket();
    publish.publishesTo(this.bucket, ['public', 'embed']);
    releases.asksToPublish(publish);
    this.publishOnceDeployed(publish);
    this.nightly = new DailyJob(this, 'Nightly', {
      fn: publish,
      job: 'publishAll',
      description: 'Publishes all releases anew, should one have been missed.',
      hour: 2,
      timeZone: TimeZone.ETC_UTC,
    });
  }

  /** Everything in it can be made again from the releases. */
  private makeBucket(): Bucket {
    const bucket = new Bucket(this, 'files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Only CloudFront reads it, whose own log has every request, and what is in it is for everybody.',
    });
    return bucket;
  }

  private publishOnceDeployed(publish: AppFunction): void {
    new Rule(this, 'deployed', {
      description: 'Publishes all releases once the stack has been deployed.',
      eventPattern: {
        source: ['aws.cloudformation'],
        detailType: ['CloudFormation Stack Status Change'],
        detail: {
          'stack-id': [Stack.of(this).stackId],
          'status-details': { status: ['CREATE_COMPLETE', 'UPDATE_COMPLETE'] },
        },
      },
      targets: [
        new LambdaFunction(publish, {
          event: RuleTargetInput.fromObject({ job: 'publishAll' }),
          maxEventAge: Duration.hours(1),
          retryAttempts: 3,
        }),
      ],
    });
  }
}
