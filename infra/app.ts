import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deploymentOf } from './deployment.ts';
import { UserError } from './local/userError.ts';
import { main } from './local/main.ts';
import { TelemedicineRollout } from './stack.ts';

const siteFolder = join(import.meta.dirname, '../web/build');

await main(() => {
  const app = new App();
  const deployment = deploymentOf(app.node);
  if (!existsSync(join(siteFolder, 'index.html')))
    throw new UserError('The app is not built yet: run `npm run build` first.');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  new TelemedicineRollout(app, deployment, siteFolder);
  app.synth();
});
