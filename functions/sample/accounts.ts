import type { Account } from '../store/accounts.ts';
import { lastMonth } from './facts.ts';
import type { Fate } from './fates.ts';
import type { Owed } from './owed.ts';
import { administrator, headOf, manager, managerOfLviv } from './people.ts';

/** The accounts of the demonstration; of each role, the first is the one to begin with. */
export function sampleAccounts(owed: Owed[]): Account[] {
  return [
    { ...manager, role: 'manager', regions: 'all', note: 'Sees and reviews the whole country.' },
    { ...managerOfLviv, role: 'manager', regions: ['UA-46'], note: 'Sees and reviews Lviv region only.' },
    {
      accountId: 'donor-sample',
      name: 'Nora Lindqvist',
      role: 'donor',
      donorId: 'sample',
      note: 'Follows the progress of a rollout that she helps to pay for.',
    },
    { ...administrator, role: 'admin', note: 'Registers facilities and moves them on.' },
    ...interestingHeads(owed),
  ];
}

/** What makes a facility a good one to sign in for: what came of its last two months. */
interface Situation {
  last: Fate;
  before: Fate;
  note: string;
}

const situations: [Situation, ...Situation[]] = [
  { last: 'missing', before: 'approved', note: 'November is due.' },
  { last: 'returned', before: 'approved', note: 'November came back with a question.' },
  { last: 'waiting', before: 'approved', note: 'November is waiting for review.' },
  { last: 'draft', before: 'approved', note: 'November is begun and not yet handed in.' },
  { last: 'missing', before: 'missing', note: 'November is due and October is late.' },
];

/**
 * One head for each situation, of facilities with a past. The first is of a clinic in Lviv region without a blemish;
 * lists show accounts by id, so the others come after it.
 */
function interestingHeads(owed: Owed[]): Account[] {
  const histories = owed
    .filter(({ month }) => month === lastMonth)
    .map(({ profile }) => owed.filter((one) => one.profile === profile));
  const first = histories.find((history) => isBlameless(history) && isIn(history, situations[0]));
  const start = first ? histories.indexOf(first) : 0;
  return situations.flatMap((situation) => {
    const found = histories
      .slice(start)
      .find((history) => isIn(history, situation) && isExperienced(history));
    const profile = found?.[0]?.profile;
    if (!profile) return [];
    return [{ ...headOf(profile), role: 'head', facilityId: profile.facilityId, note: situation.note }];
  });
}

function isIn(history: Owed[], { last, before }: Situation): boolean {
  const [previous, current] = history.slice(-2);
  return current?.month === lastMonth && current.fate === last && previous?.fate === before;
}

function isBlameless(history: Owed[]): boolean {
  return history.every(
    ({ profile, month, fate }) =>
      profile.region === 'UA-46' &&
      profile.type === 'districtClinic' &&
      (fate === 'approved' || month === lastMonth),
  );
}

function isExperienced(history: Owed[]): boolean {
  return history.filter(({ fate }) => fate === 'approved').length >= 6;
}
