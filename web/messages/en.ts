import type { Text } from '../src/lib/message.ts';

/** English, the language the others are checked against. `{n}` is the number that plural forms are chosen by. */
export const en = {
  // The shell
  product: 'Telemedicine Rollout',
  skipToContent: 'Skip to content',
  navLabel: 'Main',
  navOverview: 'Overview',
  navFacilities: 'Facilities',
  navReview: 'Review',
  navMyFacility: 'My facility',
  language: 'Language',
  theme: 'Appearance',
  themeSystem: 'As the device',
  themeLight: 'Light',
  themeDark: 'Dark',
  menu: 'Menu',
  signedInAs: 'Signed in as {name}',
  roleManager: 'Programme manager',
  roleDonor: 'Donor partner',
  roleHead: 'Facility head',
  roleAdmin: 'Administrator',
  signIn: 'Sign in',
  signOut: 'Sign out',
  back: 'Back',
  sampleBanner: 'Sample data for {country}. The day is {day}.',
  noNetwork: 'No network',
  newVersion: 'A newer version is ready.',
  reload: 'Reload',

  // Sign-in
  signInTitle: 'See how far telemedicine has come, and what is stuck.',
  signInWhat:
    'One place where the ministry, its partners and every facility record, steer and see the rollout: equipment, training, consultations.',
  signInPrivacy: 'No patient data is kept here: only counts of a facility and a month.',
  signingIn: 'One moment, you are being signed in.',
  signInFailed: 'Signing in did not work.',
  signInAgain: 'Your session is over. Sign in again to go on where you were; what you typed is kept.',

  // States
  loading: 'Loading',
  nothingYet: 'Nothing yet',
  failedTitle: 'This could not be loaded.',
  failedNoNetwork: 'There is no network. Try again when it is back.',
  failedServer: 'The server did not answer as it should. Try again in a minute.',
  failedForbidden: 'Your role does not include this page.',
  tryAgain: 'Try again',
  keptFrom: 'No network. You see what this device kept on {when}.',
  notFoundTitle: 'There is no such page.',
  notFoundText: 'The address may be mistyped, or the record is not yours to see.',
  crashTitle: 'Something went wrong here.',
  crashText: 'Reload the page. What you typed is kept.',
  toStart: 'To the start',

  // Tables and charts
  showTable: 'Show as a table',
  hideTable: 'Hide the table',
  sortBy: 'Sort by {column}',
  scrollTable: 'Table, can be scrolled',
  noRows: 'No rows',
  month: 'Month',
  monthEarlier: 'One month earlier',
  monthLater: 'One month later',
  region: 'Region',
  allRegions: 'All regions',

  // Words of the domain
  statusDraft: 'Draft',
  statusSubmitted: 'Waiting for review',
  statusReturned: 'Returned',
  statusApproved: 'Approved',
  statusMissing: 'Missing',
  stagePlanned: 'Planned',
  stageConnected: 'Connected',
  stageEquipped: 'Equipped',
  stageTrained: 'Trained',
  stageLive: 'Live',
  stageSuspended: 'Suspended',
} as const satisfies Record<string, Text>;

/** A language with a text for every message. */
export type Texts = Record<keyof typeof en, Text>;

type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<T> = T extends string ? NamesIn<T> : NamesIn<T[keyof T]> | 'n';
type Message<T> = [NamesOf<T>] extends [never]
  ? () => string
  : (values: { [Name in NamesOf<T>]: Name extends 'n' ? number : string | number }) => string;

/** Every message as a function of the values it names. */
export type Messages = { [Key in keyof typeof en]: Message<(typeof en)[Key]> };
