import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { nameFor } from '../functions/store/tables.ts';
import { codeOf } from './bundle.ts';
import type { OwnedTable } from './tables.ts';

/** Where the functions' own metrics go. */
export const metricsNamespace = 'TelemedicineRollout';

const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
// TransactWriteItems is allowed action by action: these three are all that the store puts into one.
const writeActions = [
  ...readActions,
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:ConditionCheckItem',
];

export interface AppFunctionProps {
  readonly country: string;
  /** Whom a failure hurts, and how: the text of the function's alarm. */
  readonly ifItFails: string;
  /** 10 seconds by default: longer than every retry of a transaction, shorter than HTTP API's 30. */
  readonly timeout?: Duration;
}

/** One Lambda: its handler file has its name, its role and log group are its own, and it may touch nothing until told so. */
export class AppFunction extends LambdaFunction {
  readonly name: string;
  readonly ifItFails: string;

  constructor(
    scope: Construct,
    name: string,
    { country, ifItFails, timeout = Duration.seconds(10) }: AppFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${name}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${name}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, name, {
      code: codeOf(name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // CPU comes with memory: at 1 GB a cold start takes half as long as at 512 MB and costs the same.
      memorySize: 1024,
      timeout,
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        COUNTRY: country,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace,
      },
    });
    this.name = name;
    this.ifItFails = ifItFails;
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Tracing only: X-Ray has no resources, so AWS lets its two write actions be granted on * alone.',
    });
  }

  /** Lets the function get and query items of these tables, and tells it their names. */
  reads(...tables: OwnedTable[]): this {
    return this.may(readActions, ['dynamodb:Query'], tables);
  }

  /** Lets the function also put and update items of these tables; nobody deletes. */
  writes(...tables: OwnedTable[]): this {
    return this.may(writeActions, ['dynamodb:Query'], tables);
  }

  /** Lets the function read these tables whole: for the nightly recount, never for the API. */
  recounts(...tables: OwnedTable[]): this {
    return this.may(['dynamodb:Query', 'dynamodb:Scan'], ['dynamodb:Query'], tables);
  }

  private may(actions: string[], indexActions: string[], tables: OwnedTable[]): this {
    for (const { name, table, indexArns } of tables) {
      this.addEnvironment(nameFor(name), table.tableName);
      this.allow(actions, [table.tableArn]);
      if (indexArns.length > 0) this.allow(indexActions, indexArns);
    }
    return this;
  }

  private allow(actions: string[], resources: string[]) {
    this.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
  }
}
