import type { IConstruct } from 'constructs';
import { Validations } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { nameFor, tables, type TableName } from '../../functions/store/tables.ts';
import { contractRoutes } from '../../infra/api.ts';
import {
  accessMatrix,
  functionsOf,
  makeStack,
  ofType,
  resourcesOf,
  statementsOf,
  type Loose,
} from '../support/stack.ts';

const { app, stack } = makeStack();
const template = Template.fromStack(stack);

test('each function may touch its own tables, and nothing else', () => {
  expect(accessMatrix(template)).toEqual({
    about: '',
    accounts: '',
    facilities: 'facilities rw, history rw, progress rw',
    reports: 'facilities rw, history rw, monthlyReports rw, progress rw',
    progress: 'progress r',
    history: 'facilities r, history r',
    preToken: 'accounts r',
    rebuild: 'facilities rs, monthlyReports rs, progress rs',
  });
});

test('a function knows the names of exactly the tables it may touch', () => {
  const matrix = accessMatrix(template);
  const isTable = (name: string): name is TableName => name in tables;

  for (const [name, , { Properties }] of functionsOf(template)) {
    const may = (matrix[name] ?? '')
      .split(', ')
      .map((each) => each.split(' ')[0] ?? '')
      .filter(isTable);
    const known = Object.keys(Properties['Environment'].Variables).filter((each) => each.endsWith('_TABLE'));
    expect(known.sort(), name).toEqual(may.map(nameFor).sort());
  }
});

test('no statement is about everything, but for tracing, which AWS grants in no other way', () => {
  for (const [name, , { Properties }] of functionsOf(template)) {
    const open = statementsOf(template, Properties['Role']['Fn::GetAtt'][0]).filter(({ Resource }) =>
      JSON.stringify(Resource).includes('*'),
    );
    expect(
      open.flatMap(({ Action }) => Action),
      name,
    ).toEqual(['xray:PutTraceSegments', 'xray:PutTelemetryRecords']);
  }
});

test('no two functions share a role', () => {
  const roles = functionsOf(template).map(([, , { Properties }]) => Properties['Role']['Fn::GetAtt'][0]);

  expect(new Set(roles).size).toBe(roles.length);
});

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

test('without signing in one learns what the country and the interface are, and nothing of any record', () => {
  const open = contractRoutes().filter(({ isPublic }) => isPublic);

  expect(open.map(({ path }) => path).sort()).toEqual(['/api/v1/country', '/api/v1/openapi.json']);
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

test('scripts, styles and connections come from our own origin and from sign-in only', () => {
  const [headers] = ofType(template, 'AWS::CloudFront::ResponseHeadersPolicy');
  const config: Loose = headers?.[1].Properties['ResponseHeadersPolicyConfig'];
  const parts: (string | { Ref: string })[] =
    config.SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1];
  const policy = parts
    .map((part) => (typeof part === 'string' ? part : `<${part.Ref.replace(/[0-9A-F]{8}$/, '')}>`))
    .join('');

  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
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
    Namespace: 'TelemedicineRollout',
    MetricName: 'ProgressDifferences',
    Dimensions: [{ Name: 'service', Value: 'rebuild' }],
    TreatMissingData: 'breaching',
  });
  template.hasResourceProperties('AWS::Scheduler::Schedule', { Target: { Input: '{"check":true}' } });
});

test('functions are on arm64 and Node 24, are traced, and their logs end', () => {
  for (const [name, , { Properties }] of functionsOf(template)) {
    expect(Properties, name).toMatchObject({
      Architectures: ['arm64'],
      Runtime: 'nodejs24.x',
      TracingConfig: { Mode: 'Active' },
    });
    const log = resourcesOf(template)[Properties['LoggingConfig'].LogGroup.Ref];
    expect(log?.Properties['RetentionInDays'], name).toBe(90);
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
