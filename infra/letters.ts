import { Stack } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { AppFunction } from './appFunction.ts';

/** Letters that go out through SES, and what comes back of them. */
export class Letters extends Construct {
  /** From whom they come: an address, or one of a domain, that somebody verifies by hand (docs/deploy.md). */
  readonly sender: string;
  /** What SES may have verified for it: the address or its domain. */
  readonly identities: string[];
  readonly setName: string;
  readonly setArn: string;

  constructor(scope: Construct, sender: string, bounces: AppFunction) {
    super(scope, 'Letters');
    this.sender = sender;
    // No identity is made here: an account and region have it once, and several stages may write in its name.
    this.identities = [sender, sender.slice(sender.indexOf('@') + 1)].map((resourceName) =>
      Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }),
    );
    const set = new ConfigurationSet(this, 'set', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.setName = set.configurationSetName;
    this.setArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.setName,
    });
    // SES is let in by the destination, for the letters of this set only.
    const topic = new Topic(this, 'returned', { enforceSSL: true });
    set.addEventDestination('returned', {
      destination: EventDestination.snsTopic(topic),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    topic.addSubscription(new LambdaSubscription(bounces));
  }
}
