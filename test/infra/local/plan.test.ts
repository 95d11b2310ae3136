import { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { tables } from '../../../functions/store/tables.ts';
import { contractRoutes } from '../../../infra/api.ts';
import { atTheEdge } from '../../../infra/local/http/edge.ts';
import { UserError } from '../../../infra/local/userError.ts';
import { planOf } from '../../../infra/local/plan/index.ts';
import { makeStack, type Loose } from '../../support/stack.ts';

const synthesized = JSON.stringify(Template.fromStack(makeStack().stack).toJSON());

/** The plan of the real template after a change to it. */
function planAfter(change: (resources: Record<string, Loose>) => void) {
  const template: Loose = JSON.parse(synthesized);
  change(template.Resources);
  return planOf(template, (key) => `assets/${key}`);
}

const plan = planAfter(() => {});
const first = (resources: Record<string, Loose>, type: string): Loose =>
  Object.values(resources).find((resource: Loose) => resource.Type === type);

test('everything in the synthesized template is known', () => {
  expect(plan.tables).toHaveLength(Object.keys(tables).length);
  expect(plan.routes.map(({ key }) => key).sort()).toEqual(
    contractRoutes()
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  );
  expect(plan.schedules.map(({ name, input }) => `${name} ${input}`)).toEqual([
    'publish {"job":"publishAll"}',
    'rebuild {"job":"check"}',
    'sendReminders {"job":"remind"}',
  ]);
});

test('a function comes with its bundle, its time and its own environment', () => {
  const reports = plan.functions.find(({ name }) => name === 'reports');

  expect(reports).toMatchObject({ file: 'index.mjs', export: 'handler', timeoutMs: 10_000 });
  expect(reports?.folder).toMatch(/^assets\//);
  expect(Object.keys(reports?.environment ?? {}).sort()).toEqual([
    'COUNTRY',
    'FACILITIES_TABLE',
    'HISTORY_TABLE',
    'MONTHLY_REPORTS_TABLE',
    'MOVED_FACILITIES_TABLE',
    'POWERTOOLS_METRICS_NAMESPACE',
    'POWERTOOLS_SERVICE_NAME',
    'PROGRESS_TABLE',
  ]);
  expect(plan.tables.map(({ TableName }) => TableName)).toContain(reports?.environment['PROGRESS_TABLE']);
});

test('the cards of boxes tell search engines not to list them, and keep all other headers', () => {
  const { headers, unlistedPaths } = plan.site;

  expect(unlistedPaths).toEqual([
    { pattern: '/trace/*', headers: { ...headers, 'x-robots-tag': 'noindex' } },
  ]);
  expect(headers).toHaveProperty('content-security-policy');
  expect(headers).not.toHaveProperty('x-robots-tag');
});

test("a table's plan says when its items expire", () => {
  const expiring = plan.tables.flatMap(({ TableName, TimeToLiveSpecification }) =>
    TimeToLiveSpecification ? [[TableName, TimeToLiveSpecification.AttributeName]] : [],
  );

  expect(expiring).toEqual([
    [expect.stringMatching(/^Tableshistory/), 'expiresAt'],
    [expect.stringMatching(/^Tablesreminders/), 'expiresAt'],
  ]);
});

test('queries are handed on, but for answers that are kept for everybody', () => {
  const open = contractRoutes().filter(({ isPublic }) => isPublic);

  expect(plan.site.apiPaths).toEqual([
    ...open.map(({ path }) => ({ pattern: path.replaceAll(/\{\w+\}/g, '*'), passesQuery: false })),
    { pattern: '/api/*', passesQuery: true },
  ]);
});

test('what is published has its own paths, headers and edge, and is made when the system is there', () => {
  const { publicPaths } = plan.site;

  expect(publicPaths.map(({ pattern }) => pattern)).toEqual(['/', '/public/*', '/embed/*']);
  expect(publicPaths.map(({ headers }) => headers['x-frame-options'])).toEqual(['DENY', 'DENY', undefined]);
  for (const path of publicPaths) expect(atTheEdge(path, 'GET', '/')).toBe('/public/uk/index.html');
  expect(plan.publication.onceDeployed.input).toBe('{"job":"publishAll"}');
  expect(plan.functions.find(({ name }) => name === 'publish')?.arn).toBe(
    plan.publication.onceDeployed.functionArn,
  );
});

test("CDK's own function that copies the site's files is none of ours", () => {
  expect(plan.functions.map(({ name }) => name).sort()).toEqual([
    'about',
    'accounts',
    'bounces',
    'consignments',
    'donations',
    'donors',
    'explain',
    'facilities',
    'iati',
    'map',
    'openData',
    'people',
    'plan',
    'preToken',
    'progress',
    'publish',
    'rebuild',
    'releases',
    'reminders',
    'reports',
    'sendReminders',
    'solutions',
    'trace',
    'training',
    'warehouses',
  ]);
});

test("the user pool's client may come back to our own origin only", () => {
  expect(plan.signIn.callbackUrls).toEqual([`${plan.site.url}/signed-in`]);
  expect(plan.signIn.logoutUrls).toEqual([`${plan.site.url}/start`, `${plan.site.url}/`]);
  expect([...plan.signIn.groups].sort()).toEqual(['admin', 'donor', 'head', 'manager']);
});

test('files with a hash in their name stay with visitors, all others do not', () => {
  expect(Object.fromEntries(plan.site.cacheControl)).toEqual({
    '': 'no-cache',
    '_app/immutable/': 'public, max-age=31536000, immutable',
  });
});

const changes: Record<string, [string, (resources: Record<string, Loose>) => void]> = {
  'a resource type that it does not know': [
    'The local runner does not know the resource type AWS::Kinesis::Stream of Stream.',
    (resources) => (resources['Stream'] = { Type: 'AWS::Kinesis::Stream', Properties: {} }),
  ],
  'a table with a stream': [
    'it does not know the property StreamSpecification',
    (resources) => (first(resources, 'AWS::DynamoDB::GlobalTable').Properties.StreamSpecification = {}),
  ],
  'a function of another runtime': [
    'Runtime: Invalid input',
    (resources) => (first(resources, 'AWS::Lambda::Function').Properties.Runtime = 'nodejs22.x'),
  ],
  'a function in a network': [
    'it does not know the property VpcConfig',
    (resources) => (first(resources, 'AWS::Lambda::Function').Properties.VpcConfig = {}),
  ],
  'a function that is traced': [
    'it does not know the property TracingConfig',
    (resources) => (first(resources, 'AWS::Lambda::Function').Properties.TracingConfig = { Mode: 'Active' }),
  ],
  'an answer that is kept by cookies': [
    'CookieBehavior: Invalid input',
    (resources) => {
      const { CachePolicyConfig } = first(resources, 'AWS::CloudFront::CachePolicy').Properties;
      CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.CookiesConfig.CookieBehavior = 'all';
    },
  ],
  'a route with another kind of authorizer': [
    'AuthorizationType: Invalid discriminator value',
    (resources) => (first(resources, 'AWS::ApiGatewayV2::Route').Properties.AuthorizationType = 'CUSTOM'),
  ],
  'a route that asks for scopes': [
    'it does not know the property AuthorizationScopes',
    (resources) => (first(resources, 'AWS::ApiGatewayV2::Route').Properties.AuthorizationScopes = ['write']),
  ],
  'an API that answers other origins': [
    'it does not know the property CorsConfiguration',
    (resources) => (first(resources, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration = {}),
  ],
  'a client with a secret': [
    'GenerateSecret: Invalid input',
    (resources) => (first(resources, 'AWS::Cognito::UserPoolClient').Properties.GenerateSecret = true),
  ],
  'a second trigger of the user pool': [
    'it does not know the property LambdaConfig.PostConfirmation',
    (resources) =>
      (first(resources, 'AWS::Cognito::UserPool').Properties.LambdaConfig.PostConfirmation = 'x'),
  ],
  'a fourth origin behind CloudFront': [
    'DistributionConfig.Origins',
    (resources) =>
      first(resources, 'AWS::CloudFront::Distribution').Properties.DistributionConfig.Origins.push({}),
  ],
  'public pages from another bucket': [
    'does not know where /public/* comes from',
    (resources) => {
      const { DistributionConfig } = first(resources, 'AWS::CloudFront::Distribution').Properties;
      const behaviour = DistributionConfig.CacheBehaviors.find(
        ({ PathPattern }: Loose) => PathPattern === '/public/*',
      );
      behaviour.TargetOriginId = DistributionConfig.DefaultCacheBehavior.TargetOriginId;
    },
  ],
  'something else that starts publishing': [
    'it does not know the property ScheduleExpression',
    (resources) => (first(resources, 'AWS::Events::Rule').Properties.ScheduleExpression = 'rate(1 hour)'),
  ],
  'an error page in place of an answer': [
    'it does not know the property DistributionConfig.CustomErrorResponses.0.ResponsePagePath',
    (resources) => {
      const { DistributionConfig } = first(resources, 'AWS::CloudFront::Distribution').Properties;
      DistributionConfig.CustomErrorResponses[0].ResponsePagePath = '/index.html';
    },
  ],
  'an intrinsic function that it does not know': [
    'The template uses Fn::ImportValue, which the local runner does not know.',
    (resources) =>
      (first(resources, 'AWS::Lambda::Function').Properties.Timeout = { 'Fn::ImportValue': 'x' }),
  ],
};

test.for(Object.entries(changes))('it refuses %s, and says which', ([, [sentence, change]]) => {
  expect(() => planAfter(change)).toThrow(UserError);
  expect(() => planAfter(change)).toThrow(sentence);
});
