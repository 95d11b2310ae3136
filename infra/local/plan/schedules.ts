import * as z from 'zod';
import type { FunctionPlan } from './functions.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

const Schedule = z.strictObject({
  Description: z.string(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string(),
  State: z.literal('ENABLED'),
  GroupName: unused,
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  Target: z.strictObject({
    Arn: z.string(),
    Input: z.string(),
    DeadLetterConfig: unused,
    RetryPolicy: unused,
    RoleArn: unused,
  }),
});

/** Something that happens by the clock on AWS, and by hand on one machine. */
export interface SchedulePlan {
  /** The name of the function. */
  readonly name: string;
  readonly when: string;
  readonly description: string;
  readonly functionArn: string;
  /** The event, as JSON. */
  readonly input: string;
}

/** The template's schedules. */
export function readSchedules(reader: TemplateReader, functions: readonly FunctionPlan[]): SchedulePlan[] {
  return reader.take('AWS::Scheduler::Schedule', Schedule).map(({ properties }) => ({
    name: functions.find(({ arn }) => arn === properties.Target.Arn)?.name ?? properties.Target.Arn,
    when: `${properties.ScheduleExpression} ${properties.ScheduleExpressionTimezone}`,
    description: properties.Description,
    functionArn: properties.Target.Arn,
    input: properties.Target.Input,
  }));
}
