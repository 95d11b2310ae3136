import { Template } from 'aws-cdk-lib/assertions';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contractRoutes } from '../../infra/api.ts';
import { stackFolder } from '../../infra/local/build.ts';
import { makeStack, ofType, type Loose } from '../support/stack.ts';

const root = join(import.meta.dirname, '../..');
const ofStage = (stage: string) => {
  const { stack } = makeStack({ stage, country: 'UA' });
  return { name: stack.stackName, template: Template.fromStack(stack) };
};
const [dev, prod] = [ofStage('dev'), ofStage('prod')];

/** Names that are taken once in an account and region, or once in all accounts, by what carries them. */
const namedBy: Record<string, (properties: Loose) => unknown> = {
  'AWS::CloudFront::CachePolicy': ({ CachePolicyConfig }) => CachePolicyConfig.Name,
  'AWS::CloudFront::Function': ({ Name }) => Name,
  'AWS::CloudFront::OriginAccessControl': ({ OriginAccessControlConfig }) => OriginAccessControlConfig.Name,
  'AWS::CloudFront::ResponseHeadersPolicy': ({ ResponseHeadersPolicyConfig }) =>
    ResponseHeadersPolicyConfig.Name,
  'AWS::Cognito::UserPoolDomain': ({ Domain }) => Domain,
  'AWS::Scheduler::ScheduleGroup': ({ Name }) => Name,
};

/** Resources that AWS names itself unless the template does; a name would be taken by the first stage. */
const unnamed: Record<string, string> = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::Schedule': 'Name',
};

const namesIn = (template: Template, types: string[]): string[] =>
  types.flatMap((type) =>
    ofType(template, type).map(([, { Properties }]) => JSON.stringify(namedBy[type]?.(Properties))),
  );

test('a stage is a stack of its own', () => {
  expect([dev.name, prod.name]).toEqual(['TelemedicineRollout-UA-dev', 'TelemedicineRollout-UA-prod']);
});

test('no name of one stage is taken by another', () => {
  const [ours, theirs] = [dev, prod].map(({ template }) => namesIn(template, Object.keys(namedBy)));

  expect(ours?.length).toBeGreaterThan(5);
  expect(ours?.filter((name) => theirs?.includes(name))).toEqual([]);
  for (const [type, property] of Object.entries(unnamed))
    for (const [id, resource] of ofType(dev.template, type))
      expect(resource.Properties ?? {}, id).not.toHaveProperty(property);
});

test('what CloudFront names once an account carries the region', () => {
  const global = Object.keys(namedBy).filter((type) => type.startsWith('AWS::CloudFront'));

  for (const name of namesIn(dev.template, global)) expect(name).toContain('{"Ref":"AWS::Region"}');
});

test.each([
  [{ country: 'PL', stage: 'dev' }, 'There is no pack for "PL"; the country can be BY or UA.\n'],
  [
    { country: 'UA', stage: 'Prod_1' },
    'A stage is named by up to twelve small letters and digits, such as dev, not "Prod_1".\n',
  ],
])('%o cannot be deployed: one sentence says why', (context, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) },
    encoding: 'utf8',
  });

  expect({ status, stderr }).toEqual({ status: 1, stderr: sentence });
});

test('deploying another stage or country does not change what the runner reads', () => {
  const { output } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));

  expect(join(root, output)).not.toBe(stackFolder);
});

test('the guide to a deployment names what the stack puts out, and jobs that there are', () => {
  const guide = readFileSync(join(root, 'docs/deploy.md'), 'utf8');
  const named = [...guide.matchAll(/\$\(output (\w+)\)/g)].map(([, name]) => name);
  const jobs = [...guide.matchAll(/--payload '(.*?)'/g)].map(([, payload = '']) => JSON.parse(payload));

  expect(Object.keys(prod.template.toJSON()['Outputs'])).toEqual(expect.arrayContaining(named));
  expect(named.length).toBeGreaterThan(3);
  expect(jobs).toEqual(expect.arrayContaining([{ job: 'check' }, { job: 'repair' }, { job: 'upgrade' }]));
  expect(guide).toContain(prod.name);
  expect(contractRoutes().map(({ served }) => served)).not.toContain('rebuild');
});
