import { Aws, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Api } from './api.ts';
import { metricsNamespace } from './appFunction.ts';
import type { DailyJob } from './dailyJob.ts';
import type { Functions } from './functions.ts';
import type { Publication } from './publication.ts';
import type { OwnedTable, Tables } from './tables.ts';

const period = Duration.minutes(5);
const operations = [Operation.BATCH_GET_ITEM, Operation.QUERY, Operation.TRANSACT_WRITE_ITEMS];

// Ids carry the name, because a graph shows several sums and ids are unique in it.
const sum = (label: string, usingMetrics: Record<string, IMetric>): MathExpression =>
  new MathExpression({ expression: Object.keys(usingMetrics).join(' + '), usingMetrics, label, period });

function tableTrouble({ name, table }: OwnedTable): MathExpression {
  const metrics = operations.flatMap((operation, at) =>
    ['ThrottledRequests', 'SystemErrors'].map((metricName): [string, Metric] => [
      `${name}${metricName}${at}`,
      new Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: table.tableName, Operation: operation },
        statistic: 'Sum',
        period,
      }),
    ]),
  );
  return sum(name, Object.fromEntries(metrics));
}

const faults = ({ stage }: Api): IMetric[] => [
  stage.metricClientError({ period }),
  stage.metricServerError({ period }),
];

const latencies = ({ stage }: Api): IMetric[] =>
  ['p50', 'p99'].map((statistic) => stage.metricLatency({ period, statistic, label: statistic }));

interface Watch {
  readonly metric: IMetric;
  /** Whom it hurts, and how. */
  readonly hurts: string;
  /** Alarm when the metric reaches this; 1 by default. */
  readonly from?: number;
  /** Periods in a row; 1 by default. */
  readonly periods?: number;
  /** Whether silence is a fault too. */
  readonly silenceIsBad?: boolean;
}

interface Watched {
  readonly fns: Functions;
  readonly api: Api;
  readonly tables: Tables;
  readonly nightly: DailyJob;
  readonly reminders: DailyJob;
  readonly publication: Publication;
}

/** An alarm for everything that can hurt somebody, each saying whom; whoever is on duty subscribes to the topic. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, { fns, api, tables, nightly, reminders, publication }: Watched) {
    super(scope, 'Alarms');
    this.topic = this.makeTopic();
    const functionsTrouble = fns.all.map((fn) => {
      const metric = sum(fn.name, {
        [`${fn.name}Errors`]: fn.metricErrors({ period }),
        [`${fn.name}Throttles`]: fn.metricThrottles({ period }),
      });
      this.watch(fn.name, { metric, hurts: fn.ifItFails });
      return metric;
    });
    const tablesTrouble = tables.all.map((table) => {
      const metric = tableTrouble(table);
      this.watch(`${table.name}Table`, { metric, hurts: table.ifItFails });
      return metric;
    });
    this.watchApi(api);
    this.watchFigures(nightly);
    this.watchReminders(reminders);
    this.watchPublication(publication);
    new Dashboard(this, 'dashboard', {
      widgets: [
        [
          new GraphWidget({
            title: 'Requests',
            left: [api.stage.metricCount({ period })],
            right: faults(api),
          }),
          new GraphWidget({ title: 'Time to answer (ms)', left: latencies(api) }),
        ],
        [
          new GraphWidget({ title: 'Functions in trouble', left: functionsTrouble }),
          new GraphWidget({ title: 'Tables in trouble', left: tablesTrouble }),
        ],
      ],
    });
  }

  /** A topic with a policy of its own has no other: CloudWatch must be let in, for the alarms of this account and no other's. */
  private makeTopic(): Topic {
    const topic = new Topic(this, 'topic', { enforceSSL: true });
    const alarms = Stack.of(this).formatArn({ service: 'cloudwatch', resource: 'alarm:*' });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsMayPublish',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: { 'aws:SourceArn': alarms },
        },
      }),
    );
    return topic;
  }

  private watchApi(api: Api) {
    this.watch('apiFails', {
      metric: api.stage.metricServerError({ period, statistic: 'Sum' }),
      hurts: 'Requests of whoever uses the app right now end in an error; phones keep what was typed.',
    });
    this.watch('apiIsSlow', {
      metric: api.stage.metricLatency({ period, statistic: 'p99' }),
      hurts: 'One request in a hundred takes over three seconds: heads on slow lines wait, or give up.',
      from: 3000,
      periods: 3,
    });
  }

  private watchFigures({ missed }: DailyJob) {
    this.watch('checkMissed', {
      metric: missed.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
      hurts:
        'Last night’s check of the figures could not be started: managers may read a wrong figure that nobody looks for.',
    });
    this.watch('progressDiffers', {
      metric: new Metric({
        namespace: metricsNamespace(this),
        metricName: 'ProgressDifferences',
        dimensionsMap: { service: 'rebuild' },
        statistic: 'Maximum',
        period: Duration.days(1),
      }),
      hurts:
        'Managers and donor partners may be reading a wrong figure, or nobody has checked since yesterday.',
      silenceIsBad: true,
    });
  }

  private watchReminders({ missed }: DailyJob) {
    this.watch('remindersMissed', {
      metric: missed.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
      hurts: 'Today’s reminders could not be started; tomorrow’s say what today’s would have said.',
    });
    this.watch('remindersNotSent', {
      metric: new Metric({
        namespace: metricsNamespace(this),
        metricName: 'RemindersNotSent',
        dimensionsMap: { service: 'sendReminders' },
        statistic: 'Maximum',
        period: Duration.days(1),
      }),
      hurts: 'The mail service did not take letters to some heads, who may not know what is due.',
    });
  }

  private watchPublication({ nightly: { missed } }: Publication) {
    this.watch('publishMissed', {
      metric: missed.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' }),
      hurts: 'Last night’s publication could not be started: the public page may lack the newest release.',
    });
  }

  private watch(id: string, { metric, hurts, from = 1, periods = 1, silenceIsBad = false }: Watch) {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription: hurts,
      threshold: from,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
