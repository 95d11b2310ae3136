import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { signsOf } from '../../domain/signs.ts';
import type { TraceLink } from '../../domain/trace/trace.ts';
import { lengths, signedText, signs, traceIdOf, type TraceCode } from '../../domain/trace/traceId.ts';

/** Signs in which every byte of chance counts. */
const signsFrom = (bytes: Buffer, count: number): string =>
  signsOf(BigInt(`0x${bytes.toString('hex')}`), signs, count);

/** What of a new link is drawn by chance: where it is found, and 256 bits that sign its ids. */
export function drawn(): Pick<TraceLink, 'locator' | 'key'> {
  return { locator: signsFrom(randomBytes(16), lengths.locator), key: randomBytes(32).toString('hex') };
}

/** The id that opens the card of a donation (0) or of one of its consignments, signed with the link's own key. */
export function signedId({ locator, key }: Pick<TraceLink, 'locator' | 'key'>, box: number): string {
  return traceIdOf({ locator, box, signature: signatureOf({ locator, box }, key) });
}

/** Whether this link's key signed an id. */
export function isSignedWith(code: TraceCode, key: string): boolean {
  return timingSafeEqual(Buffer.from(code.signature), Buffer.from(signatureOf(code, key)));
}

/** HMAC with SHA-256 (RFC 2104), cut to 128 bits. */
function signatureOf(code: Omit<TraceCode, 'signature'>, key: string): string {
  const digest = createHmac('sha256', Buffer.from(key, 'hex')).update(signedText(code)).digest();
  return signsFrom(digest, lengths.signature);
}
