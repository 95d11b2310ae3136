import { refusalCodes } from '../../domain/refusal.ts';
import { internalProblem, statusOf, typeOf, type ProblemCode } from '../http/problem.ts';

/** When each problem is answered, and its sentence in an example. */
const cases: Record<ProblemCode, { summary: string; detail: string; field?: string }> = {
  invalid: {
    summary: 'A field is missing, or not in the form that the schema says',
    detail: 'This is missing or not in the expected form.',
    field: 'month',
  },
  malformed: { summary: 'The request cannot be read', detail: 'The request is not valid JSON.' },
  unknownField: {
    summary: 'There is a field or a query parameter that is not known',
    detail: 'There is no field "colour".',
    field: 'colour',
  },
  tooLarge: { summary: 'The body has more than 64 KB', detail: 'The request is too large.' },
  forbidden: { summary: 'The caller’s role may not do this', detail: 'Your role may not do this.' },
  notFound: {
    summary: 'It is not there, or the caller may not see it',
    detail: 'There is no such facility.',
  },
  stale: {
    summary: 'It was changed since the version that the command is based on; `current` is the record now',
    detail: 'This was changed by someone else meanwhile.',
  },
  keyReused: {
    summary: 'The idempotency key was used for another command',
    detail: 'This idempotency key was used for another command.',
    field: 'idempotencyKey',
  },
  wrongState: {
    summary: 'The record is not in a state that allows it',
    detail: 'This report is not waiting for review.',
  },
  alreadyExists: {
    summary: 'The code or the e-mail address is taken, or what only one can have is another one’s',
    detail: 'There is already a facility with this code.',
    field: 'facilityId',
  },
  notAWholeNumber: {
    summary: 'A figure is not a whole number',
    detail: 'Type a whole number.',
    field: 'figures.code',
  },
  tooLow: { summary: 'A figure is below 0', detail: 'This cannot be less than 0.', field: 'figures.code' },
  tooHigh: {
    summary: 'A figure is more than it can be',
    detail: 'This cannot be more than 500.',
    field: 'figures.code',
  },
  missingFigure: {
    summary: 'A figure whose zero must be typed is missing',
    detail: 'Type 0 where there was none.',
    field: 'figures.code',
  },
  unknownIndicator: {
    summary: 'The country has no such indicator',
    detail: 'There is no indicator "visits".',
    field: 'figures.visits',
  },
  monthNotOver: {
    summary: 'The month is not over',
    detail: 'This month is not over yet.',
    field: 'month',
  },
  notLiveThen: {
    summary: 'The facility was not live in the month',
    detail: 'The facility was not live in this month.',
    field: 'month',
  },
  moreThanItsWhole: {
    summary: 'A figure is more than what it is part of',
    detail: 'This is part of 7 and cannot be more.',
    field: 'figures.code',
  },
  mixedGrains: {
    summary: 'A target is by region and for the nation at once',
    detail: 'A figure has targets by region or one for the nation, not both.',
    field: 'lines.1.row',
  },
  reasonNeeded: {
    summary: 'What is lowered needs a reason',
    detail: 'A target that is lowered needs a reason.',
    field: 'reason',
  },
  stageNotNext: {
    summary: 'The facility cannot go to this stage from where it is',
    detail: 'From live a facility goes to suspended.',
    field: 'stage',
  },
  notReady: {
    summary:
      'The place is not ready for the solution that the units are for, and their donation does not override that',
    detail: 'UA-0001 is not ready for "pregnancy-monitoring": power, room.',
    field: 'kind',
  },
  dateNotAllowed: {
    summary: 'The day lies before the programme, in the future, or out of order',
    detail: 'The day must lie between the stages before and after it.',
    field: 'date',
  },
  unknownRegion: {
    summary: 'The country has no such region',
    detail: 'There is no region "UA-99" in this country.',
    field: 'region',
  },
  alteredId: {
    summary: 'It is no release’s and no link’s id, but one that was altered or copied wrongly',
    detail:
      'This is not the id that a release was given: some of it was altered. Copy it again from where you found it.',
    field: 'releaseId',
  },
  revoked: {
    summary: 'The link was one, and is none any more',
    detail: 'This link was revoked: it does not show anything any more.',
  },
  ownAccount: {
    summary: 'An administrator deactivates themselves or gives up their role',
    detail: 'Another administrator can do this to your account; you cannot.',
    field: 'role',
  },
  busy: {
    summary: 'Too many people are writing at this moment; trying again is safe',
    detail: 'Many people are writing at this moment. Try again.',
  },
  internal: {
    summary: 'It is our fault; trying again with the same idempotency key is safe',
    detail: internalProblem.detail,
  },
};

/** The schema of every problem document. */
export const problemSchema = {
  type: 'object' as const,
  description: 'RFC 9457 problem details.',
  required: ['type', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' as const, format: 'uri', description: 'A name that belongs to the code.' },
    status: { type: 'integer' as const, minimum: 400, maximum: 599 },
    code: { type: 'string' as const, enum: [...refusalCodes, 'internal'], description: 'Stable.' },
    detail: { type: 'string' as const, description: 'A sentence for the user.' },
    field: {
      type: 'string' as const,
      description: 'What to mend, as a path in the request such as `figures.` and an indicator’s code.',
    },
    current: { description: 'When stale: the record as it is now, as far as the caller may see it.' },
    yours: { description: 'When stale: what the command wanted.' },
  },
};

/** What is answered before a request comes to a function. */
export const gatewaySchema = {
  type: 'object' as const,
  description: 'What the gateway answers by itself, before a request comes to us.',
  required: ['message'],
  properties: { message: { type: 'string' as const } },
};

/** What the gateway may answer by itself, with its words. */
export const gatewayMessages: Record<number, string> = {
  401: 'Unauthorized',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** What a status means to whoever is answered with it. */
export const statusTexts: Record<number, string> = {
  200: 'Done',
  304: 'It is what the caller has already',
  400: 'The request is not in the form described here',
  401: 'There is no valid token',
  403: 'The caller may not do this',
  404: 'There is no such thing, as far as the caller may see',
  409: 'It is not as the caller thought',
  413: 'The request is too large',
  422: 'A rule of the programme forbids it',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Too much at this moment; trying again is safe',
};

const codes = [...refusalCodes, 'internal'] as const;

/** An example of each problem; `figure` is a figure's path, and `stale` what a problem of that name brings. */
export function problemExamples(figure: string, stale: object) {
  return Object.fromEntries(codes.map((code) => [code, exampleOf(code, figure, stale)]));
}

function exampleOf(code: ProblemCode, figure: string, stale: object) {
  const { summary, detail, field } = cases[code];
  return {
    summary,
    value: {
      type: typeOf(code),
      status: statusOf[code],
      code,
      detail,
      ...(field && { field: field === 'figures.code' ? figure : field }),
      ...(code === 'stale' && stale),
    },
  };
}
