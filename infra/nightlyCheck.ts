import { Aws, Duration, RemovalPolicy, TimeZone, Validations } from 'aws-cdk-lib';
import { PrincipalWithConditions, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
  TimeWindow,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { logicalIdOf } from './logicalId.ts';
import type { AppFunction } from './appFunction.ts';

/** Every night progress is recomputed from the records; nothing is changed, a difference raises an alarm. */
export class NightlyCheck extends Construct {
  /** Where the scheduler leaves a check that it could not start. */
  readonly missed: Queue;
  private readonly group: ScheduleGroup;

  constructor(scope: Construct, rebuild: AppFunction) {
    super(scope, 'NightlyRebuild');
    this.group = new ScheduleGroup(this, 'group', { removalPolicy: RemovalPolicy.DESTROY });
    this.missed = this.makeQueue();
    const target = new LambdaInvoke(rebuild, {
      role: this.makeRole(rebuild),
      input: ScheduleTargetInput.fromObject({ job: 'check' }),
      deadLetterQueue: this.missed,
      // What cannot be started within the hour is told; the next night comes anyway.
      maxEventAge: Duration.hours(1),
    });
    new Schedule(this, 'atNight', {
      description: 'Recomputes progress from the records and counts the differences.',
      scheduleGroup: this.group,
      schedule: ScheduleExpression.cron({ hour: '1', minute: '0', timeZone: TimeZone.ETC_UTC }),
      timeWindow: TimeWindow.off(),
      target,
    });
  }

  /** The scheduler may act for us only on behalf of this group's schedules, not of anybody else's. */
  private makeRole(rebuild: AppFunction): Role {
    const role = new Role(this, 'role', {
      assumedBy: new PrincipalWithConditions(new ServicePrincipal('scheduler.amazonaws.com'), {
        StringEquals: {
          'aws:SourceAccount': Aws.ACCOUNT_ID,
          'aws:SourceArn': this.group.scheduleGroupArn,
        },
      }),
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalIdOf(rebuild)}.Arn>:*]`,
      reason: 'The colon and star are the versions of this one function.',
    });
    return role;
  }

  private makeQueue(): Queue {
    const queue = new Queue(this, 'missed', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself where undelivered events end; nobody takes messages from it but people.',
    });
    return queue;
  }
}
