import type { IConstruct } from 'constructs';
import { Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { tables } from '../../functions/store/tables.ts';
import { inlineScripts } from '../../infra/inlineScripts.ts';
import { contractRoutes } from '../../infra/api.ts';
import { functionsOf, headersOf, makeStack, ofType, resourcesOf, type Loose } from '../support/stack.ts';

const { app, stack } = makeStack();
const template = Template.fromStack(stack);
const openRoutes = contractRoutes().filter(({ isPublic }) => isPublic);

test('the API has one route for each procedure of the contract, served by the function of its name', () => {
  const all = resourcesOf(template);
  const nameOf = new Map(functionsOf(template).map(([name, id]) => [id, name]));

  const routes = ofType(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const integration = all[Properties['Target']['Fn::Join'][1][1].Ref];
    const served = nameOf.get(integration?.Properties['IntegrationUri']['Fn::GetAtt'][0]);
    return `${Properties['RouteKey']} ${served} ${Properties['AuthorizationType']}`;
  });

  const expected = contractRoutes().map(
    ({ method, path, served, isPublic }) => `${method} ${path} ${served} ${isPublic ? 'NONE' : 'JWT'}`,
  );
  expect(expected.length).toBeGreaterThan(10);
  expect(routes.sort()).toEqual(expected.sort());
});

test('without signing in one learns what the country and the interface are, reads releases, and what a trace link tells who has it', () => {
  expect(openRoutes.map(({ path }) => path).sort()).toEqual([
    '/api/v1/country',
    '/api/v1/openapi.json',
    '/api/v1/public/releases',
    '/api/v1/public/releases/{releaseId}',
    '/api/v1/public/releases/{releaseId}/datapackage.json',
    '/api/v1/public/releases/{releaseId}/figures.csv',
    '/api/v1/trace/{traceId}',
  ]);
});

test('the public routes have a limit of their own, so that a crowd there stops nobody who is signed in', () => {
  const [[, stage] = []] = ofType(template, 'AWS::ApiGatewayV2::Stage');
  const { RouteSettings, DefaultRouteSettings } = stage?.Properties ?? {};

  expect(Object.keys(RouteSettings).sort()).toEqual(
    openRoutes.map(({ method, path }) => `${method} ${path}`).sort(),
  );
  for (const { ThrottlingRateLimit, ThrottlingBurstLimit } of Object.values<Loose>(RouteSettings)) {
    expect(ThrottlingRateLimit).toBeLessThan(DefaultRouteSettings.ThrottlingRateLimit / 4);
    expect(ThrottlingBurstLimit).toBeLessThan(DefaultRouteSettings.ThrottlingBurstLimit / 4);
  }
  // A stage cannot be told of a route that is not there yet.
  const waitsFor = (stage?.DependsOn ?? []).map((id) => resourcesOf(template)[id]?.Properties['RouteKey']);
  expect(waitsFor).toEqual(expect.arrayContaining(Object.keys(RouteSettings)));
});

test('CloudFront keeps public answers for a minute, whoever asks, and no answer to somebody who is signed in', () => {
  const [[, cdn] = []] = ofType(template, 'AWS::CloudFront::Distribution');
  const all: Loose[] = cdn?.Properties['DistributionConfig'].CacheBehaviors;
  // A page of the app is kept as long as the release that it is of.
  const behaviours = all.filter(({ PathPattern }) => PathPattern !== '/trace/*');
  const keptBy = ({ CachePolicyId }: Loose) =>
    resourcesOf(template)[CachePolicyId.Ref]?.Properties['CachePolicyConfig'];

  // The first pattern that fits counts, so those for all come last.
  expect(all.map(({ PathPattern }) => PathPattern)).toEqual([
    ...openRoutes.map(({ path }) => path.replaceAll(/\{\w+\}/g, '*')),
    '/api/*',
    '/',
    '/public/*',
    '/embed/*',
    '/trace/*',
  ]);
  for (const behaviour of behaviours.filter(({ PathPattern }) => PathPattern !== '/api/*')) {
    // A query that is in no key must not reach the API either, or its answer would be kept for all.
    expect(behaviour).not.toHaveProperty('OriginRequestPolicyId');
    expect(keptBy(behaviour)).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 60,
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
        CookiesConfig: { CookieBehavior: 'none' },
      },
    });
  }
  expect(keptBy(behaviours.find(({ PathPattern }) => PathPattern === '/api/*'))).toMatchObject({
    MaxTTL: 1,
    ParametersInCacheKeyAndForwardedToOrigin: {
      HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Authorization'] },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    },
  });
});

test('tokens are taken from our user pool and for our client only', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
    AuthorizerType: 'JWT',
    JwtConfiguration: {
      Audience: [{ Ref: Match.stringLikeRegexp('^SignInpeopleapp') }],
      Issuer: { 'Fn::Join': ['', Match.arrayWith([{ Ref: Match.stringLikeRegexp('^SignInpeople') }])] },
    },
  });
});

test('the app signs in with a code and no secret; its refresh tokens change with each use', () => {
  template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
    GenerateSecret: false,
    AllowedOAuthFlows: ['code'],
    RefreshTokenRotation: { Feature: 'ENABLED' },
    PreventUserExistenceErrors: 'ENABLED',
  });
  template.hasResourceProperties('AWS::Cognito::UserPool', {
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } },
    DeletionProtection: 'ACTIVE',
  });
});

test('people sign in by their e-mail address, in whatever capitals', () => {
  const [[, pool] = []] = ofType(template, 'AWS::Cognito::UserPool');

  expect(pool?.Properties).toMatchObject({
    UsernameAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    AutoVerifiedAttributes: ['email'],
  });
  expect(pool?.Properties).not.toHaveProperty('AliasAttributes');
});

test('scripts, styles and connections come from our own origin and from sign-in only', () => {
  const config = headersOf(template, '*');
  const parts: (string | { Ref: string })[] =
    config.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1];
  const policy = parts
    .map((part) => (typeof part === 'string' ? part : `<${part.Ref.replace(/[0-9A-F]{8}$/, '')}>`))
    .join('');

  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'self' 'sha256-built' ${inlineScripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https://cognito-idp.<AWS::Region>.<AWS::URLSuffix> https://<SignInpeopledomain>.auth.<AWS::Region>.amazoncognito.com",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ]);
});

test('every table is protected from deletion and can be restored to any point in time', () => {
  const made = ofType(template, 'AWS::DynamoDB::GlobalTable');

  expect(made).toHaveLength(Object.keys(tables).length);
  for (const [name, { Properties, DeletionPolicy }] of made) {
    expect(DeletionPolicy, name).toBe('Retain');
    expect(Properties['BillingMode'], name).toBe('PAY_PER_REQUEST');
    expect(Properties['SSESpecification'].SSEEnabled, name).toBe(true);
    expect(Properties['Replicas'], name).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    ]);
  }
});

test('what a table says of expiry is what its table in the store says', () => {
  const expiring = ofType(template, 'AWS::DynamoDB::GlobalTable').map(([, { Properties }]) => [
    Properties['KeySchema'][0].AttributeName,
    Properties['TimeToLiveSpecification'],
  ]);

  expect(Object.fromEntries(expiring)).toEqual({
    facilityId: undefined,
    scope: undefined,
    accountId: undefined,
    subject: { AttributeName: 'expiresAt', Enabled: true },
  });
});

test('every function and every table has an alarm that says who is hurt', () => {
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const watched = JSON.stringify(alarms.map((alarm) => alarm['Metrics']));

  for (const [name, id] of functionsOf(template)) expect(watched, name).toContain(id);
  for (const [id] of ofType(template, 'AWS::DynamoDB::GlobalTable')) expect(watched, id).toContain(id);
  const sentences = alarms.map((alarm) => alarm['AlarmDescription']);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{25,}\.$/);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('a difference between progress and its records raises an alarm, and so does a night without a check', () => {
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: stack.stackName,
    MetricName: 'ProgressDifferences',
    Dimensions: [{ Name: 'service', Value: 'rebuild' }],
    TreatMissingData: 'breaching',
  });
  for (const [name, , { Properties }] of functionsOf(template))
    expect(Properties['Environment'].Variables.POWERTOOLS_METRICS_NAMESPACE, name).toBe(stack.stackName);
});

test('CloudWatch may tell whoever subscribed of an alarm of this account', () => {
  const isOfAlarms = ([id]: [string, unknown]) => id.startsWith('Alarms');
  const [[topic = ''] = []] = ofType(template, 'AWS::SNS::Topic').filter(isOfAlarms);
  const alarms = ofType(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
  const [[, policy] = []] = ofType(template, 'AWS::SNS::TopicPolicy').filter(isOfAlarms);
  const allowed = policy?.Properties['PolicyDocument'].Statement.filter(
    ({ Effect }: Loose) => Effect === 'Allow',
  );

  for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([{ Ref: topic }]);
  expect(allowed).toMatchObject([
    {
      Action: 'sns:Publish',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Resource: { Ref: topic },
      Condition: {
        StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
        ArnLike: { 'aws:SourceArn': { 'Fn::Join': ['', expect.arrayContaining([':alarm:*'])] } },
      },
    },
  ]);
});

test('a check that could not be started is kept, encrypted, and somebody hears of it', () => {
  const ofRebuild = ([id]: [string, unknown]) => id.startsWith('NightlyRebuild');
  const [[queue = '', { Properties }] = ['', { Properties: {} }]] = ofType(
    template,
    'AWS::SQS::Queue',
  ).filter(ofRebuild);
  const [[, schedule] = []] = ofType(template, 'AWS::Scheduler::Schedule').filter(ofRebuild);

  expect(Properties).toMatchObject({ SqsManagedSseEnabled: true });
  expect(schedule?.Properties['Target'].DeadLetterConfig).toEqual({
    Arn: { 'Fn::GetAtt': [queue, 'Arn'] },
  });
  template.hasResourceProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: {
      Statement: [{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    },
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
    Threshold: 1,
    AlarmDescription: Match.stringLikeRegexp('managers'),
  });
});

test('our functions are on arm64 and Node 24, and trace nothing', () => {
  for (const [name, , { Properties }] of functionsOf(template)) {
    expect(Properties, name).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
    expect(Properties, name).not.toHaveProperty('TracingConfig');
  }
});

test("every function's log ends after three months, that of CDK's own included", () => {
  for (const [id, { Properties }] of ofType(template, 'AWS::Lambda::Function')) {
    const log = resourcesOf(template)[Properties['LoggingConfig']?.LogGroup.Ref];
    expect(log?.Properties['RetentionInDays'], id).toBe(90);
  }
});

test("cdk-nag's AwsSolutions finds nothing that is not acknowledged with a reason", () => {
  expect(() => app.synth()).not.toThrow();

  for (const [rule, reason] of acknowledged(stack)) expect(reason, rule).toMatch(/\w+ \w+ .{20,}/);
});

function acknowledged(construct: IConstruct): [string, string][] {
  const entries = construct.node
    .findAll()
    .flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  return entries.flatMap(({ data }) => Object.entries<string>(data));
}
