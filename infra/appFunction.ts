import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { nameFor } from '../functions/store/tables.ts';
import { codeOf } from './bundle.ts';
import { logicalIdOf } from './logicalId.ts';
import type { Letters } from './letters.ts';
import type { OwnedTable } from './tables.ts';

/** What there is to do to the users of a pool when people are added, changed and deactivated. */
const administration = [
  'AdminAddUserToGroup',
  'AdminCreateUser',
  'AdminDisableUser',
  'AdminEnableUser',
  'AdminGetUser',
  'AdminRemoveUserFromGroup',
  'AdminUpdateUserAttributes',
  'AdminUserGlobalSignOut',
].map((action) => `cognito-idp:${action}`);

/** Where the functions' own metrics go: to a namespace of each stack's own, or one stage would raise another's alarms. */
export const metricsNamespace = (scope: Construct): string => Stack.of(scope).stackName;

export interface AppFunctionProps {
  readonly country: string;
  /** Whom a failure hurts, and how: the text of the function's alarm. */
  readonly ifItFails: string;
  /** 10 seconds by default: longer than every retry of a transaction, shorter than HTTP API's 30. */
  readonly timeout?: Duration;
  /** Megabytes, 1024 by default. */
  readonly memorySize?: number;
}

/** One Lambda: its handler file has its name, its role and log group are its own, and it may touch nothing until told so. */
export class AppFunction extends LambdaFunction {
  readonly name: string;
  readonly ifItFails: string;

  constructor(
    scope: Construct,
    name: string,
    { country, ifItFails, timeout = Duration.seconds(10), memorySize = 1024 }: AppFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${name}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, name, {
      code: codeOf(name, country),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // CPU comes with memory: at 1 GB a cold start takes half as long as at 512 MB and costs the same.
      memorySize,
      timeout,
      role,
      logGroup,
      environment: {
        COUNTRY: country,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace(scope),
      },
    });
    this.name = name;
    this.ifItFails = ifItFails;
  }

  // Each of these also tells the function the tables' names. A transaction is allowed action by action, so a function
  // has exactly the writes that the store puts into one; a condition on a write needs nothing besides.

  /** Lets the function get and query items. */
  reads(...tables: OwnedTable[]): this {
    for (const { indexArns } of tables) if (indexArns.length > 0) this.allow(['dynamodb:Query'], indexArns);
    return this.may(['dynamodb:BatchGetItem', 'dynamodb:Query'], tables);
  }

  /** Lets the function write items whole. */
  puts(...tables: OwnedTable[]): this {
    return this.may(['dynamodb:PutItem'], tables);
  }

  /** Lets the function write to single attributes. */
  updates(...tables: OwnedTable[]): this {
    return this.may(['dynamodb:UpdateItem'], tables);
  }

  /** Lets the function bind a transaction to items that it leaves as they are. */
  checks(...tables: OwnedTable[]): this {
    return this.may(['dynamodb:ConditionCheckItem'], tables);
  }

  /** Lets the function take items away: for maintenance, never for the API. */
  deletes(...tables: OwnedTable[]): this {
    return this.may(['dynamodb:DeleteItem'], tables);
  }

  /** Lets the function read tables whole: for maintenance, never for the API. */
  scans(...tables: OwnedTable[]): this {
    return this.may(['dynamodb:Scan'], tables);
  }

  /** Lets the function manage the users of this pool, and tells it which. */
  administers(pool: UserPool): this {
    this.addEnvironment('USER_POOL_ID', pool.userPoolId);
    this.allow(administration, [pool.userPoolArn]);
    return this;
  }

  /** Lets the function send letters in the ministry's name, and tells it whose name that is. */
  sends({ sender, identities, setName, setArn }: Letters): this {
    this.addEnvironment('SENDER', sender);
    this.addEnvironment('CONFIGURATION_SET', setName);
    this.addToRolePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['ses:SendEmail'],
        resources: [...identities, setArn],
        conditions: { StringEquals: { 'ses:FromAddress': sender } },
      }),
    );
    return this;
  }

  /** Lets the function put files into these folders of a bucket, and tells it which bucket that is. */
  publishesTo(bucket: IBucket, folders: readonly string[]): this {
    this.addEnvironment('PUBLICATION_BUCKET', bucket.bucketName);
    this.allow(
      ['s3:PutObject'],
      folders.map((folder) => bucket.arnForObjects(`${folder}/*`)),
    );
    if (this.role)
      Validations.of(this.role).acknowledge(
        ...folders.map((folder) => ({
          id: `AwsSolutions-IAM5[Resource::<${logicalIdOf(bucket)}.Arn>/${folder}/*]`,
          reason:
            'Which files there are follows from the releases; all in this folder are this function’s own.',
        })),
      );
    return this;
  }

  /** Lets the function start the one that publishes, and tells it which. */
  asksToPublish(publish: AppFunction): this {
    this.addEnvironment('PUBLISH_FUNCTION', publish.functionName);
    this.allow(['lambda:InvokeFunction'], [publish.functionArn]);
    return this;
  }

  private may(actions: string[], tables: OwnedTable[]): this {
    for (const { name, table } of tables) {
      this.addEnvironment(nameFor(name), table.tableName);
      this.allow(actions, [table.tableArn]);
    }
    return this;
  }

  private allow(actions: string[], resources: string[]) {
    this.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
  }
}
