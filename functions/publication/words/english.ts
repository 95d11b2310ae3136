import type { Words } from './words.ts';

export const english: Words = {
  language: 'English',
  title: 'Telemedicine in figures',
  sample: 'Sample data. Invented for a demonstration, not the ministry’s own.',
  asOf: (month, day) => `Figures to the end of ${month}, released on ${day}.`,
  none: 'No figures have been released yet.',
  facilities: 'Facilities with telemedicine',
  sinceMonth: (change) => `${change} in the month`,
  given: 'Teleconsultations',
  trained: 'Health workers trained',
  sessions: (count) => `training sessions: ${count}`,
  aid: 'Aid received',
  solutions: 'Solutions that operate',
  preparing: (count) => `in preparation: ${count}`,
  notShown: 'not shown',
  trend: 'Facilities with telemedicine at each month’s end',
  table: 'The same as a table',
  month: 'Month',
  uses: 'What they use it for',
  usesOf: 'Facilities that have it; one facility can have several',
  milestones: 'Milestones',
  partOf: (part, whole) => `${part} of ${whole}`,
  where: 'Where',
  region: 'Region',
  notShownMeans:
    'Not shown is not zero. Figures about people appear by region only for whole quarters, and never where so few are counted, or so few facilities report, that someone could be recognised.',
  gap: 'Where the line is broken, the figure is not shown.',
  means: 'What the figures mean',
  meansLive: 'Connected, equipped, staff trained, and at work.',
  meansGiven: 'Doctor to doctor or doctor to patient, reported by the facility and approved by the ministry.',
  meansTrained: 'Trained in telemedicine equipment for the first time. No names are kept.',
  meansAid:
    'Arrived in the country’s facilities or warehouses; worth what the agreement says, at that day’s rate.',
  trust: 'How they are checked',
  trustText:
    'Each facility’s head reports once a month. The ministry checks each report and counts only what it has approved. A release is never changed: corrections join the next one.',
  notIn: 'Not in these figures',
  notInText: (open, expected, month) =>
    `${open} of ${expected} reports for ${month} were not approved when the release was made. They join the next release once they are.`,
  allIn: (month) => `All reports for ${month} are approved.`,
  openData: 'Open data',
  licence: 'Creative Commons Attribution 4.0: use it, and name the source.',
  releasedOn: 'Released on',
  cite: (source, id, day) => `To cite: ${source}, release ${id}, ${day}.`,
  signIn: 'Sign in, for those who report',
  lead: (live, given) => [
    live.count === 1
      ? `${live.text} health facility works with telemedicine.`
      : `${live.text} health facilities work with telemedicine.`,
    ...(given
      ? [
          given.count === 1
            ? `It has brought ${given.text} teleconsultation.`
            : `Together they have given ${given.text} teleconsultations.`,
        ]
      : []),
  ],
  languages: 'Languages',
  about: (country, month) =>
    `Telemedicine in ${country}: figures to the end of ${month}, checked by the ministry. Open data, trend and map by region.`,
  checked: 'Checked by the ministry.',
  toData: 'Open data',
  toBulletin: 'Bulletin, for those who sign in',
  inRegions: (count, all) => `in ${count} of ${all} regions`,
  joinedIn: (year, count) => `Joined in ${year}: ${count}`,
  mapOf: 'Facilities with telemedicine by region',
  range: (from, to) => `${from} to ${to}`,
  andMore: (from) => `${from} and more`,
  nothing: 'none',
  onlyHere: 'On the map, numbers stand where there is room; the table has them all.',
  dictionary: 'What the columns mean',
  newest: 'newest',
  replaced: 'replaced by a later version',
  earlier: (count) => `Earlier releases: ${count}`,
  embed: 'Put this on your site',
  embedHow:
    'Copy a line into your page. It shows the newest release, runs no script and asks your readers for nothing.',
  views: { number: 'number', trend: 'trend', map: 'map' },
  more: 'All figures',
  toEnd: (month) => `to the end of ${month}`,
  notFound: 'There is nothing at this address.',
  outOfReach: 'out of reach',
};
