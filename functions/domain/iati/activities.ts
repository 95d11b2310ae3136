import type { Day } from '../calendar.ts';
import type { CountryPack } from '../countryPack.ts';
import { termsOfDonation, usualTerms, type ActivityTerms } from './activityTerms.ts';
import type { Activity, Organisation, Participant } from './document.ts';
import type { Given, Sources } from './exported.ts';
import { narrativesOf, said, typedNarrative } from './narratives.ts';
import { hasSeveralFunders, participantsOf } from './organisations.ts';
import { locationsOf, receivedIn, unitsResult } from './results.ts';
import { transactionsOf, type incoming, type outgoing } from './transactions.ts';

/** One side's view of donations. */
interface Side {
  identifier: string;
  /** The identifier of the programme that the donation is part of. */
  programme: string;
  types: typeof incoming | typeof outgoing;
  donor: Organisation;
  ministry: Organisation;
}

/** A donation as an activity: its money, and what became of its units. */
export function donationActivity(
  { donation, donor: whose }: Given,
  { identifier, programme, types, donor, ministry }: Side,
  { pack, ofDonations, today }: Sources,
): Activity {
  const { title, pledgedOn, lines } = donation;
  const rows = ofDonations.filter(({ row }) => row === donation.donationId);
  const received = receivedIn(rows);
  return {
    identifier,
    level: 2,
    title: [typedNarrative(title, pack)],
    description: narrativesOf(said.inKind, pack),
    participants: participantsOf(donation, { donor, ministry }, pack),
    ...progressOf(donation, received.size > 0, today),
    country: pack.country,
    locations: [],
    terms: termsOfDonation(donation, whose),
    transactions: transactionsOf(donation, {
      types,
      provider: donor,
      receiver: ministry,
      received,
      pack,
      today,
    }),
    related: [{ reference: programme, type: '1' }],
    results: unitsResult({
      rows,
      from: pledgedOn,
      today,
      pack,
      target: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      isAdditive: !hasSeveralFunders(donation),
      about: said.unitsOfDonation,
    }),
  };
}

type Progress = Pick<Activity, 'status' | 'dates'>;

function progressOf(
  { pledgedOn, agreedOn, endsOn }: Given['donation'],
  hasBegun: boolean,
  today: Day,
): Progress {
  const isOver = endsOn !== undefined && endsOn < today;
  const start = agreedOn ?? pledgedOn;
  return {
    status: isOver ? '4' : agreedOn || hasBegun ? '2' : '1',
    dates: [
      { type: agreedOn || hasBegun || isOver ? '2' : '1', on: start },
      ...(endsOn ? [{ type: '3' as const, on: endsOn }] : []),
      ...(isOver ? [{ type: '4' as const, on: endsOn }] : []),
    ],
  };
}

interface Programme {
  identifier: string;
  participants: Participant[];
  from: Day;
  parts: Activity[];
  isAdditive: boolean;
  about: (typeof said)['unitsOfAll' | 'unitsOfDonor'];
  terms?: ActivityTerms;
}

/** What the donations are part of: where the units are, by region, and no money, which is told once. */
export function programmeActivity(
  { identifier, participants, from, parts, isAdditive, about, terms = usualTerms }: Programme,
  { pack, byRegion, today, until = today }: Sources,
): Activity {
  const locations = locationsOf(byRegion, until, pack);
  const regions = locations.map(({ reference }) => reference);
  return {
    identifier,
    level: 1,
    title: programmeTitle(pack),
    description: narrativesOf(said.programmeAbout, pack),
    participants,
    status: '2',
    dates: [{ type: from <= today ? '2' : '1', on: from }],
    country: pack.country,
    locations,
    terms,
    transactions: [],
    related: parts.map((part) => ({ reference: part.identifier, type: '2' })),
    results: unitsResult({ rows: byRegion, from, today: until, pack, regions, isAdditive, about }),
  };
}

function programmeTitle(pack: CountryPack) {
  return narrativesOf(said.programme, pack).map(({ language, text }) => ({
    language,
    text: `${text}: ${pack.names[language]}`,
  }));
}
