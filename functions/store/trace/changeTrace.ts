import type { CountryPack } from '../../domain/countryPack.ts';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import type { Donation } from '../../domain/equipment/donation.ts';
import type { Trace } from '../../domain/trace/trace.ts';
import { commitChange, type Command } from '../change.ts';
import type { Database } from '../database.ts';
import { Consignments } from '../equipment/consignments.ts';
import { donationFrom, donationKey } from '../equipment/donations.ts';
import { recordChange } from '../recordKind.ts';
import { locatorWrite, traceKey, traceKind, traceSubject } from './traces.ts';

/** A donation with its links and all of its units. */
export interface TraceContext {
  donation: Donation | undefined;
  trace: Trace | undefined;
  consignments: Consignment[];
}

interface TraceRules {
  authorise: (context: TraceContext) => void;
  decide: (trace: Trace | undefined) => Trace;
}

/** Reads all there is to decide on about the links of a donation. */
export async function readTrace(
  database: Database,
  pack: CountryPack,
  donationId: string,
): Promise<TraceContext> {
  const [[donation, trace], consignments] = await Promise.all([
    database.get([donationKey(pack, donationId), traceKey(donationId)]),
    new Consignments(database).ofDonation(donationId),
  ]);
  return {
    donation: donation && donationFrom(donation),
    trace: trace && traceKind.from(trace),
    consignments,
  };
}

/** Does one command on the links of a donation. */
export function changeTrace(
  database: Database,
  pack: CountryPack,
  donationId: string,
  command: Command,
  { authorise, decide }: TraceRules,
): Promise<Trace> {
  return commitChange(
    database,
    pack,
    {
      kind: traceKind,
      subject: traceSubject(donationId),
      read: () => readTrace(database, pack, donationId),
      recordIn: ({ trace }) => trace,
      authorise,
      decide: ({ trace }) => {
        const after = decide(trace);
        const known = new Set(trace?.links.map(({ locator }) => locator));
        const found = after.links
          .filter(({ locator }) => !known.has(locator))
          .map(({ locator }) => locatorWrite(locator, donationId));
        return [recordChange(traceKind, trace, after, found)];
      },
      // A refusal of what is stale shows the record, and a key leaves no function.
      shown: (trace) => ({ ...trace, links: trace.links.map((link) => ({ ...link, key: '' })) }),
      guards: 'version',
    },
    command,
  );
}
