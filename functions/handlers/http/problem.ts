import { ORPCError } from '@orpc/server';
import * as z from 'zod/mini';
import { Refusal, type RefusalCode } from '../../domain/refusal.ts';

/** Why a request is not done: refused, or a bug. */
export type ProblemCode = RefusalCode | 'internal';

/** The status that each problem is answered with. */
export const statusOf: Record<ProblemCode, number> = {
  invalid: 400,
  malformed: 400,
  unknownField: 400,
  tooLarge: 413,
  forbidden: 403,
  notFound: 404,
  alteredId: 404,
  revoked: 410,
  stale: 409,
  keyReused: 409,
  wrongState: 409,
  alreadyExists: 409,
  notReady: 409,
  notAWholeNumber: 422,
  tooLow: 422,
  tooHigh: 422,
  missingFigure: 422,
  unknownIndicator: 422,
  monthNotOver: 422,
  notLiveThen: 422,
  moreThanItsWhole: 422,
  mixedGrains: 422,
  reasonNeeded: 422,
  stageNotNext: 422,
  dateNotAllowed: 422,
  unknownRegion: 422,
  ownAccount: 422,
  internal: 500,
  busy: 503,
};

/** RFC 9457 problem details; `code` is stable, `detail` a sentence for the user, `field` what to mend. */
export interface Problem {
  type: string;
  status: number;
  code: ProblemCode;
  detail: string;
  field?: string;
  current?: unknown;
  yours?: unknown;
}

/** The name of a problem's type. */
export const typeOf = (code: ProblemCode): string => `urn:telemedicine-rollout:${code}`;

/** The problem document of a refusal. */
export function problemOf({ code, message, details }: Refusal): Problem {
  return {
    type: typeOf(code),
    status: statusOf[code],
    code,
    detail: message,
    ...details,
  };
}

/** The mute answer to a bug: nothing internal leaves. */
export const internalProblem: Problem = {
  type: typeOf('internal'),
  status: statusOf.internal,
  code: 'internal',
  detail: 'Something went wrong on our side. It is not known whether it was saved; try again.',
};

const Issues = z.object({
  issues: z
    .array(
      z.object({
        code: z.string(),
        path: z.array(z.union([z.string(), z.number()])),
        keys: z.optional(z.array(z.string())),
      }),
    )
    .check(z.minLength(1)),
});

/** The refusal behind an error, if it is one: ours, or the router's for input that does not fit the contract. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  const parsed = Issues.safeParse(error.data);
  const issue = parsed.success ? parsed.data.issues[0] : undefined;
  if (!issue) return new Refusal('malformed', 'The request cannot be read.');
  // The first step of the path only says where in the request: params, query or body.
  const path = issue.path.slice(1);
  const [unknown] = issue.keys ?? [];
  if (unknown)
    return new Refusal('unknownField', `There is no field "${unknown}".`, {
      field: [...path, unknown].join('.'),
    });
  return new Refusal('invalid', 'This is missing or not in the expected form.', { field: path.join('.') });
}
