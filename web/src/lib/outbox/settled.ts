import type { Entry, EntryOf, Records, Route } from './entry.ts';
import type { Answered } from './outcome.ts';

/** What became of an entry. */
export interface Settled<Record = Records[Route]> {
  answered: Answered<Record>;
  /** What takes its place in the outbox. */
  next?: Entry;
  /** It stays there, refused, where its author finds it. */
  stays?: boolean;
}

export type Resolver<R extends Route> = (
  entry: EntryOf<R>,
  answered: Answered<Records[R]>,
) => Promise<Settled<Records[R]>>;
