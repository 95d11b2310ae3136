import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployment } from '../../infra/deployment.ts';
import { inlineScriptFile } from '../../infra/siteHeaders.ts';
import { TelemedicineRollout } from '../../infra/stack.ts';

/** The real stack in an app with cdk-nag's checks; bundles are left out, so that it takes a second. */
export function makeStack(chosen: Partial<Deployment> = {}): {
  app: App;
  stack: TelemedicineRollout;
} {
  const deployment = { stage: 'test', country: 'UA', sender: 'reports@example.org', ...chosen };
  const siteFolder = mkdtempSync(join(tmpdir(), 'telemedicine-site-'));
  writeFileSync(join(siteFolder, 'index.html'), '<!doctype html>');
  writeFileSync(join(siteFolder, inlineScriptFile), "'sha256-built'");
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { app, stack: new TelemedicineRollout(app, deployment, siteFolder) };
}

/** A resource of a template, as loose as JSON is. */
export interface Resource {
  Type: string;
  Properties: Record<string, Loose>;
  DeletionPolicy?: string;
  DependsOn?: string[];
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a template is looked into, not typed
export type Loose = any;

/** The resources of a template by logical id. */
export function resourcesOf(template: Template): Record<string, Resource> {
  return template.toJSON()['Resources'];
}

/** Those of one type. */
export function ofType(template: Template, type: string): [string, Resource][] {
  return Object.entries(resourcesOf(template)).filter(([, resource]) => resource.Type === type);
}

/** Our functions by name: `[name, logical id, resource]`. */
export function functionsOf(template: Template): [string, string, Resource][] {
  return ofType(template, 'AWS::Lambda::Function').flatMap(([id, resource]) => {
    const name = resource.Properties['Environment']?.Variables?.POWERTOOLS_SERVICE_NAME;
    return name ? [[name, id, resource]] : [];
  });
}

/** What answers to one of CloudFront's paths tell browsers; the app has the path of all that no other has. */
export function headersOf(template: Template, pattern: string): Loose {
  const [[, cdn] = []] = ofType(template, 'AWS::CloudFront::Distribution');
  const { DefaultCacheBehavior, CacheBehaviors }: Loose = cdn?.Properties['DistributionConfig'] ?? {};
  const found =
    CacheBehaviors.find(({ PathPattern }: Loose) => PathPattern === pattern) ?? DefaultCacheBehavior;
  return resourcesOf(template)[found.ResponseHeadersPolicyId.Ref]?.Properties['ResponseHeadersPolicyConfig'];
}

const tableName = (logicalId: string): string =>
  /^Tables([a-zA-Z]+)[0-9A-F]{8}$/.exec(logicalId)?.[1] ?? logicalId;

/** A statement's resource as the matrix names it: a table or its index by the table's name. */
function touched(resource: Loose): string {
  if (/^SignInpeople/.test(resource?.['Fn::GetAtt']?.[0])) return 'userPool';
  const [bucket, folder] = resource?.['Fn::Join']?.[1] ?? [];
  if (/^Publicationfiles/.test(bucket?.['Fn::GetAtt']?.[0])) return `publication${folder}`;
  if (/^Functionspublish/.test(resource?.['Fn::GetAtt']?.[0])) return 'publish';
  if (/:(identity|configuration-set)\//.test(JSON.stringify(resource))) return 'mail';
  if (resource?.['Fn::GetAtt']) return tableName(resource['Fn::GetAtt'][0]);
  const [owner, rest] = resource?.['Fn::Join']?.[1] ?? [];
  return owner?.['Fn::GetAtt'] && String(rest).startsWith('/index/')
    ? tableName(owner['Fn::GetAtt'][0])
    : JSON.stringify(resource);
}

const letters: Record<string, string> = {
  'dynamodb:BatchGetItem': 'r',
  'dynamodb:Query': 'r',
  'dynamodb:PutItem': 'p',
  'dynamodb:UpdateItem': 'u',
  'dynamodb:DeleteItem': 'd',
  'dynamodb:ConditionCheckItem': 'c',
  'dynamodb:Scan': 's',
};

/** What every function writes to its own log with. */
const everybodys = /^logs:(CreateLogStream|PutLogEvents)$/;

/** Who may touch what: per function, tables with r(ead), p(ut), u(pdate), d(elete), c(heck) and s(can); anything else by its full name. */
export function accessMatrix(template: Template): Record<string, string> {
  return Object.fromEntries(
    functionsOf(template).map(([name, , { Properties }]) => [
      name,
      accessOf(template, Properties['Role']['Fn::GetAtt'][0]),
    ]),
  );
}

function accessOf(template: Template, role: string): string {
  const deeds = statementsOf(template, role).flatMap(({ Action, Resource }) =>
    [Action]
      .flat()
      .filter((each: string) => !everybodys.test(each))
      .flatMap((action: string) => [Resource].flat().map((each): Deed => [action, touched(each)])),
  );
  return accessWritten(deeds);
}

/** An action, such as `dynamodb:Query`, and the name of the table it is done to. */
export type Deed = [action: string, name: string];

/** Deeds as the matrix writes them: each table with its letters. */
export function accessWritten(deeds: Deed[]): string {
  const access = new Map<string, Set<string>>();
  for (const [action, name] of deeds)
    access.set(
      name,
      (access.get(name) ?? new Set()).add(
        letters[action] ?? action.replace(/^(cognito-idp|ses|s3|lambda):/, ''),
      ),
    );
  return [...access]
    .map(([name, may]) => `${name} ${[...may].sort().join(name === 'userPool' ? ' ' : '')}`)
    .sort()
    .join(', ');
}

/** Every statement of the policies attached to a role. */
export function statementsOf(template: Template, role: string): Loose[] {
  return ofType(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties['Roles'].some((each: Loose) => each.Ref === role))
    .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement);
}
