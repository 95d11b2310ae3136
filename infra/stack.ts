import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { Api } from './api.ts';
import { Functions } from './functions.ts';
import { NightlyRebuild } from './rebuild.ts';
import { SignIn } from './signIn.ts';
import { Site } from './site.ts';
import { Tables } from './tables.ts';

export interface TelemedicineRolloutProps {
  /** Which copy of the system this is, such as `dev`. */
  readonly stage: string;
  /** ISO 3166-1 code of the country whose pack the system uses. */
  readonly country: string;
  /** The built app. */
  readonly siteFolder: string;
}

/** The whole system of one country. */
export class TelemedicineRollout extends Stack {
  constructor(scope: Construct, id: string, { stage, country, siteFolder }: TelemedicineRolloutProps) {
    super(scope, id, {
      description: `Telemedicine Rollout ${country} (${stage})`,
      terminationProtection: true,
    });

    const tables = new Tables(this);
    const fns = new Functions(this, tables, country); // who may touch what, in one list
    const people = new SignIn(this, fns.preToken, `telemedicine-${country}-${stage}`.toLowerCase());
    const api = new Api(this);
    const site = new Site(this, api, people); // one origin: the app, and the API under /api/
    const client = people.clientOf(site.url);
    api.serve(fns, people, client); // routes come from the contract
    site.publish(siteFolder, people.configFor(client, { stage, country }));
    new NightlyRebuild(this, fns.rebuild);
    new Alarms(this, { fns, api, tables }); // each says whom it hurts

    new CfnOutput(this, 'url', { value: site.url });
  }
}
