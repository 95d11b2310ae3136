import { TimeZone, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { logicalIdOf } from './logicalId.ts';
import type { AppFunction } from './appFunction.ts';

/** Every night progress is recomputed from the records; nothing is changed, a difference raises an alarm. */
export class NightlyRebuild extends Construct {
  constructor(scope: Construct, rebuild: AppFunction) {
    super(scope, 'NightlyRebuild');
    const role = new Role(this, 'role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${logicalIdOf(rebuild)}.Arn>:*]`,
      reason: 'The colon and star are the versions of this one function.',
    });
    new Schedule(this, 'atNight', {
      description: 'Recomputes progress from the records and counts the differences.',
      schedule: ScheduleExpression.cron({ hour: '1', minute: '0', timeZone: TimeZone.ETC_UTC }),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(rebuild, { role, input: ScheduleTargetInput.fromObject({ check: true }) }),
    });
  }
}
