import * as z from 'zod';
import { UserError } from '../userError.ts';
import type { FunctionPlan } from './functions.ts';
import { unused } from './template.ts';
import type { TemplateReader } from './template.ts';

const Set = z.strictObject({
  // How SES delivers, and what it remembers of those who do not take letters.
  DeliveryOptions: unused,
  SuppressionOptions: unused,
});

const Destination = z.strictObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.strictObject({
    Enabled: z.literal(true),
    MatchingEventTypes: z.array(z.enum(['bounce', 'complaint'])),
    SnsDestination: z.strictObject({ TopicARN: z.string() }),
  }),
});

const Subscription = z.strictObject({
  Protocol: z.literal('lambda'),
  TopicArn: z.string(),
  Endpoint: z.string(),
});

/** What is known of letters that go out. */
export interface LettersPlan {
  readonly configurationSet: string;
  /** From whom they may come. */
  readonly senders: readonly string[];
  /** The function that is told of those that come back. */
  readonly returnedArn: string;
}

/** The template's letters: one configuration set, one topic for what comes back, one function that listens. */
export function readLetters(reader: TemplateReader, functions: readonly FunctionPlan[]): LettersPlan {
  const { logicalId } = reader.takeOne('AWS::SES::ConfigurationSet', Set);
  const { properties: destination } = reader.takeOne(
    'AWS::SES::ConfigurationSetEventDestination',
    Destination,
  );
  const { properties: subscription } = reader.takeOne('AWS::SNS::Subscription', Subscription);
  const { TopicARN } = destination.EventDestination.SnsDestination;
  if (destination.ConfigurationSetName !== logicalId || subscription.TopicArn !== TopicARN)
    throw new UserError('Nobody would be told of the letters that come back.');
  const senders = functions.flatMap(({ environment }) => environment['SENDER'] ?? []);
  return { configurationSet: logicalId, senders, returnedArn: subscription.Endpoint };
}
