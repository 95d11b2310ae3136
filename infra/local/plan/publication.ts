import * as z from 'zod';
import { UserError } from '../userError.ts';
import type { FunctionPlan } from './functions.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

const Rule = z.strictObject({
  Description: z.string(),
  EventPattern: z.strictObject({
    source: z.tuple([z.literal('aws.cloudformation')]),
    'detail-type': z.tuple([z.literal('CloudFormation Stack Status Change')]),
    detail: z.strictObject({
      'stack-id': z.array(z.string()),
      'status-details': z.strictObject({ status: z.array(z.string()) }),
    }),
  }),
  State: z.literal('ENABLED'),
  Targets: z.tuple([
    z.strictObject({ Arn: z.string(), Id: z.string(), Input: z.string(), RetryPolicy: unused }),
  ]),
});

/** What is published, where, and what happens once the system is there. */
export interface PublicationPlan {
  readonly bucket: string;
  /** What is done when a deployment has ended, as each start here is one. */
  readonly onceDeployed: { readonly functionArn: string; readonly input: string };
}

/** The template's publication: one bucket that one function writes to, and what starts it after a deployment. */
export function readPublication(reader: TemplateReader, functions: readonly FunctionPlan[]): PublicationPlan {
  const { properties } = reader.takeOne('AWS::Events::Rule', Rule);
  const [{ Arn, Input }] = properties.Targets;
  const buckets = functions.flatMap(({ environment }) => environment['PUBLICATION_BUCKET'] ?? []);
  const [bucket, ...others] = buckets;
  if (!bucket || others.length > 0)
    throw new UserError('The local runner wants exactly one function that publishes.');
  return { bucket, onceDeployed: { functionArn: Arn, input: Input } };
}
