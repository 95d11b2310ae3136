import type { Day, Instant } from '../calendar.ts';
import type { RegionCode } from '../countryPack.ts';
import type { Language } from '../names.ts';
import type { ActivityTerms } from './activityTerms.ts';
import type { OrganisationType } from './organisationTypes.ts';

/** A text in a language. */
export interface Narrative {
  text: string;
  language: Language;
}

/** An organisation; `reference` is its identifier in IATI's registers. */
export interface Organisation {
  reference?: string | undefined;
  type?: OrganisationType | undefined;
  narratives: Narrative[];
  /** Its own identifier of the activity. */
  activityId?: string | undefined;
}

/** An organisation and its part in an activity: 1 funding, 2 accountable, 3 extending, 4 implementing. */
export interface Participant extends Organisation {
  role: '1' | '2' | '3' | '4';
}

/** Money that was promised or came, in US cents. */
export interface Transaction {
  reference: string;
  /** As the recipient reports it, 13, 11 and 1, or the donor: 12, 2 and 3. */
  type: '1' | '2' | '3' | '11' | '12' | '13';
  date: Day;
  usdCents: number;
  /** The day of the rate at which it is worth so much. */
  valuedOn: Day;
  narratives: Narrative[];
  provider: Organisation;
  receiver: Organisation;
  /** How aid in kind came: 3 through somebody else, 4 from the donor itself. */
  channel?: '3' | '4';
}

/** A region in which there is something of the activity. */
export interface ActivityLocation {
  reference: RegionCode;
  narratives: Narrative[];
}

/** What an indicator has come to at the end of a period: in all, or in a region. */
export interface Actual {
  value: number;
  region?: RegionCode;
}

export interface Period {
  from: Day;
  until: Day;
  target?: number;
  actuals: Actual[];
}

export interface ResultIndicator {
  code: string;
  title: Narrative[];
  periods: Period[];
}

/** What came of it: 1 outputs, 2 outcomes. */
export interface Result {
  type: '1' | '2';
  title: Narrative[];
  description: Narrative[];
  /** False where others have a share in it too, so that it does not add up with theirs. */
  isAdditive: boolean;
  indicators: ResultIndicator[];
}

export interface Activity {
  identifier: string;
  /** 1 the programme, 2 a donation in it. */
  level: 1 | 2;
  title: Narrative[];
  description: Narrative[];
  participants: Participant[];
  /** 1 pipeline, 2 implementation, 4 closed. */
  status: '1' | '2' | '4';
  /** 1 planned start, 2 actual start, 3 planned end, 4 actual end. */
  dates: { type: '1' | '2' | '3' | '4'; on: Day }[];
  country: string;
  locations: ActivityLocation[];
  terms: ActivityTerms;
  transactions: Transaction[];
  /** 1 the activity above, 2 one below. */
  related: { reference: string; type: '1' | '2' }[];
  results: Result[];
}

/** A file of one organisation's own activities. */
export interface IatiDocument {
  at: Instant;
  language: Language;
  reporting: Organisation & { reference: string; type: OrganisationType };
  activities: Activity[];
}
