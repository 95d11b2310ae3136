import * as z from 'zod';
import { attribute } from './intrinsics.ts';
import { unused } from './template.ts';
import type { Taken, TemplateReader } from './template.ts';

const Properties = z.strictObject({
  Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
  Handler: z.string().regex(/^[\w/]+\.\w+$/),
  Runtime: z.literal('nodejs24.x'),
  MemorySize: z.number(),
  Timeout: z.number(),
  Environment: z.strictObject({ Variables: z.record(z.string(), z.string()) }),
  // Roles, logs and processors are the machine's own here.
  Role: unused,
  LoggingConfig: unused,
  Architectures: unused,
});

/** A Lambda function, with the bundle that would be uploaded for it. */
export interface FunctionPlan {
  readonly name: string;
  readonly arn: string;
  /** The folder of the bundle, and within it the file and its export. */
  readonly folder: string;
  readonly file: string;
  readonly export: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutMs: number;
}

/** CDK brings a function of its own to copy the site's files; nothing is copied on one machine. */
const isCdksOwn = (logicalId: string): boolean => logicalId.startsWith('CustomCDKBucketDeployment');

/** The functions of the template; `assetOf` finds the folder of an uploaded archive. */
export function readFunctions(reader: TemplateReader, assetOf: (key: string) => string): FunctionPlan[] {
  return reader
    .take('AWS::Lambda::Function', Properties, isCdksOwn)
    .map((taken) => functionPlan(taken, assetOf));
}

function functionPlan(
  { logicalId, properties }: Taken<z.infer<typeof Properties>>,
  assetOf: (key: string) => string,
): FunctionPlan {
  const { Code, Handler, Environment, MemorySize, Timeout } = properties;
  const [file = '', exported = ''] = Handler.split('.');
  return {
    name: Environment.Variables['POWERTOOLS_SERVICE_NAME'] ?? logicalId,
    arn: attribute(logicalId, 'Arn'),
    folder: assetOf(Code.S3Key),
    file: `${file}.mjs`,
    export: exported,
    environment: Environment.Variables,
    memoryMb: MemorySize,
    timeoutMs: Timeout * 1000,
  };
}
