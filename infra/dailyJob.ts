import { Aws, Duration, RemovalPolicy, Validations, type TimeZone } from 'aws-cdk-lib';
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

/** What a function is to do once a day. */
export interface DailyJobProps {
  readonly fn: AppFunction;
  /** The name of the job, as the function knows it. */
  readonly job: string;
  readonly description: string;
  readonly hour: number;
  readonly timeZone: TimeZone;
}

/** Something that a function does by the clock, once a day. */
export class DailyJob extends Construct {
  /** Where the scheduler leaves a job that it could not start. */
  readonly missed: Queue;
  private readonly group: ScheduleGroup;

  constructor(scope: Construct, id: string, { fn, job, description, hour, timeZone }: DailyJobProps) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'group', { removalPolicy: RemovalPolicy.DESTROY });
    this.missed = this.makeQueue();
    const target = new LambdaInvoke(fn, {
      role: this.makeRole(fn),
      input: ScheduleTargetInput.fromObject({ job }),
      deadLetterQueue: this.missed,
      // What cannot be started within the hour is told; the next day comes anyway.
      maxEventAge: Duration.hours(1),
    });
    new Schedule(this, 'daily', {
      description,
      scheduleGroup: this.group,
      schedule: ScheduleExpression.cron({ hour: String(hour), minute: '0', timeZone }),
      timeWindow: TimeWindow.off(),
      target,
    });
  }

  /** The scheduler may act for us only on behalf of this group's schedules, not of anybody else's. */
  private makeRole(fn: AppFunction): Role {
    const role = new Role(this, 'role', {
      assumedBy: new PrincipalWithConditions(new ServicePrincipal('scheduler.amazonaws.com'), {
        StringEquals: {
          'aws:SourceAccount': Aws.ACCOUNT_ID,
          'aws:SourceArn': this.group.scheduleGroupArn,
        },
      }),
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalIdOf(fn)}.Arn>:*]`,
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
