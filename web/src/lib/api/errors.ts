import type { RefusalCode } from '#functions/domain/refusal.ts';

/** What the API answers instead of doing what was asked (RFC 9457). */
export interface Problem {
  status: number;
  code: RefusalCode | 'unauthorized' | 'internal';
  /** The field to mend, as a path in the request such as `figures.daysWithoutPower`. */
  field?: string;
  /** A sentence for the user, in English. */
  detail: string;
  /** For a stale write: the record as it stands, and what the caller wanted it to be. */
  current?: unknown;
  yours?: unknown;
}

/** The API understood and refused, or failed; nothing was written. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** The API could not be reached; trying again later is all there is to do. */
export class NoNetwork extends Error {
  override name = 'NoNetwork';
}

/** Nobody is signed in any more; the way on is the sign-in page. */
export class SignedOut extends Error {
  override name = 'SignedOut';
}

/** Why something could not be had, as far as the reader is told. */
export type Failure = 'noNetwork' | 'signedOut' | 'forbidden' | 'notFound' | 'server' | 'refused' | 'crash';

/** What was thrown, as a reason. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NoNetwork) return 'noNetwork';
  if (error instanceof SignedOut) return 'signedOut';
  if (!(error instanceof Refused)) return 'crash';
  const { code, status } = error.problem;
  if (code === 'forbidden' || code === 'notFound') return code;
  return status >= 500 ? 'server' : 'refused';
}
