import { CfnOutput, Stack, TimeZone } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { packFor } from '../functions/packs/index.ts';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { DailyJob } from './dailyJob.ts';
import { stackNameOf } from './deployment.ts';
import type { Deployment } from './deployment.ts';
import { Functions } from './functions.ts';
import { Letters } from './letters.ts';
import { Publication } from './publication.ts';
import { SignIn } from './signIn.ts';
import { Site } from './site.ts';
import { Tables } from './tables.ts';

/** The whole system of one country, in one stage; `siteFolder` is the built app. */
export class TelemedicineRollout extends Stack {
  constructor(scope: Construct, deployment: Deployment, siteFolder: string) {
    const { stage, country, sender } = deployment;
    super(scope, stackNameOf(deployment), {
      description: `Telemedicine Rollout ${country} (${stage})`,
      terminationProtection: true,
    });

    const tables = new Tables(this);
    const fns = new Functions(this, tables, country); // who may touch what, in one list
    const signIn = new SignIn(this, fns.preToken, `telemedicine-${country}-${stage}`.toLowerCase());
    fns.people.administers(signIn.pool);
    const api = new Api(this);
    const publication = new Publication(this, fns); // what everybody reads, as files
    const site = new Site(this, { api, signIn, publication, country }, siteFolder); // one origin: public pages, the app, the API under /api/
    const client = signIn.clientOf(site.url);
    api.serve(fns, signIn, client); // routes come from the contract
    site.publish(signIn.configFor(client, deployment));
    for (const fn of [fns.publish, fns.named('openData')]) fn.addEnvironment('ORIGIN', site.url);
    fns.sendReminders.sends(new Letters(this, sender, fns.bounces)).addEnvironment('ORIGIN', site.url);
    const nightly = new DailyJob(this, 'NightlyRebuild', {
      fn: fns.rebuild,
      job: 'check',
      description: 'Recomputes progress from the records and counts the differences.',
      hour: 1,
      timeZone: TimeZone.ETC_UTC,
    });
    const reminders = new DailyJob(this, 'DailyReminders', {
      fn: fns.sendReminders,
      job: 'remind',
      description: 'Reminds heads of reports that are due soon or late.',
      hour: 8,
      timeZone: TimeZone.of(packFor(country).timeZone),
    });
    const alarms = new Alarms(this, { fns, api, tables, nightly, reminders, publication }); // each says whom it hurts

    // What docs/deploy.md needs to name.
    new CfnOutput(this, 'url', { value: site.url });
    new CfnOutput(this, 'userPool', { value: signIn.pool.userPoolId });
    new CfnOutput(this, 'accountsTable', { value: tables.accounts.table.tableName });
    new CfnOutput(this, 'rebuildFunction', { value: fns.rebuild.functionName });
    new CfnOutput(this, 'publishFunction', { value: fns.publish.functionName });
    new CfnOutput(this, 'alarmTopic', { value: alarms.topic.topicArn });
  }
}
