import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { stackNameOf } from './deployment.ts';
import type { Deployment } from './deployment.ts';
import { Functions } from './functions.ts';
import { NightlyCheck } from './nightlyCheck.ts';
import { SignIn } from './signIn.ts';
import { Site } from './site.ts';
import { Tables } from './tables.ts';

/** The whole system of one country, in one stage; `siteFolder` is the built app. */
export class TelemedicineRollout extends Stack {
  constructor(scope: Construct, deployment: Deployment, siteFolder: string) {
    const { stage, country } = deployment;
    super(scope, stackNameOf(deployment), {
      description: `Telemedicine Rollout ${country} (${stage})`,
      terminationProtection: true,
    });

    const tables = new Tables(this);
    const fns = new Functions(this, tables, country); // who may touch what, in one list
    const signIn = new SignIn(this, fns.preToken, `telemedicine-${country}-${stage}`.toLowerCase());
    fns.people.administers(signIn.pool);
    const api = new Api(this);
    const site = new Site(this, api, signIn, siteFolder); // one origin: the app, and the API under /api/
    const client = signIn.clientOf(site.url);
    api.serve(fns, signIn, client); // routes come from the contract
    site.publish(signIn.configFor(client, deployment));
    const nightly = new NightlyCheck(this, fns.rebuild);
    const alarms = new Alarms(this, { fns, api, tables, nightly }); // each says whom it hurts

    // What docs/deploy.md needs to name.
    new CfnOutput(this, 'url', { value: site.url });
    new CfnOutput(this, 'userPool', { value: signIn.pool.userPoolId });
    new CfnOutput(this, 'accountsTable', { value: tables.accounts.table.tableName });
    new CfnOutput(this, 'rebuildFunction', { value: fns.rebuild.functionName });
    new CfnOutput(this, 'alarmTopic', { value: alarms.topic.topicArn });
  }
}
