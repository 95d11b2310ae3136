import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TelemedicineRollout } from './stack.ts';

const siteFolder = join(import.meta.dirname, '../web/build');
if (!existsSync(join(siteFolder, 'index.html'))) {
  process.stderr.write('The app is not built yet: run `npm run build` first.\n');
  process.exit(1);
}

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
new TelemedicineRollout(app, 'TelemedicineRollout', {
  stage: String(app.node.getContext('stage')),
  country: String(app.node.getContext('country')),
  siteFolder,
});
app.synth();
