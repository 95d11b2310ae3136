import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { join } from 'node:path';
import { nameFor } from '../functions/store/tables.ts';
import type { OwnedTable, Tables } from './tables.ts';

const root = join(import.meta.dirname, '..');

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

// One bundle without anything left to look up at start: the SDK included, and credentials taken from the environment only,
// which halves the cold start (functions/store/lambdaCredentials.ts says more).
const bundling = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  externalModules: [],
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
  esbuildArgs: {
    '--alias:@aws-sdk/credential-provider-node': join(root, 'functions/store/lambdaCredentials.ts'),
  },
};

/** One Lambda: its handler file has its name, its role and log group are its own, and it may touch nothing until told so. */
export class AppFunction extends NodejsFunction {
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
      entry: join(root, `functions/handlers/${name}.ts`),
      projectRoot: root,
      depsLockFilePath: join(root, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      // CPU comes with memory: at 1 GB a cold start takes half as long as at 512 MB and costs the same.
      memorySize: 1024,
      timeout,
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      awsSdkConnectionReuse: false,
      environment: {
        COUNTRY: country,
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: 'TelemedicineRollout',
      },
      bundling,
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

/** Every function, whom its failure hurts, and who may touch what: this list is the whole of it. */
export class Functions extends Construct {
  readonly all: AppFunction[] = [];
  readonly preToken: AppFunction;
  readonly rebuild: AppFunction;

  constructor(scope: Construct, tables: Tables, country: string) {
    super(scope, 'Functions');
    const { facilities, monthlyReports, progress, history, accounts } = tables;
    const fn = (name: string, ifItFails: string, timeout?: Duration) => {
      const made = new AppFunction(this, name, { country, ifItFails, timeout });
      this.all.push(made);
      return made;
    };

    fn(
      'facilities',
      'Nobody can open or find a facility, and heads and administrators cannot change one.',
    ).writes(facilities, progress, history);
    fn(
      'reports',
      'Facility heads cannot submit and managers cannot review; phones keep the figures and send them later.',
    ).writes(monthlyReports, progress, history, facilities);
    fn('progress', 'Managers and donor partners see no figures on the overview.').reads(progress);
    fn(
      'history',
      'Nobody can see who changed a record and when; figures and reports are not affected.',
    ).reads(history, facilities);
    fn(
      'accounts',
      'Whoever signs in does not get past the first screen: the app cannot learn who they are.',
    ).reads(accounts);
    fn(
      'openapi',
      'Partners who connect their own systems cannot read the description of the interface; people are not affected.',
    );
    // Cognito gives a trigger five seconds in all.
    this.preToken = fn(
      'preToken',
      'Nobody can sign in, and those who are signed in are out within the hour.',
      Duration.seconds(5),
    ).reads(accounts);
    this.rebuild = fn(
      'rebuild',
      'Nobody is hurt today, but a figure that differs from its records would not be noticed.',
      Duration.minutes(15),
    ).recounts(facilities, monthlyReports, progress);
  }

  /** The function that serves the contract's top-level key of this name. */
  named(name: string): AppFunction {
    const found = this.all.find((each) => each.name === name);
    if (!found)
      throw new Error(`The contract has routes for '${name}', but infra/functions.ts has no such function.`);
    return found;
  }
}
