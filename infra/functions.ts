import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { AppFunction } from './appFunction.ts';
import type { Tables } from './tables.ts';

/** Every function, and whom it hurts when it fails. */
const ifItFails = {
  about: 'A first visit does not learn the regions and indicators; partners cannot read the interface.',
  accounts: 'Whoever signs in stays on the first screen: the app cannot learn who they are.',
  people: 'Administrators cannot add people, and nobody can be deactivated.',
  facilities: 'Nobody can open or find a facility; heads and administrators cannot change one.',
  map: 'The map shows regions and no facilities.',
  donors: 'Nobody can enter a donor, and no list says who gave.',
  donations: 'Nobody can enter a donation or plan where its units go.',
  trace: 'Labels on boxes open no card; nobody who is signed in is hurt.',
  consignments:
    'Heads cannot confirm deliveries, and nobody sees where equipment is; phones keep what was told.',
  training: 'Heads and managers cannot enter training sessions; phones keep what heads entered.',
  iati: 'Neither the ministry nor a donor can get its file for IATI; portals show the one before.',
  warehouses: 'Managers and administrators cannot look up a warehouse, register or change one.',
  solutions: 'Nobody sees the solutions being rolled out, and managers cannot change one.',
  reports: 'Heads cannot submit and managers cannot review; phones keep the figures and send them later.',
  releases: 'No release can be made, and nobody can look up figures as they were cited.',
  openData: 'The public cannot read the data of releases; those who work here read them all the same.',
  publish: 'The public page stays as it was: a release that was made today is not on it until tomorrow.',
  plan: 'Nobody sees what is planned, and no target or milestone can be entered.',
  progress: 'Managers and donor partners see no figures on the overview.',
  explain: 'A figure still stands on every page, but nobody can open the records that it is the sum of.',
  reminders: 'Heads cannot switch reminders off, or on again; those that are due still go.',
  sendReminders:
    'Heads are not reminded of reports that are due; those who think of them report all the same.',
  bounces: 'Letters go on to addresses that do not take them, until the mail service takes none from us.',
  preToken: 'Nobody can sign in, and those who are signed in are out within the hour.',
  rebuild: 'Nobody is hurt today, but a figure that differs from its records would go unnoticed.',
} as const;

type FunctionName = keyof typeof ifItFails;

/** All the system's code that runs in Lambda, and who may touch what. */
export class Functions extends Construct {
  readonly all: readonly AppFunction[];
  readonly people: AppFunction;
  readonly preToken: AppFunction;
  readonly rebuild: AppFunction;
  readonly sendReminders: AppFunction;
  readonly bounces: AppFunction;
  readonly releases: AppFunction;
  readonly publish: AppFunction;

  constructor(scope: Construct, tables: Tables, country: string) {
    super(scope, 'Functions');
    const { facilities, externalCodes, movedFacilities, warehouses } = tables;
    const { solutions, solutionIndicators, solutionHolders } = tables;
    const { donors, donations, consignments, placeConsignments, numberedPlaces } = tables;
    const { traces, traceLocators } = tables;
    const { targets, milestones } = tables;
    const { trainingSessions, facilitySessions } = tables;
    const { monthlyReports, progress, history, reminders, emails, accounts } = tables;
    const { releases, releaseParts } = tables;
    const fn = (name: FunctionName, timeout?: Duration, memorySize?: number) =>
      new AppFunction(this, name, { country, ifItFails: ifItFails[name], timeout, memorySize });

    // Who is asking is all in the token, and the country all in the code: the first two need no table.
    this.all = [
      fn('about'),
      fn('accounts'),
      // Besides, it may manage the user pool's people: see the stack.
      (this.people = fn('people')
        .reads(facilities, donors, history, emails, accounts)
        .checks(accounts)
        .puts(history, emails, accounts)
        .deletes(emails)),
      fn('facilities')
        .reads(facilities, externalCodes, monthlyReports, solutions, history)
        .reads(warehouses, consignments, placeConsignments, trainingSessions, facilitySessions)
        .checks(facilities, monthlyReports)
        .updates(facilities, progress)
        .puts(externalCodes, movedFacilities, monthlyReports, consignments, placeConsignments)
        .puts(solutionHolders, trainingSessions, history)
        .deletes(externalCodes, solutionHolders),
      fn('reports')
        .reads(facilities, movedFacilities, monthlyReports, history)
        .checks(facilities)
        .updates(facilities, progress)
        .puts(monthlyReports, history),
      fn('warehouses').reads(warehouses, history).updates(progress).puts(warehouses, history),
      fn('donors').reads(donors, history).puts(donors, history),
      fn('donations')
        .reads(donors, donations, consignments, numberedPlaces, solutions, facilities, warehouses)
        .reads(progress, traces, history)
        .checks(facilities)
        .updates(progress)
        .puts(donations, consignments, placeConsignments, numberedPlaces, solutionHolders, history)
        .puts(traces, traceLocators),
      // Anyone may ask it: it reads, and nothing else.
      fn('trace').reads(traces, traceLocators, consignments, facilities, warehouses, monthlyReports),
      fn('training')
        .reads(trainingSessions, facilitySessions, facilities, solutions, history)
        .checks(facilities)
        .updates(progress)
        .puts(trainingSessions, facilitySessions, history),
      fn('iati').reads(donors, donations, progress, releases, releaseParts),
      fn('consignments')
        .reads(consignments, placeConsignments, donations, solutions, facilities, warehouses, history)
        .reads(monthlyReports)
        .checks(facilities)
        .updates(facilities, progress)
        .puts(consignments, placeConsignments, solutionHolders, donations, history),
      fn('solutions')
        .reads(solutions, solutionIndicators, solutionHolders, history)
        .reads(consignments, facilities, warehouses)
        .checks(facilities)
        .updates(facilities, progress)
        .puts(solutions, solutionIndicators, solutionHolders, consignments, history)
        .deletes(solutionIndicators),
      fn('plan').reads(targets, milestones, history).puts(targets, milestones, history),
      fn('progress').reads(progress, releases, releaseParts),
      fn('map').reads(facilities),
      // Besides, it may ask for a release to be published (publication.ts).
      // Before each release an intruder is played over all that was ever told, with a whole core.
      (this.releases = fn('releases', Duration.seconds(29), 1769)
        .reads(releases, releaseParts, progress, donors, history)
        .reads(facilities, movedFacilities, monthlyReports, milestones)
        .puts(releases, releaseParts, history)),
      fn('openData').reads(releases, releaseParts),
      // No route leads here; what it makes goes into a bucket (publication.ts).
      (this.publish = fn('publish', Duration.minutes(5)).reads(releases, releaseParts)),
      // It reads every record that progress is made of, and writes none.
      fn('explain')
        .reads(facilities, movedFacilities, warehouses, monthlyReports, consignments, placeConsignments)
        .reads(donations, solutions, trainingSessions, progress),
      fn('reminders').reads(accounts, history).puts(accounts, history),
      // It may send letters besides, and the other learns of those that come back: see the stack.
      (this.sendReminders = fn('sendReminders', Duration.minutes(15))
        .reads(accounts, facilities, monthlyReports, reminders)
        .puts(reminders)
        .deletes(reminders)),
      (this.bounces = fn('bounces').reads(accounts, history).puts(accounts, history)),
      // Cognito gives a trigger five seconds in all.
      (this.preToken = fn('preToken', Duration.seconds(5)).reads(accounts)),
      // Checks, and mends when a person asks for it: no route leads here.
      (this.rebuild = fn('rebuild', Duration.minutes(15))
        .scans(facilities, monthlyReports, solutions, warehouses, progress, accounts)
        .scans(donors, donations, consignments, trainingSessions, releases, targets, milestones)
        .scans(traces)
        .reads(facilities, monthlyReports)
        .checks(monthlyReports)
        .updates(facilities, consignments, progress)
        .puts(accounts, placeConsignments)
        .deletes(progress)),
    ];
  }

  /** The function of this name; the contract's top-level keys are such names. */
  named(name: string): AppFunction {
    const found = this.all.find((each) => each.name === name);
    if (!found) throw new Error(`The contract has routes for '${name}', but there is no such function.`);
    return found;
  }
}
