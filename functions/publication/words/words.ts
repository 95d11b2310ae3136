import type { View } from '../paths.ts';

/** A number, and how it is written. */
export interface Counted {
  count: number;
  text: string;
}

type One = (text: string) => string;
type Two = (one: string, other: string) => string;
type Three = (one: string, other: string, third: string) => string;

/** What the public page and the figures for other sites say besides figures. Numbers and dates come as they are written. */
export interface Words {
  /** The name of the language itself. */
  language: string;
  languages: string;
  title: string;
  sample: string;
  /** The page in one or two sentences: how many facilities, and what they have given where that is told. */
  lead: (live: Counted, given: Counted | undefined) => string[];
  about: Two;
  asOf: Two;
  checked: string;
  none: string;
  facilities: string;
  sinceMonth: One;
  inRegions: Two;
  given: string;
  trained: string;
  sessions: One;
  aid: string;
  solutions: string;
  preparing: One;
  notShown: string;
  trend: string;
  joinedIn: Two;
  table: string;
  month: string;
  uses: string;
  usesOf: string;
  milestones: string;
  partOf: Two;
  where: string;
  mapOf: string;
  range: Two;
  andMore: One;
  nothing: string;
  onlyHere: string;
  outOfReach: string;
  region: string;
  notShownMeans: string;
  gap: string;
  means: string;
  meansLive: string;
  meansGiven: string;
  meansTrained: string;
  meansAid: string;
  trust: string;
  trustText: string;
  notIn: string;
  notInText: Three;
  allIn: One;
  openData: string;
  licence: string;
  releasedOn: string;
  dictionary: string;
  newest: string;
  replaced: string;
  earlier: One;
  cite: Three;
  toData: string;
  toBulletin: string;
  signIn: string;
  embed: string;
  embedHow: string;
  views: Record<View, string>;
  more: string;
  toEnd: One;
  notFound: string;
}
