import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryFile } from './chosenCountry.ts';
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
  const builtFor = readFileSync(join(siteFolder, countryFile), 'utf8');
  if (builtFor !== deployment.country)
    throw new UserError(
      `The app is built for ${builtFor}, and is to be deployed for ${deployment.country}: choose the country of both, such as COUNTRY=${deployment.country} npm run deploy.`,
    );
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  new TelemedicineRollout(app, deployment, siteFolder);
  app.synth();
});
