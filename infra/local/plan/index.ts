import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UserError } from '../userError.ts';
import { readFunctions } from './functions.ts';
import type { FunctionPlan } from './functions.ts';
import { readLetters } from './letters.ts';
import type { LettersPlan } from './letters.ts';
import { readPublication } from './publication.ts';
import type { PublicationPlan } from './publication.ts';
import { readRoutes } from './routes.ts';
import type { RoutePlan } from './routes.ts';
import { readSchedules } from './schedules.ts';
import type { SchedulePlan } from './schedules.ts';
import { readSignIn } from './signIn.ts';
import type { SignInPlan } from './signIn.ts';
import { readSite } from './site.ts';
import type { SitePlan } from './site.ts';
import { readTables } from './tables.ts';
import type { TablePlan } from './tables.ts';
import { TemplateReader } from './template.ts';

/** The whole system as the synthesized template describes it. */
export interface Plan {
  readonly tables: readonly TablePlan[];
  readonly functions: readonly FunctionPlan[];
  readonly routes: readonly RoutePlan[];
  readonly signIn: SignInPlan;
  readonly site: SitePlan;
  readonly publication: PublicationPlan;
  readonly schedules: readonly SchedulePlan[];
  readonly letters: LettersPlan;
}

/** What one machine can do without, and why. */
const unneeded: Record<string, string> = {
  'AWS::ApiGatewayV2::Stage': 'throttling and access logs',
  'AWS::CloudFront::OriginAccessControl': 'permission',
  'AWS::CloudWatch::Alarm': 'watching',
  'AWS::CloudWatch::Dashboard': 'watching',
  'AWS::Cognito::ManagedLoginBranding': 'the provider has a page of its own',
  'AWS::Cognito::UserPoolDomain': 'the provider is on our own origin',
  'AWS::IAM::Policy': 'permission: what a function may touch is only what its environment names',
  'AWS::IAM::Role': 'permission',
  'AWS::Lambda::LayerVersion': "part of CDK's own function",
  'AWS::Lambda::Permission': 'permission',
  'AWS::Logs::LogGroup': 'logs are files',
  'AWS::S3::Bucket': 'the app is served from where it was built; what is published is in a file',
  'AWS::S3::BucketPolicy': 'permission',
  'AWS::SNS::Topic': 'watching; what comes back of letters is told at once',
  'AWS::SNS::TopicPolicy': 'permission',
  'AWS::SQS::Queue': 'schedules are fired by hand, so none is missed',
  'AWS::SQS::QueuePolicy': 'permission',
  'AWS::Scheduler::ScheduleGroup': 'permission',
};

/** Interprets a template; whatever it does not know, it refuses by name. `assetOf` finds the folder of an archive. */
export function planOf(template: unknown, assetOf: (key: string) => string): Plan {
  const reader = new TemplateReader(template);
  const functions = readFunctions(reader, assetOf);
  const publication = readPublication(reader, functions);
  const plan = {
    tables: readTables(reader),
    functions,
    routes: readRoutes(reader),
    signIn: readSignIn(reader),
    site: readSite(reader, publication.bucket),
    publication,
    schedules: readSchedules(reader, functions),
    letters: readLetters(reader, functions),
  };
  reader.ensureAllKnown(unneeded);
  return plan;
}

const Manifest = z.looseObject({
  artifacts: z.record(z.string(), z.looseObject({ type: z.string(), properties: z.unknown() })),
});
const StackArtifact = z.looseObject({ templateFile: z.string() });
const AssetsArtifact = z.looseObject({ file: z.string() });
const Assets = z.looseObject({
  files: z.record(z.string(), z.looseObject({ source: z.looseObject({ path: z.string() }) })),
});

const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Reads the one stack that was synthesized into `folder`. */
export function readPlan(folder: string): Plan {
  const { artifacts } = Manifest.parse(read(folder, 'manifest.json'));
  const ofType = (type: string): unknown => {
    const found = Object.values(artifacts).filter((artifact) => artifact.type === type);
    if (found.length !== 1)
      throw new UserError(`The local runner wants one ${type} in ${folder}, not ${found.length}.`);
    return found[0]?.properties;
  };
  const { templateFile } = StackArtifact.parse(ofType('aws:cloudformation:stack'));
  const { files } = Assets.parse(read(folder, AssetsArtifact.parse(ofType('cdk:asset-manifest')).file));
  const assetOf = (key: string): string => {
    const asset = files[key.replace(/\.zip$/, '')];
    if (!asset) throw new UserError(`There is no bundle for ${key} in ${folder}.`);
    return join(folder, asset.source.path);
  };
  return planOf(read(folder, templateFile), assetOf);
}
