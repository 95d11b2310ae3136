import * as z from 'zod/mini';
import type { Consignment } from '../../domain/equipment/consignment.ts';
import { ensure } from '../../domain/refusal.ts';
import { boxesOf } from '../../domain/trace/boxes.ts';
import { ensureNotRevoked, linkNow, Trace, type TraceLinks } from '../../domain/trace/trace.ts';
import { ensureAsMade, type TraceCode } from '../../domain/trace/traceId.ts';
import type { Database } from '../database.ts';
import { versionedPut, type RecordKind } from '../recordKind.ts';
import type { Key, Write } from '../write.ts';
import { isSignedWith, signedId } from './signing.ts';

/** The links of donations as records; they add nothing to progress. */
export const traceKind: RecordKind<Trace> = {
  name: 'trace links',
  table: 'traces',
  subjectOf: ({ donationId }) => traceSubject(donationId),
  shardBy: ({ donationId }) => donationId,
  from: (item) => Trace.parse(item),
  parse: (kept) => Trace.parse(kept),
  write: (trace) => versionedPut('traces', trace, trace.version),
  contributions: () => [],
};

/** The subject of the history of a donation's links. */
export const traceSubject = (donationId: string) => `trace#${donationId}`;

/** Where the links of a donation are kept. */
export function traceKey(donationId: string): { table: 'traces'; key: Key } {
  return { table: 'traces', key: { donationId } };
}

/** Lets a link be found; two that were drawn alike are not both written. */
export function locatorWrite(locator: string, donationId: string): Write {
  return {
    table: 'traceLocators',
    kind: 'put',
    item: { locator, donationId },
    condition: 'attribute_not_exists(#locator)',
    names: { '#locator': 'locator' },
  };
}

const Located = z.object({ donationId: z.string() });

export class Traces {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The links of a donation, or undefined. */
  async find(donationId: string): Promise<Trace | undefined> {
    const [item] = await this.#database.get([traceKey(donationId)]);
    return item && traceKind.from(item);
  }

  /**
   * The donation that an id opens. Refuses one that no link ever had as missing, one that its link did not sign as altered,
   * and one whose link was revoked as revoked, in this order: who guesses does not learn what there was.
   */
  async opened(code: TraceCode): Promise<string> {
    const [located] = await this.#database.get([{ table: 'traceLocators', key: { locator: code.locator } }]);
    ensure(located, 'notFound', 'There is no such link.');
    const { donationId } = Located.parse(located);
    const trace = await this.find(donationId);
    const link = trace?.links.find(({ locator }) => locator === code.locator);
    if (!link) throw new Error(`The link at ${code.locator} is not among those of its donation.`);
    ensureAsMade(isSignedWith(code, link.key));
    ensureNotRevoked(link);
    return donationId;
  }
}

/** The links of a donation without their keys, and a signed id for each of its boxes. */
export function linksSeen(trace: Trace | undefined, consignments: Consignment[]): TraceLinks {
  const link = linkNow(trace);
  return {
    version: trace?.version ?? 0,
    ...(link && {
      link: {
        traceId: signedId(link, 0),
        made: link.made,
        labels: boxesOf(consignments).map((one) => ({ ...one, traceId: signedId(link, one.box) })),
      },
    }),
    former: (trace?.links ?? []).flatMap(({ made, revoked }) => (revoked ? [{ made, revoked }] : [])),
  };
}
