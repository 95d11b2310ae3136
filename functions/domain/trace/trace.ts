import * as z from 'zod/mini';
import { Day } from '../calendar.ts';
import { ConsignmentId } from '../equipment/consignment.ts';
import { DonationId } from '../equipment/giverIds.ts';
import { Person } from '../person.ts';
import { ensure } from '../refusal.ts';
import { textOf } from '../text.ts';

/** Why a link is not to open anything any more. */
export const RevocationReason = textOf(3, 500);

const Made = z.strictObject({ on: Day, by: Person });
const Revoked = z.strictObject({ on: Day, by: Person, reason: RevocationReason });

/** A link of a donation as it is kept. Its key signs the ids of the donation and of all its consignments, and leaves no function. */
export const TraceLink = z.strictObject({
  locator: z.string(),
  /** 256 bits in hexadecimal digits. */
  key: z.string(),
  made: Made,
  revoked: z.optional(Revoked),
});
export type TraceLink = z.infer<typeof TraceLink>;

/** The links that a donation has and had, the oldest first. */
export const Trace = z.strictObject({
  donationId: DonationId,
  version: z.int().check(z.minimum(1)),
  links: z.array(TraceLink).check(z.minLength(1)),
});
export type Trace = z.infer<typeof Trace>;

/** So many links a donation may have had: an item holds as many. */
export const mostLinks = 100;

/** A donation's links as those see them who make them; no key is among them. */
export const TraceLinks = z.strictObject({
  /** What the next command is based on; 0 where there was never a link. */
  version: z.int(),
  /** The one that opens the card, with one for a label on each consignment that has not ended. */
  link: z.optional(
    z.strictObject({
      traceId: z.string(),
      made: Made,
      labels: z.array(
        z.strictObject({ consignmentId: ConsignmentId, box: z.int(), traceId: z.string(), units: z.int() }),
      ),
    }),
  ),
  former: z.array(z.strictObject({ made: Made, revoked: Revoked })),
});
export type TraceLinks = z.infer<typeof TraceLinks>;

/** The link that opens the card now. */
export function linkNow(trace: Trace | undefined): TraceLink | undefined {
  const newest = trace?.links.at(-1);
  return newest?.revoked ? undefined : newest;
}

/** The donation has this link from now on; refuses a second one beside one that opens. */
export function makeLink(trace: Trace | undefined, donationId: string, link: TraceLink): Trace {
  ensure(!linkNow(trace), 'wrongState', 'This donation has a link already. Revoke it to make another.');
  const links = trace?.links ?? [];
  ensure(links.length < mostLinks, 'tooHigh', `A donation has had ${mostLinks} links at most.`);
  return { donationId, version: (trace?.version ?? 0) + 1, links: [...links, link] };
}

/** The link that the donation has opens nothing any more, nor does any label with it. */
export function revokeLink(trace: Trace | undefined, revoked: z.infer<typeof Revoked>): Trace {
  const link = linkNow(trace);
  ensure(trace && link, 'wrongState', 'This donation has no link that could be revoked.');
  return { ...trace, version: trace.version + 1, links: [...trace.links.slice(0, -1), { ...link, revoked }] };
}

/** Refuses a link that was revoked. */
export function ensureNotRevoked({ revoked }: TraceLink): void {
  ensure(!revoked, 'revoked', 'This link was revoked: it does not show anything any more.');
}
