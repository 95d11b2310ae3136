import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { join } from 'node:path';
import { outlineBeside, packFile } from './packs.ts';

const root = join(import.meta.dirname, '..');

/** What becomes one file: a handler, and of all countries' packs the one of the country it is deployed for. */
export interface Bundled {
  readonly handler: string;
  readonly pack: string;
  /** Where the file is put. */
  readonly folder: string;
}

/**
 * How a handler becomes one file with nothing left to look up at start, the SDK included.
 * No source map: reading it would add 20 ms to every cold start.
 */
export function bundleOf({ handler, pack, folder }: Bundled): BuildOptions {
  return {
    absWorkingDir: root,
    entryPoints: [`functions/handlers/${handler}.ts`],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // Names in four alphabets would grow threefold as escapes.
    charset: 'utf8',
    // The only comments that are kept as licences are hints to a coverage tool.
    legalComments: 'none',
    mainFields: ['module', 'main'],
    // The SDK would load it for answers that are streams of events, of which DynamoDB and Cognito have none: 7 KB gzip.
    external: ['@smithy/core/event-streams'],
    // Some packages inside still call require for Node's own modules.
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
    alias: {
      '@aws-sdk/credential-provider-node': join(root, 'functions/store/lambdaCredentials.ts'),
      '@aws/lambda-invoke-store': join(root, 'functions/store/lambdaInvocations.ts'),
      '@smithy/core/checksum': join(root, 'functions/store/lambdaChecksums.ts'),
      heap: join(root, 'functions/domain/disclosure/wholeNumbers.ts'),
      'mnemonist/lru-cache': join(root, 'functions/store/lambdaEndpoints.ts'),
      '#packs': pack,
      '#outline': join(root, 'functions/packs/bundledOutline.ts'),
      // Screens call figures by name, and so does what everybody reads; other functions never do, and go without the names in four languages.
      '#figureNames': join(
        root,
        `functions/domain/${namesFigures(handler) ? 'inEveryLanguage' : 'unnamed'}.ts`,
      ),
    },
    define: { ownOutline: JSON.stringify(outlineBeside(pack)) },
    logLevel: 'warning',
  };
}

/** Whether a function tells what figures are called, be it in an example of its description. */
const namesFigures = (handler: string): boolean => ['about', 'openData', 'publish'].includes(handler);

/** The code of a handler as a CDK asset. In this process, because starting a bundler per function takes seconds. */
export function codeOf(handler: string, country: string): Code {
  const pack = packFile(country);
  const tryBundle = (folder: string): boolean => {
    buildSync(bundleOf({ handler, pack, folder }));
    return true;
  };
  return Code.fromAsset(join(root, 'functions/handlers'), {
    assetHashType: AssetHashType.OUTPUT,
    // The command is never run, but tells CDK one function's bundle from another's.
    bundling: {
      image: DockerImage.fromRegistry('not-used'),
      command: [handler, country],
      local: { tryBundle },
    },
  });
}
