import { ensure } from '../refusal.ts';
import { signsOf } from '../signs.ts';

/** Digits and letters that nobody takes for one another. */
export const signs = '23456789abcdefghjkmnpqrstuvwxyz';

/** How many signs each part of an id has; 26 of a signature are 128 bits. */
export const lengths = { locator: 10, box: 4, signature: 26, check: 3 } as const;

/** A prime number that three signs can tell. */
const checkModulus = 29_789n;

/** What an id says: where its link is kept, whose card it opens, and that who has the link's key made it. */
export interface TraceCode {
  locator: string;
  /** The number of a consignment in its donation, which its parts share; 0 is the donation. */
  box: number;
  signature: string;
}

/** What of a code is signed. */
export function signedText({ locator, box }: Omit<TraceCode, 'signature'>): string {
  return `${locator}${signsOf(BigInt(box), signs, lengths.box)}`;
}

/** The id in a link, whose last signs check all that stands before them. */
export function traceIdOf(code: TraceCode): string {
  const checked = `${signedText(code)}${code.signature}`;
  return `${checked}${checkSignsOf(checked)}`;
}

/**
 * The text, read as a number, modulo a prime number that no power of the alphabet's length is a multiple of, as ISO 7064
 * does it: another sign, or two that changed places, give another remainder.
 */
function checkSignsOf(checked: string): string {
  const value = [...checked].reduce((sum, sign) => sum * BigInt(signs.length) + valueOf(sign), 0n);
  return signsOf(value % checkModulus, signs, lengths.check);
}

const valueOf = (sign: string): bigint => BigInt(signs.indexOf(sign));

const part = (length: number): string => `([${signs}]{${length}})`;
const form = new RegExp(
  `^${part(lengths.locator)}${part(lengths.box)}${part(lengths.signature)}[${signs}]{${lengths.check}}$`,
);

/** What an id says; refuses one that was altered, as its last signs tell. */
export function traceCode(traceId: string): TraceCode {
  const [, locator = '', box = '', signature = ''] = form.exec(traceId) ?? [];
  const number = [...box].reduceRight((sum, sign) => sum * BigInt(signs.length) + valueOf(sign), 0n);
  const code = { locator, box: Number(number), signature };
  ensureAsMade(locator !== '' && traceIdOf(code) === traceId);
  return code;
}

/** Refuses an id that is no link's, but nearly one's. */
export function ensureAsMade(isAsMade: boolean): void {
  ensure(
    isAsMade,
    'alteredId',
    'This is not the link that was given out: some of it was altered. Scan the label again.',
    { field: 'traceId' },
  );
}
